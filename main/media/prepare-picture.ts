import { ok, type Result, refuse } from '#common/domain/result'

export interface PreparedPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Longest side readers get; a phone photo of 4,000 px becomes about 200 KB. */
const longestSidePixels = 1_600
/** A decompression bomb is refused before it is decoded. */
const mostPixels = 120_000_000

/**
 * A picture as the portal gets it: upright, at most 1,600 px, WebP, and without EXIF, so that no photo tells where it was
 * taken. libvips works on its own threads.
 */
export async function preparePicture(bytes: Uint8Array): Promise<Result<PreparedPicture, 'unreadable'>> {
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
