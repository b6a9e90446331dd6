import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { article as documentOf, p, parse } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'
import { newsroomWithPortal } from '#tests/support/newsroom-with-portal'
import { whenFinished } from '#tests/support/when-finished'

const kind = 'leadership-schedule'
const thisWeek = 'Lịch làm việc của lãnh đạo xã, tuần 48 (từ 23/11 đến 27/11/2026)'

/** A newsroom on Monday, 23 November 2026. */
async function onMonday() {
  const room = await aNewsroom({ ...hostEnvironment, now: () => Date.parse('2026-11-23T02:00:00.000Z') })
  whenFinished(() => room.close())
  const create = async () => (await room.ask('lan', 'articles.create', { kind })).article
  const open = async (article: ArticleId) =>
    parse((await room.ask('lan', 'drafts.open', { article })).document)
  /** What the check of the week says about it; empty when nothing. */
  const taken = async (article: ArticleId) =>
    (await room.ask('lan', 'articles.checks', { article })).checks
      .filter(({ params }) => params.check === 'schedule-week-taken')
      .map(({ level, params }) => `${level} ${params.vi}`)
  return { room, create, open, taken }
}

describe('a new schedule', () => {
  it('has its week and a headline made of it, on its card as well', async () => {
    const { create, open } = await onMonday()
    const card = await create()
    const { attrs, firstChild } = await open(card.id)
    expect(attrs).toMatchObject({ periodFrom: '2026-11-23', periodTo: '2026-11-27', category: null })
    expect([firstChild?.textContent, card.headline, card.period]).toEqual([thisWeek, thisWeek, '2026-11-23'])
  })

  it('is advised against where the week has one, but not where that was put aside, amended or moved', async () => {
    const { room, create, taken } = await onMonday()
    const [first, second] = [await create(), await create()]
    const advice = [expect.stringContaining(`should Tuần này đã có lịch: “${thisWeek}”`)]
    expect(await taken(first.id)).toEqual(advice)
    expect(await taken(second.id)).toEqual(advice)

    const write = (attrs: object) =>
      room.ask('lan', 'drafts.replace', {
        article: second.id,
        document: documentOf({ headline: 'Lịch', lead: '', attrs: { kind, ...attrs } }, p('x')),
      })
    await write({ periodFrom: '2026-11-23', periodTo: '2026-11-27', amendment: '1' })
    expect(await taken(second.id)).toEqual([])
    await write({ periodFrom: '2026-12-14', periodTo: '2026-12-18' })
    expect(await taken(second.id)).toEqual([])
    await write({ periodFrom: '2026-11-23', periodTo: '2026-11-27' })
    expect(await taken(second.id)).toEqual(advice)
    await room.ask('binh', 'articles.spike', { article: first.id, reason: 'Soạn nhầm.' })
    expect(await taken(second.id)).toEqual([])
  })

  it('of an office template takes the week into a headline that was made of another', async () => {
    const { room, create, open } = await onMonday()
    const article = (await create()).id
    await room.ask('binh', 'templates.keep', { article, name: 'Lịch tuần' })
    const { book } = await room.ask('binh', 'templates.read', {})
    const stored = book.templates[0]
    const old = JSON.parse(
      JSON.stringify(stored?.document)
        .replaceAll('2026-11-2', '2026-11-1')
        .replace(thisWeek, 'Lịch làm việc của lãnh đạo xã, tuần 46 (từ 13/11 đến 17/11/2026)'),
    )
    await room.ask('binh', 'templates.change', {
      book: { ...book, templates: [{ ...stored, document: old } as never] },
    })
    const made = await room.ask('lan', 'templates.use', { template: stored?.id ?? '' })
    const { attrs, firstChild } = await open(made.article)
    expect(attrs).toMatchObject({ periodFrom: '2026-11-23', periodTo: '2026-11-27' })
    expect(firstChild?.textContent).toBe(thisWeek)
  })
})

it('a new schedule stands in the category of the newest one, else in the portal’s usual one; news in none', async () => {
  const { room } = await newsroomWithPortal()
  whenFinished(() => room.close())
  const categoryOf = async (article: ArticleId) =>
    (await room.ask('lan', 'articles.read', { article })).article.category
  const create = async (kind: string) => (await room.ask('lan', 'articles.create', { kind })).article.id
  const { portals } = await room.ask('lan', 'portals.list', {})
  const named = 'lich-cong-tac'
  expect(await categoryOf(await create(kind))).toBe(named)
  const other = portals[0]?.categories.find(({ id }) => id !== named)?.id ?? ''
  await room.ask('lan', 'articles.create', {
    kind,
    document: documentOf({ headline: 'Lịch', lead: '', attrs: { kind, category: other } }, p('x')),
  })
  expect(await categoryOf(await create(kind))).toBe(other)
  expect(await categoryOf(await create('news'))).toBeNull()
})
