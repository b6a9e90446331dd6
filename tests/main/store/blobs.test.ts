import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BlobError } from '#main/store/blobs/blob-store'
import { nodeFiles } from '#main/store/files/node-files'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { watchedFiles } from '#tests/support/watched-files'
import { hashOf, openSample, saved } from './sample-store'

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

async function* inPieces(bytes: Buffer, size: number): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

describe('a blob', () => {
  it('is kept under the hash of its bytes, whole or streamed, once', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const bytes = Buffer.from('ảnh lễ hội đền Đức Thánh Cả'.repeat(1_000))
    const stored = await store.blobs.put(bytes)
    expect(stored).toEqual({ hash: hashOf(bytes), size: bytes.length })
    expect(await store.blobs.put(inPieces(bytes, 777))).toEqual(stored)
    expect(Buffer.from(await store.blobs.read(stored.hash))).toEqual(bytes)
    expect(await store.blobs.has(stored.hash)).toBe(true)
    expect(await store.blobs.size(stored.hash)).toBe(bytes.length)
    const found = []
    for await (const hash of store.blobs.hashes()) found.push(hash)
    expect(found).toEqual([stored.hash])
    expect(await readdir(join(directory, 'blobs', 'temporary'))).toEqual([])
    await store.close()
  })

  it('is read in part, from the disk and from a commit still in memory', async () => {
    const store = await openSample(await temporaryWorkspace())
    const { hash } = await store.blobs.put(Buffer.from('0123456789'))
    await store.commit(saved('a1', 1, 'abcdefghij'))
    for (const [name, text] of [
      [hash, '0123456789'],
      [hashOf('abcdefghij'), 'abcdefghij'],
    ] as const) {
      const part = await store.blobs.open(name, { start: 2, end: 5 })
      expect(part.size).toBe(10)
      expect((await collect(part.stream)).toString()).toBe(text.slice(2, 5))
      const tail = await store.blobs.open(name, { start: 8, end: 99 })
      expect((await collect(tail.stream)).toString()).toBe(text.slice(8))
      expect((await collect((await store.blobs.open(name)).stream)).toString()).toBe(text)
    }
    await store.close()
  })

  it('that is missing or changed on disk is named, never handed out', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const absent = hashOf('không có')
    await expect(store.blobs.read(absent)).rejects.toMatchObject({ kind: 'missing', hash: absent })
    await expect(store.blobs.open(absent)).rejects.toBeInstanceOf(BlobError)
    expect(await store.blobs.has(absent)).toBe(false)
    const { hash } = await store.blobs.put(Buffer.from('nguyên bản'))
    await writeFile(join(directory, 'blobs', hash.slice(0, 2), hash.slice(2)), 'đã bị sửa')
    await expect(store.blobs.read(hash)).rejects.toMatchObject({ kind: 'damaged', hash })
    expect(await store.verify()).toMatchObject({ ok: false, blobs: 1 })
    await store.blobs.put(Buffer.from('nguyên bản'))
    expect(Buffer.from(await store.blobs.read(hash)).toString()).toBe('nguyên bản')
    await store.close()
  })

  it('that is too large, or whose sender fails, leaves nothing behind', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    const big = store.blobs.put(inPieces(Buffer.alloc(1_000), 100), { maxBytes: 999 })
    await expect(big).rejects.toMatchObject({ kind: 'too-large' })
    async function* breaking(): AsyncIterable<Uint8Array> {
      yield Buffer.from('một nửa')
      throw new Error('đứt mạng')
    }
    await expect(store.blobs.put(breaking())).rejects.toThrow('đứt mạng')
    expect(await readdir(join(directory, 'blobs', 'temporary'))).toEqual([])
    expect((await store.blobs.put(Buffer.alloc(999), { maxBytes: 999 })).size).toBe(999)
    await store.close()
  })

  it('that the disk refuses at any operation is not acknowledged, and the store stays writable', async () => {
    const bytes = Buffer.from('ảnh')
    for (let failing = 1; ; failing++) {
      let armed = false
      let count = 0
      const files = watchedFiles(nodeFiles(), () =>
        armed && ++count === failing ? { code: 'ENOSPC' } : undefined,
      )
      const directory = await temporaryWorkspace()
      const store = await openSample(directory, { files })
      armed = true
      const result = await store.blobs.put(bytes).catch((error: unknown) => error)
      armed = false
      expect(store.health.kind).toBe('writable')
      if (count < failing) {
        expect(failing).toBeGreaterThan(6)
        expect(result).toEqual({ hash: hashOf(bytes), size: bytes.length })
        await store.close()
        break
      }
      expect(result).toMatchObject({ name: 'BlobError', kind: 'disk-refused', cause: { code: 'ENOSPC' } })
      await store.blobs.put(bytes)
      expect(Buffer.from(await store.blobs.read(hashOf(bytes)))).toEqual(bytes)
      await store.close()
    }
  })

  it('half written by a crash is swept at the next opening', async () => {
    const directory = await temporaryWorkspace()
    const before = await openSample(directory)
    await before.blobs.put(Buffer.from('ảnh'))
    await before.close()
    await writeFile(join(directory, 'blobs', 'temporary', 'dở dang'), 'một nửa')
    const store = await openSample(directory, { epoch: 2 })
    expect(await readdir(join(directory, 'blobs', 'temporary'))).toEqual([])
    await store.close()
  })
})
