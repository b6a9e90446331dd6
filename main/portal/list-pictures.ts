import { buffer } from 'node:stream/consumers'
import { type FocusPoint, focusPoint } from '#common/domain/focus-point'
import type { BlobHash } from '#common/domain/ids'
import { keepNewest } from '#common/domain/keep-newest'
import type { Blobs } from './blobs'
import { type ListWidth, listPicturePath } from './paths'
import { createTurns } from './storage/turns'

/** Pictures as lists show them; what readers get of the article itself is never touched. */
export interface ListPictures {
  /** WebP of 3 to 2; null for what is no picture that can be read. */
  get(hash: BlobHash, focus: FocusPoint, width: ListWidth): Promise<Uint8Array | null>
}

/** Some 20 KB each: the pictures of the first pages. What went is made again in a moment. */
const mostKept = 300

export function createListPictures(blobs: Blobs): ListPictures {
  const inTurn = createTurns()
  const kept = new Map<string, Uint8Array>()

  async function make(
    name: string,
    hash: BlobHash,
    focus: FocusPoint,
    width: ListWidth,
  ): Promise<Uint8Array | null> {
    const before = kept.get(name)
    if (before !== undefined) return before
    const made = await crop(await buffer(blobs.stream(hash)), focus, width)
    if (made !== null) keepNewest(kept, name, made, mostKept)
    return made
  }

  return {
    get(hash, focus, width) {
      const name = listPicturePath(hash, focus, width)
      const before = kept.get(name)
      if (before === undefined)
        // One at a time: a page of twenty pictures must not take the machine from who is reading another one.
        return inTurn('picture', () => make(name, hash, focus, width))
      keepNewest(kept, name, before, mostKept)
      return Promise.resolve(before)
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
  const read = focusPoint.safeParse({ x, y })
  return read.success ? read.data : null
}
