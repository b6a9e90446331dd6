import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { watchedFiles } from '#tests/support/watched-files'
import { openSample, removed, type SampleCollections, saved } from './sample-store'

interface SegmentFile {
  readonly collection: string
  readonly records: readonly { readonly id: string; readonly edition: number }[]
}

const collections = (directory: string, name = '') => join(directory, 'collections', name)

async function segmentNames(directory: string): Promise<readonly string[]> {
  return (await readdir(collections(directory))).filter(name => !name.startsWith('manifest'))
}

/** Two checkpoints: editions 1 of a1 and a2, then edition 2 of a1. */
async function twiceCheckpointed(): Promise<string> {
  const directory = await temporaryWorkspace()
  const store = await openSample(directory)
  await store.commit(saved('a1', 1))
  await store.commit(saved('a2', 1))
  await store.checkpoint()
  await store.commit(saved('a1', 2))
  await store.close()
  return directory
}

describe('collections at rest', () => {
  it('are JSON that stock lowdb opens', async () => {
    const directory = await twiceCheckpointed()
    const [newest = ''] = (await segmentNames(directory)).filter(name => name.startsWith('articles.3.'))
    const low = new Low<SegmentFile>(new JSONFile(collections(directory, newest)), {
      collection: '',
      records: [],
    })
    await low.read()
    expect(low.data.collection).toBe('articles')
    expect(low.data.records.map(({ id, edition }) => [id, edition])).toEqual([
      ['a1', 2],
      ['a2', 1],
    ])
    const manifest = new Low(new JSONFile<{ covers: unknown }>(collections(directory, 'manifest.json')), {
      covers: null,
    })
    await manifest.read()
    expect(manifest.data.covers).toMatchObject({ sequence: 3 })
  })

  it('lie in segments of two thousand, and a change rewrites only its own', async () => {
    const directory = await temporaryWorkspace()
    const written: string[] = []
    const files = watchedFiles(nodeFiles(), ({ kind, path }) => {
      if (kind === 'rename') written.push(basename(path))
      return undefined
    })
    const store = await openSample(directory, { files })
    const changes = Array.from({ length: 4_500 }, (_, n) => saved(`a${n}`, 1).changes[0]).flatMap(
      change => change ?? [],
    )
    await store.commit({ ...saved('all', 1), changes })
    await store.checkpoint()
    expect(await segmentNames(directory)).toEqual([
      'articles.1.0.json',
      'articles.1.1.json',
      'articles.1.2.json',
    ])
    written.length = 0
    await store.commit(saved('a2500', 2))
    await store.checkpoint()
    expect(written.filter(name => name.startsWith('articles'))).toEqual(['articles.2.1.json'])
    await store.commit(removed('a3'))
    await store.commit(saved('mới', 1))
    await store.close()

    const again = await openSample(directory, { epoch: 2 })
    expect(again.all('articles').size).toBe(4_500)
    expect(again.get('articles', 'a2500')?.edition).toBe(2)
    expect(again.get('articles', 'a3')).toBeUndefined()
    await again.close()
  })

  it('name the newest hundred in the manifest, last changed first, over a restart too', async () => {
    const directory = await temporaryWorkspace()
    const store = await openSample(directory)
    for (let n = 0; n < 250; n++) void store.commit(saved(`a${n}`, 1))
    await store.commit(saved('a5', 2))
    await store.close()
    const again = await openSample(directory, { epoch: 2 })
    await again.commit(saved('a7', 2))
    await again.close()
    const manifest: { newest: { articles: SampleCollections['articles'][] } } = JSON.parse(
      await readFile(collections(directory, 'manifest.json'), 'utf8'),
    )
    expect(manifest.newest.articles).toHaveLength(100)
    expect(manifest.newest.articles.slice(0, 3).map(card => card.id)).toEqual(['a7', 'a5', 'a249'])
  })

  it('keep the previous checkpoint whole and nothing older', async () => {
    const directory = await twiceCheckpointed()
    expect((await readdir(collections(directory))).sort()).toEqual([
      'articles.2.0.json',
      'articles.3.0.json',
      'manifest.json',
      'manifest.previous.json',
    ])
    const store = await openSample(directory, { epoch: 2 })
    await store.commit(saved('a1', 3))
    await store.close()
    expect(await segmentNames(directory)).toEqual(['articles.3.0.json', 'articles.4.0.json'])
  })
})

describe('a damaged checkpoint', () => {
  const damages = {
    'truncated manifest': async (directory: string) => truncate(collections(directory, 'manifest.json'), 100),
    'empty manifest': async (directory: string) => truncate(collections(directory, 'manifest.json'), 0),
    'zero-filled manifest': async (directory: string) => {
      const path = collections(directory, 'manifest.json')
      await writeFile(path, Buffer.alloc((await stat(path)).size))
    },
    'manifest with another number': async (directory: string) => {
      const path = collections(directory, 'manifest.json')
      await writeFile(path, (await readFile(path, 'utf8')).replace('"sequence":3', '"sequence":2'))
    },
    'truncated segment': async (directory: string) =>
      truncate(collections(directory, 'articles.3.0.json'), 20),
    'segment with another text': async (directory: string) => {
      const path = collections(directory, 'articles.3.0.json')
      await writeFile(path, (await readFile(path, 'utf8')).replace('Tin về a2', 'Tin về aX'))
    },
  }

  it.each(Object.entries(damages))(
    '(%s) falls back to the previous one and the journal',
    async (_name, damage) => {
      const directory = await twiceCheckpointed()
      await damage(directory)
      const store = await openSample(directory, { epoch: 2 })
      expect(store.health).toEqual({ kind: 'writable' })
      expect(store.recovery.checkpoint).toBe('previous')
      expect(store.recovery.quarantine).toContain('quarantine')
      expect(store.get('articles', 'a1')?.edition).toBe(2)
      expect(store.get('articles', 'a2')?.headline).toBe('Tin về a2')
      expect(store.checkpointFailure).toBeNull()
      await store.close()
      const again = await openSample(directory, { epoch: 3 })
      expect(again.recovery.checkpoint).toBe('newest')
      expect(again.get('articles', 'a1')?.edition).toBe(2)
      expect(await again.verify()).toMatchObject({ ok: true })
      await again.close()
    },
  )

  it('with its predecessor damaged too is built again from the whole journal', async () => {
    const directory = await twiceCheckpointed()
    await truncate(collections(directory, 'manifest.json'), 10)
    await truncate(collections(directory, 'manifest.previous.json'), 10)
    const store = await openSample(directory, { epoch: 2 })
    expect(store.recovery.checkpoint).toBe('journal')
    expect(store.health).toEqual({ kind: 'writable' })
    expect(store.get('articles', 'a1')?.edition).toBe(2)
    expect(store.get('articles', 'a2')?.edition).toBe(1)
    await store.close()
  })

  it('is named by verify while the store is open', async () => {
    const directory = await twiceCheckpointed()
    const store = await openSample(directory, { epoch: 2 })
    await truncate(collections(directory, 'articles.3.0.json'), 20)
    expect(await store.verify()).toMatchObject({
      ok: false,
      firstBad: { file: collections(directory, 'articles.3.0.json') },
    })
    await store.close()
  })
})
