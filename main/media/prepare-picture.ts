import { ok, type Result, refuse } from '#common/domain/result'

export interface PreparedPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Prepares a picture, somewhere. `large` is a picture of too many pixels, or one whose reading never ends. */
export type PreparePicture = (bytes: Uint8Array) => Promise<Result<PreparedPicture, PictureFault>>
export type PictureFault = 'unreadable' | 'large'

/** Longest side readers get; a phone photo of 4,000 px becomes about 200 KB. */
const longestSidePixels = 1_600
/** A decompression bomb is refused before it is decoded. */
const mostPixels = 120_000_000

/**
 * A picture as the portal gets it: upright, at most 1,600 px, WebP, and without EXIF, so that no photo tells where it was
 * taken. Of an animation the first picture stays. libvips works on its own threads; a worker around it ends what does not.
 */
export const preparePicture: PreparePicture = async bytes => {
  const pixels = await pixelsOf(bytes)
  if (pixels === null) return refuse('unreadable')
  if (pixels > mostPixels) return refuse('large')
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({
        width: longestSidePixels,
        height: longestSidePixels,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .webp({ quality: 82, effort: 2 })
      .toBuffer({ resolveWithObject: true })
    return ok({ bytes: data, width: info.width, height: info.height })
  } catch {
    return refuse('unreadable')
  }
}

/** By its header, of one picture of an animation; null for what is no picture. */
export async function pixelsOf(bytes: Uint8Array): Promise<number | null> {
  const { default: sharp } = await import('sharp')
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return width * height
  } catch {
    return null
  }
}
