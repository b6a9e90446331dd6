import { hash as hashAtOnce } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { WorkspaceId } from '#common/domain/ids'
import type { Files } from '../files/files'
import { replaceFile } from '../files/replace-file'
import { openSealedJson, sealJson } from '../files/sealed-json'
import { createPacer } from '../pacer'
import type { JournalRecord } from './record'

export const subjectListsName = 'subjects.json'
const listsFormat = 1

const chainHash = z.string().regex(/^[0-9a-f]{64}$/)
const listsFile = z.object({
  format: z.literal(listsFormat),
  workspace: z.string(),
  /** First sequence, chain hashes before and after, marks in base64. */
  segments: z.array(z.tuple([z.int(), chainHash, chainHash, z.base64()])),
})

/** What an archived segment tells of, and the chain hashes it lies between, which say whether it is of this very journal. */
export interface SubjectList {
  readonly before: string
  readonly after: string
  /** Of its subjects; two subjects may share one. */
  readonly marks: Uint32Array
}

/** Which subjects archived segments tell of, in `subjects.json`: made while they are read, and made anew when it is gone. */
export interface SubjectLists {
  of(firstSequence: number): Promise<SubjectList | undefined>
  /** Keeps what the records of a whole segment tell of, in memory until `save`. */
  learn(firstSequence: number, before: string, records: readonly JournalRecord[]): Promise<void>
  /** Writes what was learned. A disk that refuses costs another reading, nothing else. */
  save(): Promise<void>
}

/** Changes nothing on disk unless `mayWrite`. */
export function subjectLists(
  files: Files,
  directory: string,
  workspace: WorkspaceId,
  mayWrite: () => boolean,
): SubjectLists {
  const path = join(directory, subjectListsName)
  let loading: Promise<Map<number, SubjectList>> | null = null
  let isStale = false
  let saving = Promise.resolve()

  async function load(): Promise<Map<number, SubjectList>> {
    const bytes = await files.read(path).catch(() => null)
    const read = listsFile.safeParse(bytes === null ? null : openSealedJson(bytes))
    const known = read.success && read.data.workspace === workspace ? read.data.segments : []
    return new Map(
      known.map(([first, before, after, marks]) => [first, { before, after, marks: numbersOf(marks) }]),
    )
  }

  const lists = (): Promise<Map<number, SubjectList>> => {
    loading ??= load()
    return loading
  }

  async function write(): Promise<void> {
    if (!isStale || !mayWrite()) return
    isStale = false
    const segments = [...(await lists())].map(([first, { before, after, marks }]) => [
      first,
      before,
      after,
      Buffer.from(marks.buffer, marks.byteOffset, marks.byteLength).toString('base64'),
    ])
    await replaceFile(files, path, sealJson({ format: listsFormat, workspace, segments })).catch(() => {})
  }

  return {
    of: async firstSequence => (await lists()).get(firstSequence),
    async learn(firstSequence, before, records) {
      const marks = new Set<number>()
      const pacer = createPacer()
      for (const { payload } of records) {
        const subject = subjectOf(payload)
        if (subject !== null) marks.add(markOf(subject))
        if (pacer.isDue()) await pacer.rest()
      }
      const after = records.at(-1)?.hash.toString('hex') ?? before
      ;(await lists()).set(firstSequence, { before, after, marks: Uint32Array.from(marks) })
      isStale = true
    },
    save() {
      saving = saving.then(write)
      return saving
    },
  }
}

export function markOf(subject: string): number {
  return hashAtOnce('sha256', subject, 'buffer').readUInt32LE(0)
}

function subjectOf(payload: Buffer): string | null {
  const { event } = JSON.parse(payload.toString()) as { readonly event: { readonly subject: string | null } }
  return event.subject
}

function numbersOf(base64: string): Uint32Array {
  return new Uint32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer)
}
