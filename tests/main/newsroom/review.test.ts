import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import { article, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'

async function submitted(room: TestNewsroom, words = 'Nội dung bài.') {
  const document = article({ headline: 'Ra quân làm đường', lead: 'Sapo.' }, p(words))
  const created = await room.ask('lan', 'articles.create', { kind: 'news', document })
  return room.ask('lan', 'articles.submit', { article: created.article.id })
}

async function approve(room: TestNewsroom, id: ArticleId) {
  const { article: card } = await room.ask('hoa', 'articles.read', { article: id })
  if (card.revision === null) throw new Error('nothing submitted')
  return room.ask('hoa', 'review.approve', { article: id, revision: card.revision })
}

describe('submission', () => {
  it('W5 is refused while something must be mended, and says what', async () => {
    const room = await aNewsroom()
    const { article: card } = await room.ask('lan', 'articles.create', { kind: 'news' })
    expect(await room.refusal('lan', 'articles.submit', { article: card.id })).toMatchObject({
      code: 'headline-missing',
    })
    await room.ask('lan', 'drafts.replace', {
      article: card.id,
      document: article({ headline: 'A', attrs: { category: null } }, p('b')),
    })
    expect(await room.refusal('lan', 'articles.submit', { article: card.id })).toEqual({
      code: 'field-missing',
      params: { field: 'Chuyên mục' },
    })
    await room.close()
  })

  it('W5 freezes: later typing is refused, and kept as an article of its own', async () => {
    const room = await aNewsroom()
    const { article: card } = await room.ask('lan', 'articles.create', {
      kind: 'news',
      document: article({ headline: 'A' }, p('b')),
    })
    const draft = await room.ask('lan', 'drafts.open', { article: card.id })
    await room.ask('lan', 'articles.submit', { article: card.id })
    const step = {
      stepType: 'replace',
      from: 1,
      to: 1,
      slice: { content: [{ type: 'text', text: 'Muộn ' }] },
    }
    const late = { article: card.id, version: draft.version, client: 'x', steps: [step] }
    expect(await room.refusal('lan', 'drafts.push', late)).toMatchObject({ code: 'draft-frozen' })
    const { rows } = await room.ask('lan', 'articles.list', {})
    expect(rows.map(row => row.headline)).toEqual(['Muộn A', 'A'])
    await room.close()
  })
})

describe('the queue', () => {
  it('keeps a text in its place when somebody takes it up or lets it go, and names who holds it', async () => {
    const room = await aNewsroom()
    const { article: first } = await submitted(room)
    const { article: second } = await submitted(room, 'Bài thứ hai.')
    const queue = async () => {
      const { rows } = await room.ask('hoa', 'review.queue', {})
      return rows.map(({ id, holder }) => [id, holder])
    }
    await room.ask('hoa', 'review.claim', { article: first.id })
    expect(await queue()).toEqual([
      [first.id, expect.stringMatching(/\p{L}/u)],
      [second.id, null],
    ])
    await room.ask('hoa', 'review.release', { article: first.id })
    expect(await queue()).toEqual([
      [first.id, null],
      [second.id, null],
    ])
    await room.close()
  })
})

describe('approval', () => {
  it('W8 binds the exact revision and is voided by reopening', async () => {
    const room = await aNewsroom()
    const { article: card } = await submitted(room)
    const approved = await approve(room, card.id)
    expect(approved.article).toMatchObject({ stage: 'approved', approval: { revision: card.revision } })
    expect(await room.ask('hoa', 'review.verifySeal', { article: card.id })).toMatchObject({
      valid: true,
      demo: true,
    })
    const reopened = await room.ask('lan', 'articles.reopen', { article: card.id })
    expect(reopened.article).toMatchObject({ stage: 'draft', approval: null })
    await room.close()
  })

  it('W7 is refused to whoever wrote a part of the text', async () => {
    const room = await aNewsroom()
    const { article: card } = await submitted(room)
    await room.ask('mai', 'review.claim', { article: card.id })
    await room.ask('mai', 'drafts.replace', {
      article: card.id,
      document: article({ headline: 'Mai sửa' }, p('b')),
    })
    const again = await room.ask('mai', 'articles.submit', { article: card.id })
    expect(again.article.authors).toHaveLength(2)
    const revision = again.article.revision
    if (revision === null) throw new Error('no revision')
    expect(await room.refusal('mai', 'review.approve', { article: card.id, revision })).toMatchObject({
      code: 'own-work',
    })
    expect((await approve(room, card.id)).article.stage).toBe('approved')
    await room.close()
  })

  it('W12 is refused for a revision that is no longer the newest', async () => {
    const room = await aNewsroom()
    const first = await submitted(room, 'Một.')
    await room.ask('lan', 'articles.withdraw', { article: first.article.id })
    await room.ask('lan', 'drafts.replace', {
      article: first.article.id,
      document: article({ headline: 'A' }, p('Hai.')),
    })
    await room.ask('lan', 'articles.submit', { article: first.article.id })
    const old = first.article.revision
    if (old === null) throw new Error('no revision')
    expect(
      await room.refusal('hoa', 'review.approve', { article: first.article.id, revision: old }),
    ).toMatchObject({ code: 'revision-changed' })
    await room.close()
  })

  it('W12 is refused while the claimant’s edits are not submitted', async () => {
    const room = await aNewsroom()
    const { article: card } = await submitted(room)
    await room.ask('binh', 'review.claim', { article: card.id })
    await room.ask('binh', 'drafts.replace', {
      article: card.id,
      document: article({ headline: 'B' }, p('b')),
    })
    await room.ask('binh', 'review.release', { article: card.id })
    const { article: now } = await room.ask('hoa', 'articles.read', { article: card.id })
    if (now.revision === null) throw new Error('no revision')
    expect(
      await room.refusal('hoa', 'review.approve', { article: card.id, revision: now.revision }),
    ).toMatchObject({ code: 'revision-changed' })
    await room.close()
  })

  it('is void as soon as one stored byte differs', async () => {
    const room = await aNewsroom()
    const { article: card } = await submitted(room)
    const { article: approved } = await approve(room, card.id)
    const html = approved.approval?.html ?? ''
    await room.newsroom.store.checkpoint()
    await writeFile(join(room.directory, 'blobs', html.slice(0, 2), html.slice(2)), '<p>Khác</p>')
    await room.reopen()
    expect(await room.ask('hoa', 'review.verifySeal', { article: card.id })).toMatchObject({
      valid: false,
      reason: 'html',
    })
    await room.close()
  })
})

describe('return', () => {
  it('W6 keeps the reason until the next submission', async () => {
    const room = await aNewsroom()
    const { article: card } = await submitted(room)
    if (card.revision === null) throw new Error('no revision')
    const returned = await room.ask('hoa', 'review.return', {
      article: card.id,
      revision: card.revision,
      reason: 'facts',
      note: 'Sai ngày.',
    })
    expect(returned.article).toMatchObject({
      stage: 'returned',
      returned: { reason: 'facts', note: 'Sai ngày.' },
    })
    const { counters } = await room.ask('lan', 'articles.list', {})
    expect(counters?.returnedToMe).toBe(1)
    expect((await room.ask('lan', 'articles.submit', { article: card.id })).article.returned).toBeNull()
    await room.close()
  })
})

describe('comparison', () => {
  it('counts the words that changed since the revision before', async () => {
    const room = await aNewsroom()
    const { article: card } = await submitted(room, 'Đường dài hai cây số.')
    await room.ask('lan', 'articles.withdraw', { article: card.id })
    const document = article({ headline: 'Ra quân làm đường', lead: 'Sapo.' }, p('Đường dài ba cây số rưỡi.'))
    await room.ask('lan', 'drafts.replace', { article: card.id, document })
    await room.ask('lan', 'articles.submit', { article: card.id })
    const { comparison } = await room.ask('hoa', 'review.read', { article: card.id })
    expect(comparison).toMatchObject({ base: 'previous', counts: { words: 2, pictures: 0, files: 0 } })
    const changed = comparison.blocks.filter(({ change }) => change !== 'same')
    expect(changed).toMatchObject([
      { kind: 'text', runs: [{}, { text: 'hai' }, { text: 'ba' }, {}, { text: ' rưỡi' }, {}] },
    ])
    await room.close()
  })
})

describe('versions', () => {
  const words = (text: string) => article({ headline: 'Ra quân làm đường' }, p(text))

  async function twoVersions(room: TestNewsroom) {
    const { article: card } = await room.ask('lan', 'articles.create', {
      kind: 'news',
      document: words('Bản một.'),
    })
    await room.ask('lan', 'revisions.keep', { article: card.id, name: 'Bản đầu' })
    await room.ask('lan', 'drafts.replace', { article: card.id, document: words('Bản hai.') })
    return card.id
  }

  it('are kept by hand under a name, and compared with the draft', async () => {
    const room = await aNewsroom()
    const id = await twoVersions(room)
    const { revisions, article: card } = await room.ask('lan', 'articles.read', { article: id })
    expect(revisions).toMatchObject([{ number: 1, name: 'Bản đầu', origin: 'kept' }])
    expect(card).toMatchObject({ stage: 'draft', revision: null })
    const from = revisions[0]?.hash ?? null
    const compared = await room.ask('lan', 'revisions.compare', { article: id, from, to: 'draft' })
    expect(compared).toMatchObject({ from: { name: 'Bản đầu' }, comparison: { counts: { words: 1 } } })
    await room.ask('lan', 'revisions.name', { article: id, number: 1, name: 'Bản gốc' })
    expect((await room.ask('lan', 'articles.read', { article: id })).revisions[0]?.name).toBe('Bản gốc')
    await room.close()
  })

  it('come back as the draft, and what stood there is kept first', async () => {
    const room = await aNewsroom()
    const id = await twoVersions(room)
    await room.ask('lan', 'revisions.restore', { article: id, number: 1 })
    const draft = await room.ask('lan', 'drafts.open', { article: id })
    expect(JSON.stringify(draft.document)).toContain('Bản một.')
    const { revisions } = await room.ask('lan', 'articles.read', { article: id })
    expect(revisions.map(({ number, origin }) => [number, origin])).toEqual([
      [2, 'automatic'],
      [1, 'kept'],
    ])
    await room.ask('lan', 'articles.submit', { article: id })
    expect((await approve(room, id)).article.stage).toBe('approved')
    await room.close()
  })

  it('stay as they are while a text is under review, and for who may not write it', async () => {
    const room = await aNewsroom()
    const id = await twoVersions(room)
    expect(await room.refusal('nam', 'revisions.restore', { article: id, number: 1 })).toMatchObject({
      code: 'not-permitted',
    })
    expect(await room.refusal('lan', 'revisions.restore', { article: id, number: 9 })).toMatchObject({
      code: 'revision-not-found',
    })
    await room.ask('lan', 'articles.submit', { article: id })
    expect(await room.refusal('lan', 'revisions.restore', { article: id, number: 1 })).toMatchObject({
      code: 'wrong-stage',
    })
    await room.close()
  })
})
