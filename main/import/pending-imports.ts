import type { ImportView } from '#common/api/import-operations'
import type { AccountId } from '#common/domain/ids'
import type { PreparedMedia } from '#main/media/media'
import type { Json } from './blocks/to-body'

/** A file that was read and is being looked at. */
export interface PendingImport {
  readonly view: ImportView
  readonly by: AccountId
  readonly document: Json
  readonly unrepaired: Json | null
  /** By the hash under which the document names each. */
  readonly pictures: ReadonlyMap<string, PreparedMedia>
  readonly original: Uint8Array
}

const mostPending = 200
const mostBytes = 400_000_000
const keptMs = 3 * 3_600_000

/** Files that were read, until somebody decides; the oldest go when there are too many. */
export class PendingImports {
  readonly #now: () => number
  readonly #kept = new Map<string, { readonly item: PendingImport; readonly atMs: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  add(item: PendingImport): void {
    this.#kept.set(item.view.id, { item, atMs: this.#now() })
    let count = 0
    let bytes = 0
    for (const [id, kept] of [...this.#kept].reverse()) {
      count += 1
      bytes += sizeOf(kept.item)
      const isNewest = id === item.view.id
      if (!isNewest && (count > mostPending || bytes > mostBytes || this.#isOld(kept.atMs)))
        this.#kept.delete(id)
    }
  }

  /** Only for the person who read it. */
  find(id: string, by: AccountId | null): PendingImport | null {
    const kept = this.#kept.get(id)
    return kept !== undefined && kept.item.by === by && !this.#isOld(kept.atMs) ? kept.item : null
  }

  remove(id: string): void {
    this.#kept.delete(id)
  }

  /** A picture of any of them. */
  picture(hash: string): PreparedMedia | null {
    for (const { item } of this.#kept.values()) {
      const picture = item.pictures.get(hash)
      if (picture !== undefined) return picture
    }
    return null
  }

  #isOld(atMs: number): boolean {
    return Math.abs(this.#now() - atMs) > keptMs
  }
}

function sizeOf({ original, pictures }: PendingImport): number {
  return [...pictures.values()].reduce((sum, { bytes }) => sum + bytes.length, original.length)
}
