import { Transform } from 'prosemirror-transform'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDocument } from '#common/document/check'
import { schema } from '#common/document/schema'
import { settle } from '#common/document/suggestions/settle'
import { suggestChanges } from '#common/document/suggestions/suggest-changes'
import type { ArticleId } from '#common/domain/ids'
import { article, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'

let room: TestNewsroom
let id: ArticleId
beforeEach(async () => {
  room = await aNewsroom()
  const document = article({ headline: 'Phiên chợ', lead: 'Sapo' }, p('Chợ họp từ sáng sớm.'))
  id = (await room.ask('lan', 'articles.create', { kind: 'news', document })).article.id
})
afterEach(() => room.close())

async function draftOf(as: string) {
  const { version, document, readOnly } = await room.ask(as, 'drafts.open', { article: id })
  const checked = checkDocument(document)
  if (!checked.ok) throw new Error(checked.problem.params.reason)
  return { version, document: checked.value, readOnly }
}

async function accountOf(name: string): Promise<string> {
  const { accounts } = await room.ask(name, 'accounts.list', {})
  return accounts.find(({ signInName }) => signInName === name)?.id ?? ''
}

/** Steps of somebody who suggests to put these words in front of the body, in their own or another's name. */
async function suggestion(as: string, words: string, by = as) {
  const { version, document } = await draftOf(as)
  const start = document.child(0).nodeSize + document.child(1).nodeSize + 1
  const direct = new Transform(document).insert(start, schema.text(words))
  const tr = new Transform(document)
  suggestChanges(tr, direct, { id: `s-${as}`, by: await accountOf(by), at: '2026-11-22T03:32:00.000Z' })
  return {
    article: id,
    version,
    client: as,
    steps: tr.steps.map((step): Record<string, unknown> => step.toJSON()),
  }
}

async function direct(as: string, change: (tr: Transform) => unknown) {
  const { version, document } = await draftOf(as)
  const tr = new Transform(document)
  change(tr)
  return {
    article: id,
    version,
    client: as,
    steps: tr.steps.map((step): Record<string, unknown> => step.toJSON()),
  }
}

const rejectAll = (tr: Transform) => settle(tr, () => 'reject')
const acceptAll = (tr: Transform) => settle(tr, () => 'accept')

describe('suggestions', () => {
  it('W13 lets every writer suggest in a draft of somebody else, and nothing more', async () => {
    await room.ask('binh', 'drafts.push', await suggestion('binh', 'Hôm nay '))
    const { readOnly } = await draftOf('mai')
    expect(readOnly).toBeNull()
    const other = await room.ask('lan', 'articles.create', { kind: 'news' })
    expect(other.allowed).toContain('suggest')
  })

  it('W13 refuses an edit of somebody who may only suggest', async () => {
    // A reviewer's own text, so that the writer has no part in it.
    const document = article({ headline: 'Của Mai', lead: 'Sapo' }, p('Lời của Mai.'))
    id = (await room.ask('mai', 'articles.create', { kind: 'news', document })).article.id
    const edit = await direct('lan', tr => tr.insert(1, schema.text('Lén ')))
    expect(await room.refusal('lan', 'drafts.push', edit)).toEqual({ code: 'suggestions-only', params: {} })
    await room.ask('lan', 'drafts.push', await suggestion('lan', 'Thưa '))
    expect((await room.refusal('lan', 'drafts.push', await direct('lan', acceptAll))).code).toBe(
      'suggestions-only',
    )
    // One's own may be taken back.
    await room.ask('lan', 'drafts.push', await direct('lan', rejectAll))
    expect((await draftOf('mai')).document.textContent).toBe('Của MaiSapoLời của Mai.')
  })

  it('W13 refuses to take back or forge what somebody else suggested', async () => {
    const document = article({ headline: 'Của Mai', lead: 'Sapo' }, p('Lời của Mai.'))
    id = (await room.ask('mai', 'articles.create', { kind: 'news', document })).article.id
    await room.ask('hoa', 'drafts.push', await suggestion('hoa', 'Thưa '))
    expect((await room.refusal('lan', 'drafts.push', await direct('lan', rejectAll))).code).toBe(
      'suggestions-only',
    )
    const forged = await suggestion('lan', 'Mạo danh ', 'binh')
    expect((await room.refusal('lan', 'drafts.push', forged)).code).toBe('suggestions-only')
  })

  it('W13 lets nobody put a suggestion under another name, not even an author or a script', async () => {
    const forged = { code: 'suggestion-of-another', params: {} }
    // Lan wrote the text and may change every word of it.
    const steps = await suggestion('lan', 'Mạo danh ', 'hoa')
    expect(await room.refusal('lan', 'drafts.push', steps)).toEqual(forged)
    const { document } = await draftOf('lan')
    const tr = new Transform(document)
    const start = document.child(0).nodeSize + document.child(1).nodeSize + 1
    const by = { id: 's-hoa', by: await accountOf('hoa'), at: '2026-11-22T03:32:00.000Z' }
    suggestChanges(tr, new Transform(document).insert(start, schema.text('Mạo danh ')), by)
    const replaced = { article: id, document: tr.doc.toJSON() }
    expect(await room.refusal('lan', 'drafts.replace', replaced)).toEqual(forged)
    const made = { kind: 'news', document: tr.doc.toJSON() }
    expect(await room.refusal('lan', 'articles.create', made)).toEqual(forged)
    expect((await draftOf('lan')).document.textContent).not.toContain('Mạo danh')
  })

  it('W13 lets an author take back what was done to a suggestion, and add no word to it', async () => {
    await room.ask('hoa', 'drafts.push', await suggestion('hoa', 'Hôm nay '))
    const before = (await draftOf('lan')).document
    await room.ask('lan', 'drafts.push', await direct('lan', rejectAll))
    const back = await direct('lan', tr => tr.replaceWith(0, tr.doc.content.size, before.content))
    await room.ask('lan', 'drafts.push', back)
    expect((await draftOf('lan')).document.eq(before)).toBe(true)
    const more = await direct('lan', tr => {
      const at = before.textBetween(0, before.content.size, ' ').indexOf('Hôm nay') + 4
      const mark = before.nodeAt(at)?.marks ?? []
      tr.insert(at, schema.text('KHÔNG ', mark))
    })
    expect((await room.refusal('lan', 'drafts.push', more)).code).toBe('suggestion-of-another')
  })

  it('W13 makes nobody an author who only suggests, and an author of who accepts', async () => {
    await room.ask('hoa', 'drafts.push', await suggestion('hoa', 'Hôm nay '))
    await room.ask('hoa', 'drafts.flush', { article: id })
    const lan = await accountOf('lan')
    const authors = async () => (await room.ask('lan', 'articles.read', { article: id })).article.authors
    expect(await authors()).toEqual([lan])
    await room.ask('binh', 'drafts.push', await direct('binh', acceptAll))
    expect(await authors()).toEqual([lan, await accountOf('binh')])
  })

  it('W13 refuses submission while one is open, and only then', async () => {
    await room.ask('hoa', 'drafts.push', await suggestion('hoa', 'Hôm nay '))
    expect(await room.refusal('lan', 'articles.submit', { article: id })).toEqual({
      code: 'suggestions-open',
      params: { count: 1 },
    })
    const { checks } = await room.ask('lan', 'articles.checks', { article: id })
    expect(checks.map(({ code }) => code)).toEqual(['suggestions-open'])
    await room.ask('lan', 'drafts.push', await direct('lan', acceptAll))
    const submitted = await room.ask('lan', 'articles.submit', { article: id })
    expect(submitted.article.stage).toBe('submitted')
    const { document } = await draftOf('lan')
    expect(document.textContent).toContain('Hôm nay Chợ họp')
  })

  it('W13 refuses approval while one is open, and only then: the reviewer may think better of it', async () => {
    const { article: submitted } = await room.ask('lan', 'articles.submit', { article: id })
    await room.ask('hoa', 'review.claim', { article: id })
    await room.ask('hoa', 'drafts.push', await suggestion('hoa', 'Hôm nay '))
    const approval = { article: id, revision: submitted.revision ?? '' }
    expect(await room.refusal('hoa', 'review.approve', approval)).toEqual({
      code: 'suggestions-open',
      params: { count: 1 },
    })
    expect((await room.ask('hoa', 'articles.read', { article: id })).changedSinceRevision).toBe(true)
    await room.ask('hoa', 'drafts.push', await direct('hoa', rejectAll))
    expect((await room.ask('hoa', 'articles.read', { article: id })).changedSinceRevision).toBe(false)
    expect((await room.ask('hoa', 'review.approve', approval)).article.stage).toBe('approved')
  })

  it('survive the return to the writer and a restart', async () => {
    const { article: submitted } = await room.ask('lan', 'articles.submit', { article: id })
    await room.ask('hoa', 'review.claim', { article: id })
    await room.ask('hoa', 'drafts.push', await suggestion('hoa', 'Hôm nay '))
    const revision = submitted.revision ?? ''
    await room.ask('hoa', 'review.return', { article: id, revision, reason: 'wording', note: '' })
    await room.reopen()
    expect((await draftOf('lan')).document.textContent).toContain('Hôm nay Chợ')
    expect((await room.refusal('lan', 'articles.submit', { article: id })).code).toBe('suggestions-open')
  })

  it('show neither in the preview nor on the card', async () => {
    await room.ask('hoa', 'drafts.push', await suggestion('hoa', 'BÍ MẬT '))
    const page = await room.newsroom.previews.page(id, null)
    expect(page).toContain('Chợ họp từ sáng sớm.')
    expect(page).not.toContain('BÍ MẬT')
  })
})
