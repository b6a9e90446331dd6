/** The path of a `file:` address as people write it: `/mnt/usb/cong`, `E:/cong`. */
export function folderPath(url: string): string {
  return decodeURI(new URL(url).pathname).replace(/^\/(?=[a-z]:)/i, '')
}
