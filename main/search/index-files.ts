import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { fileSource } from '#main/store/files/byte-source'
import type { Files } from '#main/store/files/files'
import { replaceFile, writeNewFile } from '#main/store/files/replace-file'
import { openSealedJson, sealJson } from '#main/store/files/sealed-json'
import { Segment, SegmentDamage } from './segment'
import { foldingSample, keyOf, termsOf } from './terms'

const indexFormat = 1

/** Another way of folding or parting words makes every segment worthless. */
const foldingPrint = crc32(termsOf(foldingSample).map(keyOf).join(' '))

/** Document of a segment: number in it, article, journal sequence of the card it was read with, version of the draft. */
const documentRow = z.tuple([z.int(), z.string(), z.int(), z.int()])
export type DocumentRow = z.infer<typeof documentRow>

const indexFile = z.object({
  format: z.literal(indexFormat),
  workspace: z.string(),
  foldingPrint: z.literal(foldingPrint),
  next: z.int().nonnegative(),
  segments: z.array(
    z.object({ name: z.string().regex(/^\d{8}\.segment$/), documents: z.array(documentRow) }),
  ),
})

export interface StoredSegment {
  readonly name: string
  readonly segment: Segment
  /** Documents that are current; the others were replaced by a newer text. */
  readonly documents: readonly DocumentRow[]
}

export interface StoredIndex {
  readonly segments: readonly StoredSegment[]
  /** Head of the journal when the index was closed with nothing left to read; null after any other end. */
  readonly settledAt: number | null
}

/** The folder `search` of a workspace: `index.json` names the segments; everything in it can be made anew. */
export interface IndexFiles {
  /** What is whole of the stored index; whatever is not is removed. From now on it counts as not settled. */
  load(): Promise<StoredIndex>
  writeSegment(bytes: Uint8Array): Promise<{ readonly name: string; readonly segment: Segment }>
  writeIndex(segments: readonly Omit<StoredSegment, 'segment'>[]): Promise<void>
  /** Notes that the stored index knows every text there is; `head` is that of the journal. */
  settle(head: number): Promise<void>
  removeSegment(name: string): Promise<void>
}

export function indexFiles(files: Files, workspaceDirectory: string, workspace: string): IndexFiles {
  const directory = join(workspaceDirectory, 'search')
  const indexPath = join(directory, 'index.json')
  const settledPath = join(directory, 'settled')
  let next = 0

  function open(name: string): Segment | null {
    try {
      return new Segment(fileSource(join(directory, name)))
    } catch {
      // Missing or damaged: its articles are read anew.
      return null
    }
  }

  return {
    async load() {
      const bytes = await files.read(indexPath)
      const stored = indexFile.safeParse(bytes === null ? null : openSealedJson(bytes))
      const index = stored.success && stored.data.workspace === workspace ? stored.data : null
      const segments = (index?.segments ?? []).flatMap(({ name, documents }) => {
        const segment = open(name)
        return segment === null ? [] : [{ name, documents, segment }]
      })
      next = index?.next ?? 0
      // Swept below with everything else that no index names.
      const settled = await files.read(settledPath)
      const known = new Set(['index.json', ...segments.map(({ name }) => name)])
      for (const name of await files.names(directory))
        if (!known.has(name)) await files.remove(join(directory, name))
      return { segments, settledAt: settled === null ? null : Number(Buffer.from(settled).toString()) }
    },
    async writeSegment(bytes) {
      await files.makeDirectory(directory)
      const name = `${String(next++).padStart(8, '0')}.segment`
      await files.remove(join(directory, name))
      await writeNewFile(files, join(directory, name), bytes)
      const segment = open(name)
      if (segment === null) throw new SegmentDamage(name)
      return { name, segment }
    },
    async writeIndex(segments) {
      await files.makeDirectory(directory)
      const content = { format: indexFormat, workspace, foldingPrint, next, segments }
      await replaceFile(files, indexPath, sealJson(content))
    },
    settle: head => replaceFile(files, settledPath, Buffer.from(String(head))),
    removeSegment: name => files.remove(join(directory, name)),
  }
}
