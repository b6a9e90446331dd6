import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlobHash } from '#common/domain/ids'
import { collectBlobs } from '#main/store/blobs/collect-blobs'
import { nodeFiles } from '#main/store/files/node-files'
import type { Store } from '#main/store/store'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { articleOne, articleTwo, hashOf, openSample, type SampleCollections, saved } from './sample-store'

const dayMs = 86_400_000

function collectAt(workspace: string, nowMs: number) {
  const environment = { now: () => nowMs, randomBytes: (length: number) => new Uint8Array(length) }
  return collectBlobs({ files: nodeFiles(), environment, workspace, graceDays: 30 })
}

/** A record that names a blob. */
function naming(store: Store<SampleCollections>, id: string, hash: BlobHash) {
  return store.commit({
    ...saved(id, 1),
    changes: [{ collection: 'articles', put: { id, headline: `Ảnh ${hash}`, edition: 1 } }],
  })
}

describe('collecting blobs', () => {
  it('puts aside what nothing names, keeps it readable, and removes it after the time of grace', async () => {
    const workspace = await temporaryWorkspace()
    const store = await openSample(workspace)
    const kept = await store.blobs.put(Buffer.from('ảnh đang dùng'))
    const orphan = await store.blobs.put(Buffer.from('ảnh không ai nhắc tới'))
    await naming(store, 'a1', kept.hash)
    await store.checkpoint()
    const start = Date.UTC(2026, 10, 20)
    expect(await collectAt(workspace, start)).toEqual({
      trashed: [orphan.hash],
      broughtBack: [],
      removed: [],
    })
    expect(Buffer.from(await store.blobs.read(orphan.hash)).toString()).toBe('ảnh không ai nhắc tới')
    expect((await store.blobs.open(orphan.hash)).size).toBe(orphan.size)
    expect(await collectAt(workspace, start + 29 * dayMs)).toEqual({
      trashed: [],
      broughtBack: [],
      removed: [],
    })
    const last = await collectAt(workspace, start + 32 * dayMs)
    expect(last.removed).toEqual([orphan.hash])
    expect(await store.blobs.has(orphan.hash)).toBe(false)
    expect(await store.blobs.has(kept.hash)).toBe(true)
    await store.close()
  })

  it('brings back what was named again while it lay aside', async () => {
    const workspace = await temporaryWorkspace()
    const store = await openSample(workspace)
    const { hash } = await store.blobs.put(Buffer.from('ảnh'))
    await collectAt(workspace, Date.UTC(2026, 10, 20))
    await naming(store, 'a1', hash)
    const later = await collectAt(workspace, Date.UTC(2027, 10, 20))
    expect(later).toEqual({ trashed: [], broughtBack: [hash], removed: [] })
    expect(await store.verify()).toMatchObject({ ok: true, blobs: 1 })
    await store.close()
  })

  it('touches nothing when a source cannot be read', async () => {
    const workspace = await temporaryWorkspace()
    const store = await openSample(workspace)
    const { hash } = await store.blobs.put(Buffer.from('ảnh'))
    await mkdir(join(workspace, 'journal', 'archive'), { recursive: true })
    await writeFile(join(workspace, 'journal', 'archive', '0000000000000000.log.gz'), 'không phải gzip')
    await expect(collectAt(workspace, Date.UTC(2026, 10, 20))).rejects.toThrow()
    expect(await store.blobs.has(hash)).toBe(true)
    await store.close()
  })

  it('never removes what a record, a revision, a picture in a revision or a kept draft state names', async () => {
    const action = fc.record({
      kind: fc.constantFrom(
        'orphan',
        'record',
        'forget',
        'revision',
        'draft',
        'snapshot',
        'checkpoint',
        'collect',
      ),
      blob: fc.nat(5),
      days: fc.nat(40),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 14 }), async actions => {
        const workspace = await temporaryWorkspace()
        const store = await openSample(workspace)
        const drafts = [
          await store.drafts.create(articleOne, { text: '' }),
          await store.drafts.create(articleTwo, { text: '' }),
        ]
        const needed = new Set<BlobHash>()
        let nowMs = Date.UTC(2026, 0, 1)
        for (const { kind, blob, days } of actions) {
          const bytes = `tệp ${blob}`
          const hash = hashOf(bytes)
          const draft = drafts[blob % 2]
          if (draft === undefined) throw new Error('no draft')
          const put = () => store.blobs.put(Buffer.from(bytes))
          nowMs += days * dayMs
          if (kind === 'orphan') await put()
          if (kind === 'record') {
            await put()
            await naming(store, `a${blob}`, hash)
            needed.add(hash)
          }
          // The journal keeps what was once said, so the blob is still needed by it.
          if (kind === 'forget') await store.commit(saved(`a${blob}`, 2))
          if (kind === 'revision') {
            await put()
            const text = JSON.stringify({ article: 'a1', blobs: [hash] })
            await store.commit(saved('a1', 3, text))
            needed.add(hash).add(hashOf(text))
          }
          if (kind === 'draft') {
            await put()
            await draft.append({
              version: draft.version,
              at: '2026-01-05T03:30:00.000Z',
              account: 'lan',
              client: 'w1',
              steps: [{ insert: hash }],
            })
            needed.add(hash)
          }
          if (kind === 'snapshot')
            await draft.snapshotAt({ version: draft.version, document: { text: 'ảnh đã bỏ' } })
          if (kind === 'checkpoint') await store.checkpoint()
          if (kind === 'collect') await collectAt(workspace, nowMs)
        }
        await collectAt(workspace, nowMs + 50 * dayMs)
        await collectAt(workspace, nowMs + 100 * dayMs)
        for (const hash of needed) expect(hashOf(await store.blobs.read(hash))).toBe(hash)
        await store.checkpoint()
        for (const hash of needed) expect(await store.blobs.has(hash)).toBe(true)
        await store.close()
      }),
      { numRuns: 40, seed: 20261123 },
    )
  })
})
