/** Offers a stored file for saving under this name. */
export function saveBlob(hash: string, fileName: string): void {
  follow(`/blob/${hash}`, fileName)
}

/** Offers a text made here for saving. */
export function saveText(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  follow(url, fileName)
  URL.revokeObjectURL(url)
}

function follow(href: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = fileName
  link.click()
}
