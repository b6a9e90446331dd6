import type { Picture } from '../blocks/blocks'

const largestPictureBytes = 30_000_000

/** The picture that an address carries in itself (`data:`); null for any other address. */
export function pictureInAddress(address: string): Picture | null {
  const match = /^data:image\/([a-z.+-]{1,20})(?:;[\w=-]+)*;base64,/i.exec(address.slice(0, 200))
  if (match === null || address.length > largestPictureBytes * 1.4) return null
  const bytes = Buffer.from(address.slice(match[0].length), 'base64')
  return bytes.length === 0 ? null : { bytes, name: `anh.${(match[1] ?? 'png').toLowerCase()}` }
}
