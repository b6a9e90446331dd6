import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?inline'
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?inline'
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?inline'
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?inline'

/** Be Vietnam Pro (SIL Open Font License) as WOFF2 bytes, by the file names of the stylesheet. */
export const fonts: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map([
  ['latin-400.woff2', bytesOf(latin400)],
  ['latin-600.woff2', bytesOf(latin600)],
  ['vietnamese-400.woff2', bytesOf(vietnamese400)],
  ['vietnamese-600.woff2', bytesOf(vietnamese600)],
])

function bytesOf(dataAddress: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(dataAddress.slice(dataAddress.indexOf(',') + 1), 'base64'))
}
