import { Inflate } from 'fflate'
import { ImportFault } from '../import-fault'
import { importLimits } from '../import-limits'

interface Entry {
  readonly method: number
  readonly at: number
  readonly packedBytes: number
  readonly encrypted: boolean
}

/** A zip that is read part by part, each within its cap, whatever its directory says of sizes. */
export interface ZipPackage {
  has(name: string): boolean
  names(): readonly string[]
  /** Gives the unpacked bytes piece by piece; throws when there is no such part. */
  read(name: string, onPiece: (piece: Uint8Array) => void): void
  bytes(name: string): Uint8Array
  /** The first bytes of a part, as few as one piece gives. */
  start(name: string): Uint8Array
}

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50

/** Reads the central directory; nothing is unpacked before it is asked for. Throws `ImportFault`. */
export function readZip(file: Uint8Array): ZipPackage {
  const entries = readDirectory(file)
  let unpacked = 0

  function read(name: string, onPiece: (piece: Uint8Array) => void): void {
    const entry = entries.get(name)
    if (entry === undefined) throw new ImportFault('unreadable')
    if (entry.encrypted) throw new ImportFault('encrypted')
    let size = 0
    const take = (piece: Uint8Array) => {
      size += piece.length
      unpacked += piece.length
      // Directories lie about sizes; what comes out does not.
      if (size > importLimits.partBytes || unpacked > importLimits.unpackedBytes)
        throw new ImportFault('too-large')
      onPiece(piece)
    }
    const packed = file.subarray(entry.at, entry.at + entry.packedBytes)
    if (entry.method === 0) take(packed)
    else if (entry.method === 8) inflate(packed, take)
    else throw new ImportFault('unreadable')
  }

  function start(name: string): Uint8Array {
    const entry = entries.get(name)
    if (entry === undefined) throw new ImportFault('unreadable')
    const packed = file.subarray(entry.at, entry.at + Math.min(entry.packedBytes, 512))
    if (entry.method === 0) return packed
    let first: Uint8Array | null = null
    inflate(
      packed,
      piece => {
        first ??= piece.slice(0, 64)
      },
      false,
    )
    return first ?? new Uint8Array()
  }

  return {
    start,
    has: name => entries.has(name),
    names: () => [...entries.keys()],
    read,
    bytes: name => {
      const pieces: Uint8Array[] = []
      read(name, piece => pieces.push(piece))
      return Buffer.concat(pieces)
    },
  }
}

/** Small pieces in, so that a bomb is noticed long before it is unpacked. */
const pieceBytes = 16_384

/** `whole`: false where only the beginning is at hand. */
function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void, whole = true): void {
  const stream = new Inflate(piece => take(piece))
  try {
    for (let from = 0; from < packed.length; from += pieceBytes) {
      const to = Math.min(from + pieceBytes, packed.length)
      stream.push(packed.subarray(from, to), whole && to === packed.length)
    }
  } catch (error) {
    throw error instanceof ImportFault ? error : new ImportFault('unreadable')
  }
}

function readDirectory(file: Uint8Array): Map<string, Entry> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > importLimits.entries) throw new ImportFault('too-large')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || view.getUint32(at, true) !== directorySignature)
      throw new ImportFault('unreadable')
    const nameBytes = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameBytes))
    const entry = placeOf(view, at)
    // Parts are only ever looked up by name, but a name that climbs is nobody's honest work.
    if (isClimbing(name) || entries.has(name)) throw new ImportFault('unsafe')
    entries.set(name, entry)
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function placeOf(view: DataView, at: number): Entry {
  const local = view.getUint32(at + 42, true)
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature)
    throw new ImportFault('unreadable')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const packedBytes = view.getUint32(at + 20, true)
  if (start + packedBytes > view.byteLength) throw new ImportFault('unreadable')
  return {
    method: view.getUint16(at + 10, true),
    at: start,
    packedBytes,
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  }
}

/** The record at the end of the file, behind which only a comment of at most 65,535 bytes may stand. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === endSignature) return at
  throw new ImportFault('unreadable')
}

function isClimbing(name: string): boolean {
  return name.startsWith('/') || /(^|[\\/])\.\.([\\/]|$)/.test(name) || /^[a-z]:/i.test(name)
}
