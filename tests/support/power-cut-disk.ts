import { basename, dirname, join } from 'node:path'
import { type Files, makesNew, type OpenFile, type OpenMode } from '#main/store/files/files'
import { diskError } from '#tests/support/watched-files'

/** A file's bytes as last synced, and what was done to it since, in order. */
interface Inode {
  synced: Buffer
  now: Buffer
  pending: ({ readonly at: number; readonly data: Buffer } | { readonly length: number })[]
}

type Entry = { readonly kind: 'file'; readonly inode: Inode } | { readonly kind: 'folder' }
type NameChange = readonly { readonly name: string; readonly entry: Entry | null }[]

interface Folder {
  readonly synced: Map<string, Entry>
  readonly now: Map<string, Entry>
  pending: NameChange[]
}

/** Between 0 (inclusive) and 1; the same seed gives the same cuts. */
export type Random = () => number

export function seededRandom(seed: number): Random {
  let state = seed * 2_654_435_761 + 1
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39)
    mixed ^= mixed >>> 16
    return (mixed >>> 0) / 2 ** 32
  }
}

/** Syncs that do nothing: the fault that the power cuts must bring to light. */
export interface Lies {
  readonly dataSync?: boolean
  readonly syncDirectory?: boolean
}

/**
 * A disk in memory that can lose its power: what was not synced may then be there, be missing, be torn or zero, in any
 * combination; names likewise, until their folder is synced. `operations` counts changes; after `dieAt` of them every
 * operation fails.
 */
export class PowerCutDisk {
  operations = 0
  dieAt = Number.POSITIVE_INFINITY
  readonly #folders = new Map<string, Folder>()

  constructor(
    root: string,
    readonly lies: Lies = {},
  ) {
    this.#folders.set(root, emptyFolder())
  }

  /** The power is gone; comes back with one of the states the disk may be in. */
  cut(random: Random): void {
    // Parents come first: a folder is made after the one that holds it.
    const reachable = new Set<string>([...this.#folders.keys()].slice(0, 1))
    for (const [path, folder] of this.#folders) {
      if (!reachable.has(path)) {
        this.#folders.delete(path)
        continue
      }
      for (const changes of folder.pending)
        if (random() < 0.5) for (const { name, entry } of changes) setEntry(folder.synced, name, entry)
      folder.pending = []
      folder.now.clear()
      for (const [name, entry] of folder.synced) {
        folder.now.set(name, entry)
        if (entry.kind === 'folder') reachable.add(join(path, name))
      }
    }
    const inodes = new Set<Inode>()
    for (const folder of this.#folders.values())
      for (const entry of folder.now.values()) if (entry.kind === 'file') inodes.add(entry.inode)
    for (const inode of inodes) settle(inode, random)
    this.dieAt = Number.POSITIVE_INFINITY
  }

  /** The same disk once more, as it is now; neither knows of the other from here on. */
  fork(): PowerCutDisk {
    const twin = new PowerCutDisk('/', this.lies)
    const inodes = new Map<Inode, Inode>()
    const copyOf = (entry: Entry): Entry => {
      if (entry.kind === 'folder') return entry
      // Buffers are replaced, never written into, so that both may hold them.
      const inode = inodes.get(entry.inode) ?? { ...entry.inode, pending: [...entry.inode.pending] }
      inodes.set(entry.inode, inode)
      return { kind: 'file', inode }
    }
    const copyNames = (names: ReadonlyMap<string, Entry>) =>
      new Map([...names].map(([name, entry]) => [name, copyOf(entry)]))
    twin.#folders.clear()
    for (const [path, { synced, now, pending }] of this.#folders)
      twin.#folders.set(path, {
        synced: copyNames(synced),
        now: copyNames(now),
        pending: pending.map(changes =>
          changes.map(({ name, entry }) => ({ name, entry: entry === null ? null : copyOf(entry) })),
        ),
      })
    twin.operations = this.operations
    return twin
  }

  /** Every file, by path. */
  paths(): readonly string[] {
    return [...this.#folders]
      .flatMap(([path, { now }]) =>
        [...now].flatMap(([name, { kind }]) => (kind === 'file' ? [join(path, name)] : [])),
      )
      .sort()
  }

  /** What the file layer would read, at once; throws when there is no such file. */
  peek(path: string): Buffer {
    const inode = this.#find(path)
    if (inode === null) throw diskError('ENOENT')
    return inode.now
  }

  /** Rot or somebody's hand: the file holds other bytes, and so does the disk. Null removes it. */
  poke(path: string, bytes: Buffer | null): void {
    const folder = this.#folder(dirname(path))
    const inode: Inode = { synced: bytes ?? Buffer.alloc(0), now: bytes ?? Buffer.alloc(0), pending: [] }
    const entry: Entry | null = bytes === null ? null : { kind: 'file', inode }
    setEntry(folder.now, basename(path), entry)
    setEntry(folder.synced, basename(path), entry)
  }

  readonly files: Files = {
    open: (path, mode) =>
      this.#change(() => {
        const folder = this.#folder(dirname(path))
        const found = folder.now.get(basename(path))
        if (found?.kind === 'file') {
          if (makesNew(mode)) throw diskError('EEXIST')
          return this.#openFile(found.inode, mode)
        }
        const inode: Inode = { synced: Buffer.alloc(0), now: Buffer.alloc(0), pending: [] }
        apply(folder, [{ name: basename(path), entry: { kind: 'file', inode } }])
        return this.#openFile(inode, mode)
      }),
    read: async path => {
      this.#alive()
      const inode = this.#find(path)
      return inode === null ? null : Buffer.from(inode.now)
    },
    stream: path => {
      const inode = this.#find(path)
      return (async function* () {
        if (inode !== null) yield inode.now
      })()
    },
    size: async path => this.#find(path)?.now.length ?? null,
    names: async path => [...(this.#folders.get(path)?.now.keys() ?? [])].sort(),
    rename: (from, to) =>
      this.#change(() => {
        const inode = this.#find(from)
        if (inode === null) throw diskError('ENOENT')
        const [source, target] = [this.#folder(dirname(from)), this.#folder(dirname(to))]
        const gone = { name: basename(from), entry: null }
        const come = { name: basename(to), entry: { kind: 'file', inode } } as const
        if (source === target) apply(source, [gone, come])
        else {
          apply(target, [come])
          apply(source, [gone])
        }
      }),
    remove: path =>
      this.#change(() => {
        if (this.#find(path) !== null)
          apply(this.#folder(dirname(path)), [{ name: basename(path), entry: null }])
      }),
    removeDirectory: path =>
      this.#change(() => {
        const folder = this.#folders.get(path)
        if (folder === undefined) return
        if (folder.now.size > 0) throw diskError('ENOTEMPTY')
        this.#folders.delete(path)
        apply(this.#folder(dirname(path)), [{ name: basename(path), entry: null }])
      }),
    makeDirectory: path => this.#change(() => this.#makeFolder(path)),
    syncDirectory: path =>
      this.#change(() => {
        const folder = this.#folder(path)
        if (this.lies.syncDirectory === true) return
        for (const changes of folder.pending)
          for (const { name, entry } of changes) setEntry(folder.synced, name, entry)
        folder.pending = []
      }),
    realPath: async path => path,
  }

  #openFile(inode: Inode, mode: OpenMode): OpenFile {
    const write = (data: Uint8Array, position: number): Promise<number> =>
      this.#change(() => {
        inode.pending.push({ at: position, data: Buffer.from(data) })
        inode.now = withWrite(inode.now, position, data)
        return data.byteLength
      })
    const dataSync = (): Promise<void> =>
      this.#change(() => {
        if (this.lies.dataSync === true) return
        inode.synced = Buffer.from(inode.now)
        inode.pending = []
      })
    return {
      write:
        mode === 'create-durable'
          ? async (data, position) => {
              const taken = await write(data, position)
              await dataSync()
              return taken
            }
          : write,
      dataSync,
      truncate: length =>
        this.#change(() => {
          inode.pending.push({ length })
          inode.now = Buffer.from(inode.now.subarray(0, length))
        }),
      size: async () => inode.now.length,
      sizeNow: () => inode.now.length,
      close: () => Promise.resolve(),
    }
  }

  #alive(): void {
    if (this.operations >= this.dieAt) throw new Error('no power')
  }

  async #change<T>(work: () => T): Promise<T> {
    await Promise.resolve()
    this.#alive()
    this.operations++
    return work()
  }

  #makeFolder(path: string): void {
    if (this.#folders.has(path)) return
    this.#makeFolder(dirname(path))
    this.#folders.set(path, emptyFolder())
    apply(this.#folder(dirname(path)), [{ name: basename(path), entry: { kind: 'folder' } }])
  }

  #folder(path: string): Folder {
    const folder = this.#folders.get(path)
    if (folder === undefined) throw diskError('ENOENT')
    return folder
  }

  #find(path: string): Inode | null {
    const entry = this.#folders.get(dirname(path))?.now.get(basename(path))
    return entry?.kind === 'file' ? entry.inode : null
  }
}

function emptyFolder(): Folder {
  return { synced: new Map(), now: new Map(), pending: [] }
}

function apply(folder: Folder, changes: NameChange): void {
  folder.pending.push(changes)
  for (const { name, entry } of changes) setEntry(folder.now, name, entry)
}

function setEntry(names: Map<string, Entry>, name: string, entry: Entry | null): void {
  if (entry === null) names.delete(name)
  else names.set(name, entry)
}

function withWrite(bytes: Buffer, position: number, data: Uint8Array): Buffer {
  const grown = Buffer.alloc(Math.max(bytes.length, position + data.byteLength))
  bytes.copy(grown)
  grown.set(data, position)
  return grown
}

/** Of the writes since the last sync each may have arrived, not at all, in part, or only as a longer file full of zeros. */
function settle(inode: Inode, random: Random): void {
  let bytes = inode.synced
  for (const change of inode.pending) {
    const fate = random()
    if ('length' in change) bytes = fate < 0.5 ? Buffer.from(bytes.subarray(0, change.length)) : bytes
    else if (fate < 0.3) bytes = withWrite(bytes, change.at, change.data)
    else if (fate < 0.5)
      bytes = withWrite(bytes, change.at, change.data.subarray(0, Math.floor(random() * change.data.length)))
    else if (fate < 0.6) bytes = withWrite(bytes, change.at, Buffer.alloc(change.data.length))
    else if (fate < 0.8) bytes = withWrite(bytes, change.at, withHoles(change.data, random))
  }
  inode.synced = bytes
  inode.now = Buffer.from(bytes)
  inode.pending = []
}

/** Sectors of 512 bytes arrive or stay zero, each for itself. */
function withHoles(data: Buffer, random: Random): Buffer {
  const holed = Buffer.from(data)
  for (let start = 0; start < holed.length; start += 512)
    if (random() < 0.5) holed.subarray(start, start + 512).fill(0)
  return holed
}
