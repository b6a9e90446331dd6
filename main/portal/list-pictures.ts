import { join } from 'node:path'
import { type FocusPoint, focusStep } from '#common/domain/focus-point'
import type { BlobHash } from '#common/domain/ids'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'
import type { Blobs } from './blobs'
import type { ListWidth } from './paths'
import { createTurns } from './storage/turns'

/** Pictures as lists show them; what readers get of the article itself is never touched. */
export interface ListPictures {
  /** WebP of 3 to 2; null for what is no picture that can be read. */
  get(hash: BlobHash, focus: FocusPoint, width: ListWidth): Promise<Uint8Array | null>
}

/** Kept in `anh/` of the portal's folder: everything there can be made again. */
export function openListPictures(files: Files, directory: string, blobs: Blobs): ListPictures {
  const folder = join(directory, 'anh')
  const inTurn = createTurns()
  return {
    async get(hash, focus, width) {
      const name = `${hash}-${focus.x}-${focus.y}-${width}.webp`
      const path = join(folder, name)
      // One at a time: a page of twenty pictures must not take the machine from who is reading another one.
      return inTurn('picture', async () => {
        const kept = await files.read(path)
        if (kept !== null) return kept
        const chunks: Uint8Array[] = []
        for await (const chunk of blobs.stream(hash)) chunks.push(chunk)
        const made = await crop(Buffer.concat(chunks), focus, width)
        if (made === null) return null
        await files.makeDirectory(folder)
        await replaceFile(files, path, made)
        return made
      })
    },
  }
}

/** The largest part of this shape, with the focus point as near its middle as the picture's edges allow. */
async function crop(bytes: Uint8Array, focus: FocusPoint, width: ListWidth): Promise<Uint8Array | null> {
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, { limitInputPixels: 50_000_000, failOn: 'error' })
    const size = await picture.metadata()
    const wide = Math.min(size.width, Math.round((size.height * 3) / 2))
    const high = Math.min(size.height, Math.round((size.width * 2) / 3))
    return await picture
      .extract({
        left: startOf(focus.x, wide, size.width),
        top: startOf(focus.y, high, size.height),
        width: wide,
        height: high,
      })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 78, effort: 2 })
      .toBuffer()
  } catch {
    return null
  }
}

/** As `object-position` does it, so that the newsroom's own previews agree: percent of the part against percent of the whole. */
function startOf(percent: number, part: number, whole: number): number {
  return Math.round(((whole - part) * percent) / 100)
}

/** `30-70` of an address; null for what no newsroom sets. */
export function focusOfAddress(text: string): FocusPoint | null {
  const [x, y] = (/^(\d{1,3})-(\d{1,3})$/.exec(text) ?? []).slice(1).map(Number)
  const isShare = (value: number | undefined): value is number =>
    value !== undefined && value <= 100 && value % focusStep === 0
  return isShare(x) && isShare(y) ? { x, y } : null
}
