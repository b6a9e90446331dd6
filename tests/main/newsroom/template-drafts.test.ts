import { describe, expect, it } from 'vitest'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { parse } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'
import { whenFinished } from '#tests/support/when-finished'

const friday = Date.parse('2026-11-20T08:00:00.000Z')

/** A newsroom on Friday afternoon whose clock the test moves. */
async function onFriday() {
  const clock = { nowMs: friday - 86_400_000 }
  const test = await aNewsroom({ ...hostEnvironment, now: () => clock.nowMs })
  whenFinished(() => test.close())
  const rows = async () => (await test.ask('lan', 'articles.list', {})).rows
  const document = async (article: string) =>
    parse((await test.ask('lan', 'drafts.open', { article: article as never })).document)
  return { ...test, clock, rows, document, newsroom: test }
}

const weekly = (by: string) => ({
  ...{ id: 'tuan', template: 'leadership-schedule', weekday: 5, time: '14:00' },
  ...{ by: by as never, since: '2000-01-01T00:00:00.000Z', madeFor: null },
})

describe('the timetable', () => {
  it('makes next week’s schedule once on Friday, also when the program was off at that time', async () => {
    const { newsroom, ask, clock, rows, document } = await onFriday()
    const { book } = await ask('binh', 'templates.change', {
      book: { templates: [], snippets: [], timetable: [weekly('x'.repeat(26))] },
    })
    // Who set it and since when is not the caller's word.
    expect(book.timetable[0]?.since).toBe('2026-11-19T08:00:00.000Z')
    clock.nowMs = friday + 3 * 86_400_000
    await newsroom.reopen()
    await expect.poll(async () => (await rows()).length).toBe(1)
    const [row] = await rows()
    expect(row).toMatchObject({ kind: 'leadership-schedule', stage: 'draft' })
    expect((await document(row?.id ?? '')).attrs).toMatchObject({
      periodFrom: '2026-11-23',
      periodTo: '2026-11-27',
    })
    await newsroom.reopen()
    await ask('binh', 'templates.read', {})
    expect(await rows()).toHaveLength(1)
    expect((await ask('binh', 'templates.read', {})).book.timetable[0]?.madeFor).toBe(
      '2026-11-20T07:00:00.000Z',
    )
  })
})

describe('a template of the office', () => {
  it('is kept from an article and fills in the day and the profile; what it does not know blocks', async () => {
    const { ask, refusal, document } = await onFriday()
    const { names } = await ask('binh', 'names.read', {})
    await ask('binh', 'names.change', {
      names: { ...names, profile: { ...names.profile, commune: 'xã Thử' } },
    })
    const { article } = await ask('binh', 'articles.create', {
      kind: 'announcement',
      document: {
        type: 'doc',
        attrs: { kind: 'announcement', category: 'thong-bao' },
        content: [
          { type: 'headline', content: [{ type: 'text', text: 'Thông báo tuần {tuần} của {tên xã}' }] },
          { type: 'lead' },
          { type: 'paragraph', content: [{ type: 'text', text: 'Liên hệ {người trực}.' }] },
        ],
      },
    })
    const { book } = await ask('binh', 'templates.keep', { article: article.id, name: 'Thông báo tuần' })
    const made = await ask('lan', 'templates.use', { template: book.templates[0]?.id ?? '' })
    expect((await document(made.article)).child(0).textContent).toBe('Thông báo tuần 47 của xã Thử')
    expect(await refusal('lan', 'articles.submit', { article: made.article })).toEqual({
      code: 'variable-open',
      params: { name: '{người trực}' },
    })
  })

  it('that is gone is refused, and writers may not change the book', async () => {
    const { ask, refusal } = await onFriday()
    expect((await refusal('lan', 'templates.use', { template: 'khong-co' })).code).toBe('template-not-found')
    const { book } = await ask('lan', 'templates.read', {})
    expect((await refusal('lan', 'templates.change', { book })).code).toBe('not-permitted')
    const { article } = await ask('lan', 'articles.create', { kind: 'news' })
    expect((await refusal('lan', 'templates.keep', { article: article.id, name: 'x' })).code).toBe(
      'not-permitted',
    )
  })
})
