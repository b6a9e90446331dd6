import type { BarName } from './bars'

/** One mistake a programmer may make, as a change of one place of the program's source, and the bar that must turn red. */
export interface SeededFault {
  readonly name: string
  readonly bar: BarName
  /** Enough rounds to show it many times over. */
  readonly rounds: number
  /** Under main. */
  readonly module: string
  readonly find: string
  readonly replace: string
}

export const seededFaults: readonly SeededFault[] = [
  {
    name: 'the journal is written without a sync',
    bar: 'R2',
    rounds: 60,
    module: 'store/journal/journal-writer.ts',
    find: "files.open(path, 'create-durable')",
    replace: "files.open(path, 'create')",
  },
  {
    name: 'a commit is acknowledged before its write',
    bar: 'R2',
    rounds: 60,
    module: 'store/journal/journal-writer.ts',
    find: 'await write(first, records)',
    replace: 'write(first, records).catch(() => {})',
  },
  {
    name: "a new segment's folder is not synced",
    bar: 'R2',
    rounds: 60,
    module: 'store/journal/journal-writer.ts',
    find: 'fresh ? files.syncDirectory(segments.directory) : undefined',
    replace: 'undefined',
  },
  {
    name: "a replaced file's folder is not synced",
    bar: 'R2',
    rounds: 60,
    module: 'store/files/replace-file.ts',
    find: 'await files.syncDirectory(dirname(path))',
    replace: '',
  },
  {
    name: 'a replaced file is renamed before it is synced',
    bar: 'R2',
    rounds: 60,
    module: 'store/files/replace-file.ts',
    find: 'await file.dataSync()',
    replace: '',
  },
  {
    name: 'a blob is named before it is written',
    bar: 'R2',
    rounds: 60,
    module: 'store/blobs/blob-files.ts',
    find: 'await file.dataSync().catch(refuse)',
    replace: '',
  },
  {
    name: 'a draft counts as saved before its sync',
    bar: 'R2',
    rounds: 60,
    module: 'store/drafts/open-draft-log.ts',
    find: 'file.dataSync(),',
    replace: 'undefined,',
  },
  {
    name: 'records carry no checksum',
    bar: 'R2',
    rounds: 120,
    module: 'store/journal/record.ts',
    find: 'if (crc32(checked) !== segment.readUInt32LE(offset + offsets.crc)) return null',
    replace: '',
  },
  {
    name: 'a short write is taken for a whole one',
    bar: 'R3',
    rounds: 60,
    module: 'store/files/write-all.ts',
    find: 'done += written',
    replace: 'done += data.byteLength',
  },
  {
    name: 'a failed write is tried again',
    bar: 'R3',
    rounds: 900,
    module: 'store/journal/journal-writer.ts',
    find: 'writeAll(segment.file, data, segment.bytes),',
    replace:
      'writeAll(segment.file, data, segment.bytes).catch(() => writeAll(segment.file, data, segment.bytes)),',
  },
  {
    name: 'the store goes on after a failed write',
    bar: 'R3',
    rounds: 600,
    module: 'store/health.ts',
    find: 'current = failed',
    replace: '',
  },
  {
    name: 'sync answers for a frame that was never written',
    bar: 'R3',
    rounds: 600,
    module: 'store/drafts/open-draft-log.ts',
    find: 'if (incomplete) health.assertWritable()',
    replace: '',
  },
  {
    name: 'a torn tail is cut without a copy',
    bar: 'R4',
    rounds: 120,
    module: 'store/journal/mend-tail.ts',
    find: 'torn.length === 0 ? null :',
    replace: 'torn.length >= 0 ? null :',
  },
  {
    name: 'damage in the middle is cut like a torn tail',
    bar: 'R5',
    rounds: 400,
    module: 'store/journal/record.ts',
    find: 'if (record !== null && record.durableBefore >= sequence) return true',
    replace: '',
  },
  {
    name: 'a checkpoint keeps no previous manifest',
    bar: 'R5',
    rounds: 400,
    module: 'store/collections/checkpoint-adapter.ts',
    find: 'await replaceFile(files, pathOf(previousManifestName), current)',
    replace: 'void previousManifestName',
  },
  {
    name: 'the epoch is not looked at',
    bar: 'R7',
    rounds: 20,
    module: 'store/lock/epoch.ts',
    find: 'file.sizeNow() <= epoch',
    replace: 'true || file.sizeNow() <= epoch',
  },
  {
    name: 'the hash chain is not checked',
    bar: 'T1',
    rounds: 60,
    module: 'store/journal/scan-segment.ts',
    find: 'if (!chainHash(previous, record.payload).equals(record.hash))',
    replace: 'if (chainHash(previous, record.payload).length === 0)',
  },
  {
    name: 'a journal cut short is taken as it is',
    bar: 'T1',
    rounds: 200,
    module: 'store/verify-store.ts',
    find: 'if (head.sequence < newest)',
    replace: 'if (head.sequence < 0)',
  },
  {
    name: "a body's bytes are not held against its name",
    bar: 'T1',
    rounds: 60,
    module: 'store/verify-store.ts',
    find: 'if (hashOfBlob(bytes) !== hash) bad',
    replace: 'if (hashOfBlob(bytes) === null) bad',
  },
  {
    name: 'every try goes out under a number of its own',
    bar: 'Q1',
    rounds: 20,
    module: 'publishing/send-job.ts',
    find: 'sequence: job.sequence,\n    previous',
    replace: 'sequence: job.sequence + job.attempts,\n    previous',
  },
  {
    name: 'nobody looks at what readers see',
    bar: 'Q1',
    rounds: 20,
    module: 'publishing/read-back.ts',
    find: 'const first = await read()',
    replace: "const first = { at: instantNow(core.environment), url: '', parts: [] }",
  },
  {
    name: 'any 2xx counts as done',
    bar: 'Q1',
    rounds: 20,
    module: 'publishing/confirm-job.ts',
    find: 'if (remote.sequence !== job.sequence ||',
    replace: 'if (job.sequence > 0) return true\n  if (remote.sequence !== job.sequence ||',
  },
  {
    name: 'a conflict is taken for a refusal',
    bar: 'Q1',
    rounds: 20,
    module: 'publishing/settle-job.ts',
    find: "await moveJob(parts, job, 'unknown', { attempts, notBefore, problem: null })",
    replace: "await moveJob(parts, job, 'refused', { attempts, notBefore, problem: null })",
  },
  {
    name: 'what was being sent at a crash is left alone',
    bar: 'Q1',
    rounds: 20,
    module: 'publishing/runner.ts',
    find: "await moveJob(this.#parts, job, 'unknown')\n        return null",
    replace: 'continue',
  },
]
