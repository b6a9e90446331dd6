import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publishRequestOf, sha256 } from '#tests/support/sealed-article'
import { openTestPortal } from '#tests/support/test-portal'

const at = '2026-11-22T03:00:00.000Z'

async function refusal(response: Response) {
  return { status: response.status, ...(await response.json()) }
}

describe('a decision about an article', () => {
  it('is accepted, answered with an ETag and found again', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    const answer = await portal.put(sealed.article, 1, publishRequestOf(sealed))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"1"')
    const article = await answer.json()
    expect(article).toEqual({
      article: sealed.article,
      sequence: 1,
      state: 'live',
      revision: sealed.revisionHash,
      html: sealed.htmlHash,
      path: `/bai/${sealed.slug}`,
      acceptedAt: at,
    })
    const found = await portal.call('GET', `/articles/${sealed.article}`)
    expect(found.headers.get('etag')).toBe('"1"')
    expect(await found.json()).toEqual(article)
  })

  it('is in the ledger before the answer, once', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    const request = publishRequestOf(sealed)
    await portal.put(sealed.article, 1, request)
    const [line, ...more] = await portal.ledger()
    expect(more).toEqual([])
    expect(line).toMatchObject({
      article: sealed.article,
      sequence: 1,
      decision: 'publish',
      revision: sealed.revisionHash,
      html: sealed.htmlHash,
      at,
    })
    const stored = await readFile(join(portal.dataDir, 'requests.log'), 'utf8')
    expect(sha256(stored)).toBe(line?.request)
    expect(JSON.parse(stored)).toEqual(request)
  })

  it('sent again changes nothing and gets the same answer, in whatever order its JSON comes', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    const request = publishRequestOf(sealed)
    const first = await (await portal.put(sealed.article, 1, request)).json()
    portal.nowMs += 60_000
    const reordered = Object.fromEntries(Object.entries(request).reverse()) as typeof request
    const again = await portal.put(sealed.article, 1, reordered)
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual(first)
    expect(await portal.ledger()).toHaveLength(1)
  })

  it('sent many times at once is applied once', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => portal.put(sealed.article, 1, publishRequestOf(sealed))),
    )
    expect(answers.map(answer => answer.status)).toEqual(Array(8).fill(200))
    expect(await portal.ledger()).toHaveLength(1)
  })

  it('other than the one under its sequence is refused as sequence-taken', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.publish()
    const other = publishRequestOf(sealed, '2026-11-21T03:32:00.000Z')
    expect(await refusal(await portal.put(sealed.article, 1, other))).toMatchObject({
      status: 422,
      code: 'sequence-taken',
      current: { sequence: 1 },
    })
  })

  it('never lands after a newer one: sequence-behind', async () => {
    const portal = await openTestPortal()
    const old = await portal.seal()
    const fresh = await portal.seal({ article: old.article, headline: 'Bản mới hơn' })
    expect((await portal.put(old.article, 2, publishRequestOf(fresh))).status).toBe(200)
    expect(await refusal(await portal.put(old.article, 1, publishRequestOf(old)))).toMatchObject({
      status: 409,
      code: 'sequence-behind',
      current: { sequence: 2, html: fresh.htmlHash },
    })
    expect(await (await portal.get(`/bai/${fresh.slug}`)).text()).toContain(fresh.html)
  })

  it('that follows needs If-Match with what the portal holds', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.publish()
    const next = publishRequestOf(await portal.seal({ article: sealed.article, headline: 'Lần hai' }))
    const failed = { status: 412, code: 'precondition-failed', current: { sequence: 1 } }
    expect(await refusal(await portal.put(sealed.article, 2, next))).toMatchObject(failed)
    expect(await refusal(await portal.put(sealed.article, 3, next, 2))).toMatchObject(failed)
    const without = await portal.call('PUT', `/articles/${sealed.article}/publications/2`, {
      body: JSON.stringify(next),
    })
    expect(await refusal(without)).toMatchObject(failed)
    expect((await portal.put(sealed.article, 2, next, 1)).status).toBe(200)
  })

  it('that is the first needs If-None-Match: *', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    const answer = await refusal(await portal.put(sealed.article, 2, publishRequestOf(sealed), 1))
    expect(answer).toMatchObject({ status: 412, code: 'precondition-failed' })
    expect(answer).not.toHaveProperty('current')
  })

  it('to take down or expire hides the article and remembers the sequence', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.publish()
    const down = await portal.put(sealed.article, 2, { decision: 'take-down', reason: 'Sai số liệu', at }, 1)
    expect(await down.json()).toMatchObject({
      sequence: 2,
      state: 'taken-down',
      revision: null,
      html: null,
      path: null,
    })
    const expired = await portal.put(sealed.article, 3, { decision: 'expire', at }, 2)
    expect(await expired.json()).toMatchObject({ sequence: 3, state: 'expired', path: null })
    const again = await portal.put(sealed.article, 4, publishRequestOf(sealed), 3)
    expect(await again.json()).toMatchObject({ sequence: 4, state: 'live', html: sealed.htmlHash })
  })

  it('to take down an article the portal lost keeps a late publication out', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    expect((await portal.put(sealed.article, 2, { decision: 'take-down', reason: '', at })).status).toBe(200)
    const late = await refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))
    expect(late).toMatchObject({ status: 409, code: 'sequence-behind' })
  })

  it('survives a restart, with everything it decided', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.publish()
    const gone = await portal.publish({ headline: 'Sẽ gỡ' })
    await portal.put(gone.article, 2, { decision: 'take-down', reason: '', at }, 1)
    await portal.restart()
    expect((await portal.get(`/bai/${sealed.slug}`)).status).toBe(200)
    expect((await portal.get(`/bai/${gone.slug}`)).status).toBe(410)
    const repeat = await portal.put(sealed.article, 1, publishRequestOf(sealed))
    expect(repeat.status).toBe(200)
    expect(await portal.ledger()).toHaveLength(3)
  })
})

describe('an address', () => {
  it('belongs to the first article that got it: slug-taken', async () => {
    const portal = await openTestPortal()
    const first = await portal.publish()
    const second = await portal.seal({ headline: 'Bài khác' })
    const request = { ...publishRequestOf(second), slug: first.slug }
    expect(await refusal(await portal.put(second.article, 1, request))).toMatchObject({
      status: 422,
      code: 'slug-taken',
    })
  })

  it('that an article had before leads to its new one', async () => {
    const portal = await openTestPortal()
    const first = await portal.publish()
    const moved = { ...publishRequestOf(first), slug: 'dia-chi-moi' }
    await portal.put(first.article, 2, moved, 1)
    await portal.restart()
    const old = await portal.get(`/bai/${first.slug}`)
    expect([old.status, old.headers.get('location')]).toEqual([301, '/bai/dia-chi-moi'])
  })
})

describe('the listing', () => {
  it('goes through everything held, page by page, by article id', async () => {
    const portal = await openTestPortal()
    const sealed = [await portal.publish(), await portal.publish(), await portal.publish()]
    const ids = sealed.map(({ article }) => article).sort()
    const first = await (await portal.call('GET', '/articles?limit=2')).json()
    expect(first.articles.map((held: { article: string }) => held.article)).toEqual(ids.slice(0, 2))
    expect(first.next).toBe(ids[1])
    const rest = await (await portal.call('GET', `/articles?limit=2&after=${first.next}`)).json()
    expect(rest.articles.map((held: { article: string }) => held.article)).toEqual(ids.slice(2))
    expect(rest.next).toBeNull()
  })

  it('refuses a page size it does not know', async () => {
    const portal = await openTestPortal()
    expect(await refusal(await portal.call('GET', '/articles?limit=0'))).toMatchObject({
      status: 400,
      code: 'malformed',
    })
  })

  it('has nothing about an unknown article', async () => {
    const portal = await openTestPortal()
    const { article } = await portal.seal()
    expect(await refusal(await portal.call('GET', `/articles/${article}`))).toMatchObject({
      status: 404,
      code: 'not-found',
    })
  })
})

describe('a batch', () => {
  it('answers each item by itself and applies those of one article in order', async () => {
    const portal = await openTestPortal()
    const good = await portal.seal()
    const newer = await portal.seal({ article: good.article, headline: 'Bản hai' })
    const bad = await portal.seal({ fields: { category: 'khong-co' } })
    const items = [
      { article: good.article, sequence: 1, ifMatch: null, request: publishRequestOf(good) },
      { article: bad.article, sequence: 1, ifMatch: null, request: publishRequestOf(bad) },
      { article: good.article, sequence: 2, ifMatch: 1, request: publishRequestOf(newer) },
    ]
    const answer = await portal.call('POST', '/batch', { body: JSON.stringify({ items }) })
    expect(answer.status).toBe(207)
    expect(await answer.json()).toMatchObject({
      items: [
        { status: 200, article: { sequence: 1 } },
        { status: 422, error: { code: 'unknown-category' } },
        { status: 200, article: { sequence: 2, html: newer.htmlHash } },
      ],
    })
    expect((await portal.put(good.article, 2, publishRequestOf(newer), 1)).status).toBe(200)
    expect(await portal.ledger()).toHaveLength(2)
  })
})
