/** How a file is read, by its first bytes and its name; null for one that holds no text for an article. */
export type FileFormat = 'word' | 'sheet' | 'page' | 'page-archive' | 'text' | 'office' | 'encrypted'

const officeNames = new Set(['doc', 'rtf', 'odt', 'xls', 'ods', 'wps', 'dot'])

export function formatOf(bytes: Uint8Array, fileName: string): FileFormat | null {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    if (['odt', 'ods'].includes(extension)) return 'office'
    if (['docx', 'docm', 'dotx'].includes(extension)) return 'word'
    return ['xlsx', 'xlsm', 'xltx'].includes(extension) ? 'sheet' : null
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // A document with a password is an OLE file that holds the encrypted one; names in it are UTF-16.
    const text = Buffer.from(bytes.subarray(0, 100_000)).toString('utf16le')
    return text.includes('EncryptedPackage') ? 'encrypted' : 'office'
  }
  const start = Buffer.from(bytes.subarray(0, 1_000)).toString('latin1')
  if (start.startsWith('{\\rtf')) return 'office'
  if (/^(MIME-Version|From|Content-Type|Subject|Date):/im.test(start) && ['mht', 'mhtml'].includes(extension))
    return 'page-archive'
  if (['html', 'htm', 'xhtml'].includes(extension)) return 'page'
  // Many portals call a page of HTML .doc or .xls.
  if (officeNames.has(extension)) return /<html|<table|<!doctype html/i.test(start) ? 'page' : null
  return ['txt', 'text', 'md'].includes(extension) ? 'text' : null
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
