import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleId, blobHash } from '#common/domain/ids'
import { openLedger, type Place } from '#main/portal/articles/ledger'
import type { LedgerEntry } from '#main/portal/articles/ledger-entry'
import { type Listing, OrderedListings } from '#main/portal/articles/newest-first'
import { nodeFiles } from '#main/store/files/node-files'
import { sha256, testId } from '#tests/support/sealed-article'
import { temporaryFolder } from '#tests/support/temporary-workspace'

const ids = Array.from({ length: 12 }, () => articleId.parse(testId()))

function listing(index: number, publishedAtMs: number): Listing {
  const article = ids[index] ?? articleId.parse(testId())
  return { article, slug: '', category: '', publishedAtMs, acceptedAtMs: 0, hotUntilMs: null, poll: null }
}

describe('lists, newest first', () => {
  it('come to what sorting everything again would give, whatever is shown and withdrawn', () => {
    const change = fc.record({ index: fc.nat(11), at: fc.nat(5) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.nat(8), fc.nat(8), (changes, from, length) => {
        const list = new OrderedListings()
        const shown = new Map<number, Listing>()
        for (const { index, at } of changes) {
          const before = shown.get(index)
          if (before !== undefined) list.remove(before)
          shown.delete(index)
          if (at === 0) continue
          const now = listing(index, at)
          list.add(now)
          shown.set(index, now)
        }
        const sorted = [...shown.values()].sort(
          (a, b) => b.publishedAtMs - a.publishedAtMs || (a.article < b.article ? -1 : 1),
        )
        expect([...list]).toEqual(sorted)
        expect(list.size).toBe(sorted.length)
        expect(list.slice(from, from + length)).toEqual(sorted.slice(from, from + length))
      }),
    )
  })
})

function entry(number: number): LedgerEntry {
  return {
    v: 1,
    article: articleId.parse(testId()),
    sequence: number,
    decision: 'expire',
    revision: null,
    html: null,
    request: blobHash.parse(sha256(String(number))),
    stored: { offset: number, length: 1 },
    at: '2026-11-22T03:00:00.000Z',
    card: null,
  }
}

describe('the ledger', () => {
  it('gives every entry again, those it no longer keeps in memory and those of a former run', async () => {
    const path = join(await temporaryFolder(), 'ledger.ndjson')
    const entries = Array.from({ length: 1_100 }, (_, index) => entry(index + 1))
    const first = await openLedger(nodeFiles(), path, () => {})
    const places = await Promise.all(entries.map(first.append))
    expect(await Promise.all(places.map(first.read))).toEqual(entries)
    await first.close()

    const replayed: [LedgerEntry, Place][] = []
    const second = await openLedger(nodeFiles(), path, (one, place) => replayed.push([one, place]))
    expect(replayed).toEqual(entries.map((one, index) => [one, places[index]]))
    for (const index of [0, 600, 1_099])
      expect(await second.read(places[index] ?? { offset: 0, length: 0 })).toEqual(entries[index])
    await second.close()
  })
})
