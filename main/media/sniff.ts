/** What a file is by its first bytes; names and declared types lie. */
export interface MediaKind {
  /** `telephone-picture`: HEIC, whose decoder needs a licence and is not in libvips as it is shipped. */
  readonly use: 'picture' | 'telephone-picture' | 'file'
  readonly mediaType: string
}

const signatures: readonly (readonly [readonly number[], MediaKind])[] = [
  [[0xff, 0xd8, 0xff], { use: 'picture', mediaType: 'image/jpeg' }],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { use: 'picture', mediaType: 'image/png' }],
  [[0x47, 0x49, 0x46, 0x38], { use: 'picture', mediaType: 'image/gif' }],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { use: 'file', mediaType: 'application/pdf' }],
  [[0xd0, 0xcf, 0x11, 0xe0], { use: 'file', mediaType: 'application/x-ole-storage' }],
]

const zipTypes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
}

const oleTypes: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/** Null for a type a portal should not carry (programs, scripts, SVG, HTML). */
export function sniff(bytes: Uint8Array, fileName: string): MediaKind | null {
  const extension = fileName.toLowerCase().split('.').at(-1) ?? ''
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && ascii(bytes, 8, 12) === 'WEBP') {
    return { use: 'picture', mediaType: 'image/webp' }
  }
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brand = ascii(bytes, 8, 12)
    if (brand === 'avif') return { use: 'picture', mediaType: 'image/avif' }
    return heicBrands.has(brand) ? { use: 'telephone-picture', mediaType: 'image/heic' } : null
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const mediaType = Object.hasOwn(zipTypes, extension) ? zipTypes[extension] : undefined
    return mediaType === undefined ? null : { use: 'file', mediaType }
  }
  const known = signatures.find(([signature]) => startsWith(bytes, signature))?.[1]
  if (known === undefined) return null
  if (known.mediaType !== 'application/x-ole-storage') return known
  const mediaType = Object.hasOwn(oleTypes, extension) ? oleTypes[extension] : undefined
  return mediaType === undefined ? null : { use: 'file', mediaType }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
