import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pollResult } from '#common/api/portal-api'
import { ledgerEntry } from '#main/portal/articles/ledger-entry'
import { poll } from '#tests/support/sealed-article'
import { openTestPortal, type TestPortal } from '#tests/support/test-portal'

const choices = { a: 'Sáng thứ Bảy', b: 'Tối thứ Năm' }
const open = { opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-11-25T00:00:00.000Z' }
const afterwards = Date.parse('2026-11-25T00:00:00.000Z')

async function openPoll(portal: TestPortal, dates: Parameters<typeof poll>[2] = open) {
  return portal.publish({
    headline: 'Xin ý kiến',
    fields: { kind: 'poll' },
    body: [poll('Ông, bà chọn giờ nào?', choices, dates)],
  })
}

/** Results by choice as a reader sees them under the article. */
async function results(portal: TestPortal, slug: string, cookie = '') {
  const html = await (await portal.get(`/bai/${slug}`, { cookie })).text()
  const seen = [...html.matchAll(/<span class="votes">\((\d+)\)<\/span>/g)].map(match => Number(match[1]))
  const entries = (await portal.ledger()).map(entry => ledgerEntry.parse(entry))
  const article = entries.find(({ card }) => card?.slug === slug)?.article
  const counted = (await (await portal.call('GET', `/articles/${article}/poll`)).json()).choices
  return {
    /** What this reader sees of the counts. */
    seen,
    shown: counted.map(({ votes }: { readonly votes: number }) => votes),
    takesVotes: !html.includes('class="approved no-voting"'),
    html,
  }
}

function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('a vote', () => {
  it('is counted, leads to the results and survives a restart', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    const answer = await portal.post(`/bai/${slug}`, 'choice=b')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/bai/${slug}#ket-qua`])
    expect((await results(portal, slug)).shown).toEqual([0, 1])
    await portal.restart()
    const { shown, html } = await results(portal, slug)
    expect(shown).toEqual([0, 1])
    expect(html).not.toContain('100%')
  })

  it('comes once from a browser, which then sees only the results', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    const cookie = cookieOf(await portal.post(`/bai/${slug}`, 'choice=a'))
    expect(cookie).toMatch(/^y-kien-4180=[a-z2-7]{26}$/)
    await portal.restart()
    const origin = 'http://127.0.0.1:4180'
    expect((await portal.post(`/bai/${slug}`, 'choice=b', { origin, cookie })).status).toBe(303)
    expect(await results(portal, slug, cookie)).toMatchObject({ seen: [1, 0], takesVotes: false })
    // Who has not voted yet is not led by what others chose.
    expect(await results(portal, slug)).toMatchObject({ seen: [], shown: [1, 0], takesVotes: true })
    expect((await portal.post(`/bai/${slug}`, 'choice=b')).status).toBe(303)
    expect((await results(portal, slug)).shown).toEqual([1, 1])
  })

  it('sent twenty times at once by one browser counts once', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    const headers = { origin: 'http://127.0.0.1:4180', cookie: `y-kien-4180=${'a'.repeat(26)}` }
    await Promise.all(Array.from({ length: 20 }, () => portal.post(`/bai/${slug}`, 'choice=a', headers)))
    expect((await results(portal, slug)).shown).toEqual([1, 0])
  })

  it('leaves a cookie that scripts and other sites cannot use, and no way back to the person', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    const answer = await portal.post(`/bai/${slug}`, 'choice=a')
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/)
    expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Lax/)
    const voter = cookieOf(answer).split('=')[1] ?? ''
    expect(voter).not.toBe('')
    expect(await readFile(join(portal.dataDir, 'votes.ndjson'), 'utf8')).not.toContain(voter)
  })

  it('from another site’s form is refused', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    for (const headers of [{ origin: 'https://evil.example' }, {}]) {
      const answer = await portal.post(`/bai/${slug}`, 'choice=a', headers)
      expect([answer.status, await answer.text()]).toEqual([
        403,
        expect.stringContaining('Chưa ghi nhận ý kiến'),
      ])
    }
    expect((await results(portal, slug)).shown).toEqual([0, 0])
  })

  it('for something that is no choice, or none at all, is refused', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    for (const form of ['choice=c', '', 'choice[]=a', `choice=${'a'.repeat(3_000)}`]) {
      const answer = await portal.post(`/bai/${slug}`, form)
      expect([403, 422]).toContain(answer.status)
      expect(await answer.text()).toContain('Chưa ghi nhận ý kiến')
    }
    expect((await results(portal, slug)).shown).toEqual([0, 0])
  })

  it('comes no more than twenty times in ten minutes from one address that a proxy names', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    const voteFrom = (address: string) =>
      portal.post(`/bai/${slug}`, 'choice=a', {
        origin: 'http://127.0.0.1:4180',
        'x-forwarded-for': `203.0.113.9, ${address}`,
      })
    for (let vote = 0; vote < 20; vote += 1) expect((await voteFrom('198.51.100.7')).status).toBe(303)
    const refused = await voteFrom('198.51.100.7')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600'])
    expect(await refused.text()).toContain('Chờ 10 phút')
    expect((await voteFrom('198.51.100.8')).status).toBe(303)
    portal.nowMs += 10 * 60_000
    expect((await voteFrom('198.51.100.7')).status).toBe(303)
    expect((await results(portal, slug)).shown).toEqual([22, 0])
  })

  it('on an article without a poll, or on none, is refused', async () => {
    const portal = await openTestPortal()
    const { slug } = await portal.publish()
    expect((await portal.post(`/bai/${slug}`, 'choice=a')).status).toBe(404)
    expect((await portal.post('/bai/khong-co', 'choice=a')).status).toBe(404)
  })
})

describe('a poll', () => {
  it('that has closed shows results only and takes no vote', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    await portal.post(`/bai/${slug}`, 'choice=a')
    portal.nowMs = afterwards
    expect((await portal.post(`/bai/${slug}`, 'choice=a')).status).toBe(409)
    const { seen, takesVotes, html } = await results(portal, slug)
    expect({ seen, takesVotes }).toEqual({ seen: [1, 0], takesVotes: false })
    expect(html).toContain('Thăm dò đã đóng lúc')
  })

  it('that has not opened shows neither form nor results', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal, { opensAt: '2026-11-23T00:00:00.000Z' })
    expect((await portal.post(`/bai/${slug}`, 'choice=a')).status).toBe(409)
    const { seen, takesVotes, html } = await results(portal, slug)
    expect({ seen, takesVotes }).toEqual({ seen: [], takesVotes: false })
    expect(html).toContain('Thăm dò mở từ')
  })

  it('keeps the approved HTML as it is, whatever its state', async () => {
    const portal = await openTestPortal()
    const { slug, html } = await openPoll(portal)
    expect((await results(portal, slug)).html).toContain(html)
    portal.nowMs = afterwards
    expect((await results(portal, slug)).html).toContain(html)
  })

  it('stands in its box on the home page while it is open, with a form for its article', async () => {
    const portal = await openTestPortal()
    const { slug } = await openPoll(portal)
    const home = async () => (await portal.get('/')).text()
    const html = await home()
    expect(html).toContain('Ý kiến thăm dò')
    expect(html).toContain(`<form class="poll" method="post" action="/bai/${slug}">`)
    expect(html.split('Xin ý kiến<')).toHaveLength(1)
    portal.nowMs = afterwards
    const later = await home()
    expect(later).not.toContain('Ý kiến thăm dò')
    expect(later.split('>Xin ý kiến<')).toHaveLength(2)
  })
})

describe('the newsroom', () => {
  it('reads the counts back with its token, and is told where there is no poll', async () => {
    const portal = await openTestPortal()
    const { slug, article } = await openPoll(portal)
    await portal.post(`/bai/${slug}`, 'choice=b')
    const answer = await portal.call('GET', `/articles/${article}/poll`)
    expect(pollResult.parse(await answer.json())).toEqual({
      ...open,
      question: 'Ông, bà chọn giờ nào?',
      state: 'open',
      choices: [
        { choice: 'a', text: 'Sáng thứ Bảy', votes: 0 },
        { choice: 'b', text: 'Tối thứ Năm', votes: 1 },
      ],
    })
    expect((await portal.call('GET', `/articles/${article}/poll`, { token: null })).status).toBe(401)
    const other = await portal.publish()
    expect((await portal.call('GET', `/articles/${other.article}/poll`)).status).toBe(404)
  })
})
