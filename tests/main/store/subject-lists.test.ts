import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Files } from '#main/store/files/files'
import { nodeFiles } from '#main/store/files/node-files'
import { openSealedJson, sealJson } from '#main/store/files/sealed-json'
import { openSample, saved } from '#tests/main/store/sample-store'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'

/** A workspace whose archive holds one segment for each of these lists of articles. */
async function archived(segments: readonly (readonly string[])[]): Promise<string> {
  const directory = await temporaryWorkspace()
  const store = await openSample(directory)
  for (const [edition, articles] of segments.entries()) {
    for (const article of articles) await store.commit(saved(article, edition))
    await store.checkpoint()
  }
  await store.close()
  return directory
}

/** Editions told of an article by a store opened anew, and how many archived segments were read for them. */
async function ask(directory: string, subject: string) {
  let archives = 0
  const disk = nodeFiles()
  const files: Files = {
    ...disk,
    read(path) {
      if (path.endsWith('.log.gz')) archives++
      return disk.read(path)
    },
  }
  const store = await openSample(directory, { files })
  archives = 0
  const entries = await store.history({ subject, limit: 100 })
  const editions = entries.map(({ event }) => event.details.edition)
  await store.close()
  return { editions, archives }
}

const rare = [['rare', 'a'], ['a'], ['a'], ['rare'], ['a'], ['a'], ['a']]
const lists = (directory: string) => join(directory, 'subjects.json')

describe('the history of a subject', () => {
  it('reads, the second time, only the segments that tell of it', async () => {
    const directory = await archived(rare)
    expect(await ask(directory, 'rare')).toEqual({ editions: [3, 0], archives: 7 })
    // The newest is held against nothing behind it, so it is read.
    expect(await ask(directory, 'rare')).toEqual({ editions: [3, 0], archives: 3 })
    expect(await ask(directory, 'nobody')).toEqual({ editions: [], archives: 1 })
  })

  it('is whole when the lists are damaged, and makes them anew', async () => {
    const directory = await archived(rare)
    await ask(directory, 'rare')
    const bytes = await readFile(lists(directory))
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(lists(directory), bytes)
    expect(await ask(directory, 'rare')).toEqual({ editions: [3, 0], archives: 7 })
    expect((await ask(directory, 'rare')).archives).toBe(3)
  })

  it('is whole when a list belongs to another journal', async () => {
    const directory = await archived(rare)
    await ask(directory, 'rare')
    const other = await archived(rare.map(articles => articles.map(() => 'a')))
    await ask(other, 'rare')
    const [own, foreign] = await Promise.all(
      [directory, other].map(
        async one => openSealedJson(await readFile(lists(one))) as { workspace: string },
      ),
    )
    await writeFile(lists(directory), sealJson({ ...foreign, workspace: own?.workspace }))
    expect((await ask(directory, 'rare')).editions).toEqual([3, 0])
  })

  it('equals what the whole history says of it, whatever was done, closed and asked before', async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd')
    const act = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('save' as const), name }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('checkpoint' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('ask' as const),
          name,
          before: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
          limit: fc.integer({ min: 1, max: 8 }),
        }),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async acts => {
        const directory = await temporaryWorkspace()
        let store = await openSample(directory)
        for (const [edition, one] of acts.entries()) {
          if (one.kind === 'save') await store.commit(saved(one.name, edition))
          if (one.kind === 'checkpoint') await store.checkpoint()
          if (one.kind === 'reopen') {
            await store.close()
            store = await openSample(directory)
          }
          if (one.kind !== 'ask') continue
          const { before = Number.POSITIVE_INFINITY, limit } = one
          const all = await store.history({ limit: 1_000 })
          const expected = all.filter(
            ({ event, position }) => event.subject === one.name && position.sequence < before,
          )
          expect(await store.history({ subject: one.name, before, limit })).toEqual(expected.slice(0, limit))
        }
        await store.close()
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})
