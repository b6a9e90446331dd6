import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { nodeFiles } from '#main/store/files/node-files'
import { openStore } from '#main/store/open-store'
import type { Store } from '#main/store/store'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { testEnvironment } from '#tests/support/test-environment'
import { hashOf, openDoomed, openSample, removed, type SampleCollections, saved } from './sample-store'

const card = z.object({ id: z.string(), headline: z.string(), edition: z.int() })
const person = z.object({ id: z.string(), name: z.string() })

/** The sample store, its articles read in the background. */
function openLater(
  directory: string,
  epoch: number,
  articles: z.ZodType<SampleCollections['articles']> = card,
) {
  return openStore<SampleCollections>({
    directory,
    collections: { articles, accounts: person },
    files: nodeFiles(),
    environment: testEnvironment(),
    epoch,
    later: ['articles'],
    firstScreen: { newest: 'articles', belonging: {} },
  })
}

const articleCount = 4_500

/** Closed at rest: 4,500 articles in three segments, the last ten changed last. */
async function aWorkspace(): Promise<string> {
  const directory = await temporaryWorkspace()
  const store = await openLater(directory, 1)
  for (let from = 0; from < articleCount; from += 500)
    await store.commit({
      ...saved('all', 1),
      changes: Array.from({ length: 500 }, (_, n) => saved(`a${from + n}`, 1).changes).flat(),
    })
  await store.checkpoint()
  for (let n = 0; n < 10; n++) await store.commit(saved(`a${n}`, 2, `bản hai của a${n}`))
  await store.close()
  return directory
}

function articlesOf(store: Store<SampleCollections>): number[] {
  return [...store.all('articles').values()].map(({ edition }) => edition)
}

describe('collections read in the background', () => {
  it('show the newest records and their number at once, and refuse to be taken for whole', async () => {
    const store = await openLater(await aWorkspace(), 2)
    expect(store.isLoaded).toBe(false)
    expect(store.early.newest('articles').slice(0, 3)).toMatchObject([
      { id: 'a9', edition: 2 },
      { id: 'a8', edition: 2 },
      { id: 'a7', edition: 2 },
    ])
    expect(store.early.newest('articles')).toHaveLength(100)
    expect(store.early.count('articles')).toBe(articleCount)
    expect(() => store.all('articles')).toThrow('await store.loaded')
    expect(() => store.get('articles', 'a1')).toThrow('await store.loaded')
    expect(store.all('accounts').size).toBe(0)
    await store.loaded
    expect(store.isLoaded).toBe(true)
    expect(articlesOf(store)).toHaveLength(articleCount)
    expect(store.get('articles', 'a3')?.edition).toBe(2)
    await store.close()
  })

  it('keep what is changed before they are there: replayed, committed, removed, new', async () => {
    const directory = await aWorkspace()
    const { store: crashing, crash } = await openDoomed(directory, 2)
    await crashing.commit(saved('a20', 3))
    await crashing.commit(removed('a21'))
    await crashing.commit(saved('mới', 1))
    await crash()

    const store = await openLater(directory, 3)
    expect(store.isLoaded).toBe(false)
    expect(store.early.count('articles')).toBeNull()
    await store.commit(saved('a30', 4))
    await store.commit(removed('a31'))
    await store.loaded
    const whole = (opened: Store<SampleCollections>) => {
      expect(opened.all('articles').size).toBe(articleCount - 1)
      expect(opened.get('articles', 'a20')?.edition).toBe(3)
      expect(opened.get('articles', 'a30')?.edition).toBe(4)
      expect(opened.get('articles', 'mới')?.edition).toBe(1)
      expect(opened.get('articles', 'a21')).toBeUndefined()
      expect(opened.get('articles', 'a31')).toBeUndefined()
    }
    whole(store)
    await store.close()
    const eager = await openSample(directory, { epoch: 4 })
    whole(eager)
    expect(await eager.verify()).toMatchObject({ ok: true })
    await eager.close()
  })

  it('are not waited for by a store that closes unchanged, but by one that has something to write', async () => {
    const directory = await aWorkspace()
    const idle = await openLater(directory, 2)
    await idle.close()
    expect(idle.isLoaded).toBe(false)
    const busy = await openLater(directory, 3)
    await busy.commit(saved('a40', 5))
    await busy.close()
    const again = await openSample(directory, { epoch: 4 })
    expect(again.all('articles').size).toBe(articleCount)
    expect(again.get('articles', 'a40')?.edition).toBe(5)
    await again.close()
  })

  const damages = {
    'a flipped byte': async (path: string) => {
      const bytes = await readFile(path)
      bytes[500] = (bytes[500] ?? 0) ^ 1
      await writeFile(path, bytes)
    },
    'a cut end': (path: string) => truncate(path, 1_000),
    'a missing file': (path: string) => rm(path),
  }

  it.each(Object.entries(damages))(
    'come from the checkpoint before when there is %s',
    async (_name, damage) => {
      const directory = await aWorkspace()
      const folder = join(directory, 'collections')
      // Of the newest checkpoint alone; the other segments are named by the one before, too.
      const newest = (await readdir(folder)).find(name => name.startsWith('articles.19.')) ?? ''
      await damage(join(folder, newest))
      const store = await openLater(directory, 2)
      await store.commit(saved('a50', 6))
      await store.loaded
      expect(store.health).toEqual({ kind: 'writable' })
      expect(store.recovery.checkpoint).toBe('previous')
      expect(articlesOf(store)).toHaveLength(articleCount)
      expect(store.get('articles', 'a3')?.edition).toBe(2)
      expect(store.get('articles', 'a50')?.edition).toBe(6)
      await store.close()
      const again = await openLater(directory, 3)
      await again.loaded
      expect(again.recovery.checkpoint).toBe('newest')
      expect(again.get('articles', 'a50')?.edition).toBe(6)
      expect(await again.verify()).toMatchObject({ ok: true })
      await again.close()
    },
  )

  it('are checked again when the schema is another one than wrote them', async () => {
    const directory = await aWorkspace()
    const stricter = card.extend({ edition: z.int().min(2) })
    const store = await openLater(directory, 2, stricter)
    await store.loaded
    expect(store.health).toMatchObject({ kind: 'read-only', cause: 'damaged' })
    expect(store.health.kind === 'read-only' && store.health.detail).toContain('articles/a10')
    await store.close()
  })

  it('do not bring back bodies that the archive holds', async () => {
    const directory = await aWorkspace()
    await truncate(join(directory, 'collections/manifest.json'), 10)
    const store = await openLater(directory, 2)
    await store.loaded
    expect(Buffer.from(await store.blobs.read(hashOf('bản hai của a3'))).toString()).toBe('bản hai của a3')
    await store.close()
  })
})
