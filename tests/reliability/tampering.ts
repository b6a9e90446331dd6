import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { crc32, gunzipSync, gzipSync } from 'node:zlib'
import type { Files } from '#main/store/files/files'
import type { Store } from '#main/store/store'
import { openSample, type SampleCollections, saved } from '#tests/main/store/sample-store'
import { type PowerCutDisk, type Random, seededRandom } from '#tests/support/power-cut-disk'
import { directory, freshDisk } from './newsday'
import { entriesOf, journalLayout } from './read-format'

const recordsPerSegment = 12

/** A store at work over a journal of three segments, two of them in the archive, whose disk may be exchanged beneath it. */
interface Office {
  readonly store: Store<SampleCollections>
  readonly disk: PowerCutDisk
  readonly segments: readonly Segment[]
  beneath(disk: PowerCutDisk): void
}

interface Segment {
  readonly path: string
  readonly bytes: Buffer
  readonly first: number
}

async function openOffice(): Promise<Office> {
  const disk = await freshDisk()
  let files = disk.files
  const exchanged = Object.fromEntries(
    Object.keys(files).map(name => [
      name,
      // Each call goes to the disk that lies beneath at that moment; the shape stays that of Files.
      (...args: readonly unknown[]) =>
        (files[name as keyof Files] as (...args: unknown[]) => unknown)(...args),
    ]),
  ) as unknown as Files
  const store = await openSample(directory, { files: exchanged })
  for (let edition = 1; edition <= 3 * recordsPerSegment; edition++) {
    await store.commit(saved(`a${edition % 5}`, edition, `bản ${edition}`))
    if (edition === recordsPerSegment || edition === 2 * recordsPerSegment) await store.checkpoint()
  }
  const segments = disk
    .paths()
    .filter(path => path.includes('/journal/'))
    .map(path => ({ path, bytes: expand(path, disk.peek(path)), first: Number(/\d{16}/.exec(path)?.[0]) }))
    .sort((a, b) => a.first - b.first)
  assert.equal(segments.length, 3)
  assert.equal((await store.verify()).ok, true)
  const beneath = (other: PowerCutDisk): void => {
    files = other.files
  }
  return { store, disk, segments, beneath }
}

function expand(path: string, bytes: Buffer): Buffer {
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

interface Target {
  readonly random: Random
  readonly records: readonly Buffer[]
  /** Sequence of the first of them, and the chain hash before it. */
  readonly first: number
  readonly previous: Buffer
  /** What verify names when the segment is whole in itself but not the one that was continued. */
  readonly seam: number
}

/** The records as they are afterwards, and the one that verify must name. */
type Hand = (target: Target) => { readonly records: readonly Buffer[]; readonly bad: number }

const below = (random: Random, limit: number): number => Math.floor(random() * limit)

/** A record with another payload, its length kept, and the checksum made right again. */
function reworded(record: Buffer): Buffer {
  const copy = Buffer.from(record)
  const name = copy.indexOf('"lan"')
  assert.ok(name > 0)
  copy.write('"hoa"', name)
  return checksummed(copy)
}

function checksummed(record: Buffer): Buffer {
  record.writeUInt32LE(crc32(record.subarray(8)), 4)
  return record
}

/** Chain hash after a record, given the one before. */
function chained(record: Buffer, previous: Buffer): Buffer {
  const payload = record.subarray(56, 56 + record.readUInt32LE(16))
  createHash('sha256').update(previous).update(payload).digest().copy(record, 24)
  return checksummed(record)
}

const at = (records: readonly Buffer[], index: number): Buffer => {
  const record = records[index]
  assert.ok(record !== undefined)
  return record
}

/** What somebody with an editor may do to the records of one segment. */
const hands: Readonly<Record<string, Hand>> = {
  flip: ({ random, records, first }) => {
    const index = below(random, records.length)
    const copy = Buffer.from(at(records, index))
    const byte = below(random, copy.length)
    copy[byte] = (copy[byte] ?? 0) ^ (1 << below(random, 8))
    return { records: records.with(index, copy), bad: first + index }
  },
  erase: ({ random, records, first }) => {
    const index = below(random, records.length)
    return { records: records.toSpliced(index, 1), bad: first + index }
  },
  swap: ({ random, records, first }) => {
    const index = below(random, records.length - 1)
    const swapped = records.with(index, at(records, index + 1)).with(index + 1, at(records, index))
    return { records: swapped, bad: first + index }
  },
  repeat: ({ random, records, first }) => {
    const index = below(random, records.length)
    return { records: records.toSpliced(index, 0, at(records, index)), bad: first + index + 1 }
  },
  overwrite: ({ random, records, first }) => {
    const [from, to] = [below(random, records.length), below(random, records.length - 1)]
    const target = to >= from ? to + 1 : to
    return { records: records.with(target, at(records, from)), bad: first + target }
  },
  reword: ({ random, records, first }) => {
    const index = below(random, records.length)
    return { records: records.with(index, reworded(at(records, index))), bad: first + index }
  },
  'replace the body': ({ random, records, first }) => {
    const index = below(random, records.length)
    const copy = Buffer.from(at(records, index))
    copy.write('BẢN', 56 + copy.readUInt32LE(16))
    return { records: records.with(index, checksummed(copy)), bad: first + index }
  },
  'cut behind': ({ random, records, first }) => {
    const index = below(random, records.length)
    return { records: records.slice(0, index), bad: first + index }
  },
  invent: ({ random, records, first }) => {
    const index = below(random, records.length)
    const forged = reworded(at(records, index))
    forged.writeBigUInt64LE(BigInt(first + index + 1), 8)
    return { records: records.toSpliced(index + 1, 0, checksummed(forged)), bad: first + index + 1 }
  },
  /** The forger knows the format and makes the chain right to the segment's end: what follows no longer fits. */
  'reword and chain anew': ({ random, records, seam, previous }) => {
    const index = below(random, records.length)
    const forged: Buffer[] = records.map(record => Buffer.from(record))
    forged[index] = reworded(at(forged, index))
    let before: Buffer = previous
    for (const record of forged) before = chained(record, before).subarray(24, 56)
    return { records: forged, bad: seam }
  },
}

let office: Promise<Office> | null = null

/** T1: one edit of the journal beneath a store at work; verify notices it and names the first bad record. */
export async function tamperOnce(seed: number): Promise<number> {
  office ??= openOffice()
  const { store, disk, segments, beneath } = await office
  const random = seededRandom(seed)
  const names = Object.keys(hands)
  const name = names[seed % names.length] ?? ''
  const segment = segments[below(random, segments.length)]
  const hand = hands[name]
  assert.ok(segment !== undefined && hand !== undefined)
  const { path, bytes, first } = segment
  const records = entriesOf(bytes, journalLayout).map(({ start, end }) => bytes.subarray(start, end))
  const last = first + records.length
  const edited = hand({
    random,
    records,
    first,
    previous: bytes.subarray(56, 88),
    seam: segment === segments.at(-1) ? last - 1 : last,
  })
  const written = Buffer.concat([bytes.subarray(0, journalLayout.header), ...edited.records])
  const other = disk.fork()
  other.poke(path, path.endsWith('.gz') ? gzipSync(written) : written)
  beneath(other)
  const report = await store.verify()
  beneath(disk)
  const label = `seed ${seed}: ${name} in ${path}`
  assert.equal(report.ok, false, `${label} went unnoticed`)
  assert.equal(report.firstBad?.sequence, edited.bad, `${label}: ${JSON.stringify(report.firstBad)}`)
  return 1
}
