import { dirname, join } from 'node:path'
import { type Files, makesNew, type OpenFile } from '../files/files'

/** What can be read; nothing behind it is ever changed. */
export type ReadableFiles = Pick<Files, 'read' | 'stream' | 'size' | 'names' | 'realPath'>

/**
 * A disk whose changes stay in memory: a store opened on it mends, claims an epoch and checkpoints as always, while the
 * folder behind is not touched. For proving that a copy opens, and for reading a workspace somebody else writes to.
 */
export function overlayFiles(base: ReadableFiles): Files {
  /** Null: removed here. */
  const changed = new Map<string, Buffer | null>()

  async function read(path: string): Promise<Buffer | null> {
    const own = changed.get(path)
    if (own !== undefined) return own
    const bytes = await base.read(path)
    return bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  async function size(path: string): Promise<number | null> {
    const own = changed.get(path)
    return own === undefined ? base.size(path) : (own?.length ?? null)
  }

  function openFile(path: string, sizeBefore: number): OpenFile {
    const content = async (): Promise<Buffer> => (await read(path)) ?? Buffer.alloc(0)
    return {
      async write(data, position) {
        const before = await content()
        const after = Buffer.alloc(Math.max(before.length, position + data.byteLength))
        before.copy(after)
        after.set(data, position)
        changed.set(path, after)
        return data.byteLength
      },
      dataSync: async () => {},
      async truncate(length) {
        const after = Buffer.alloc(length)
        ;(await content()).copy(after)
        changed.set(path, after)
      },
      size: async () => (await size(path)) ?? 0,
      sizeNow: () => changed.get(path)?.length ?? sizeBefore,
      close: async () => {},
    }
  }

  return {
    async open(path, mode) {
      const before = await size(path)
      if (before !== null && makesNew(mode))
        throw Object.assign(new Error(`${path} is already there`), { code: 'EEXIST' })
      if (before === null) changed.set(path, Buffer.alloc(0))
      return openFile(path, before ?? 0)
    },
    read,
    async *stream(path, range) {
      const own = changed.get(path)
      if (own === undefined) yield* base.stream(path, range)
      else yield (own ?? Buffer.alloc(0)).subarray(range?.start ?? 0, range?.end)
    },
    size,
    async names(directory) {
      const names = new Set(await base.names(directory))
      for (const [path, content] of changed) {
        if (dirname(path) !== directory) continue
        const name = path.slice(join(directory, '/').length)
        if (content === null) names.delete(name)
        else names.add(name)
      }
      return [...names].sort()
    },
    async rename(from, to) {
      const content = await read(from)
      if (content === null) throw Object.assign(new Error(`${from} is not there`), { code: 'ENOENT' })
      changed.set(to, content)
      changed.set(from, null)
    },
    async remove(path) {
      if ((await size(path)) !== null) changed.set(path, null)
    },
    removeDirectory: async () => {},
    makeDirectory: async () => {},
    syncDirectory: async () => {},
    realPath: path => base.realPath(path),
  }
}
