import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import type { ReviewRules } from '#common/domain/review-policy'
import { article, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'
import { handed, textOf, twoNewsrooms } from '#tests/support/two-newsrooms'

const editors = { name: 'Biên tập viên', signers: { kind: 'role', role: 'editor' } } as const
const reviewers = { name: 'Người duyệt', signers: { kind: 'role', role: 'reviewer' } } as const

function rules(more: Partial<ReviewRules> = {}): ReviewRules {
  return { levels: [editors, reviewers], exceptions: [], sameSigner: false, ...more }
}

async function submitted(room: TestNewsroom, kind = 'news') {
  const document = article({ headline: 'Ra quân làm đường', lead: 'Sapo.', attrs: { kind } }, p('Bản một.'))
  const created = await room.ask('lan', 'articles.create', { kind, document })
  const { article: card } = await room.ask('lan', 'articles.submit', { article: created.article.id })
  if (card.revision === null) throw new Error('not submitted')
  return { article: card.id, revision: card.revision }
}

async function accountOf(room: TestNewsroom, signInName: string) {
  const { accounts } = await room.ask('tri', 'accounts.list', {})
  const found = accounts.find(account => account.signInName === signInName)
  if (found === undefined) throw new Error(signInName)
  return found.id
}

async function read(room: TestNewsroom, id: ArticleId) {
  return room.ask('hoa', 'articles.read', { article: id })
}

describe('the policy', () => {
  it('is one reviewer at first; every later one is kept, with who decided it and when', async () => {
    const room = await aNewsroom()
    const first = await room.ask('lan', 'review.policy', {})
    expect(first).toMatchObject({ rules: { levels: [{ name: 'Người duyệt' }] }, history: [] })
    await room.ask('tri', 'review.setPolicy', { rules: rules() })
    await room.ask('tri', 'review.setPolicy', { rules: rules({ sameSigner: true }) })
    await room.reopen()
    const { history } = await room.ask('lan', 'review.policy', {})
    expect(history.map(({ number, byName, sameSigner }) => ({ number, byName, sameSigner }))).toEqual([
      { number: 2, byName: 'Vũ Minh Trí', sameSigner: true },
      { number: 1, byName: 'Vũ Minh Trí', sameSigner: false },
    ])
    await room.close()
  })

  it('is changed by administrators only, and names only people who may sign', async () => {
    const room = await aNewsroom()
    expect(await room.refusal('hoa', 'review.setPolicy', { rules: rules() })).toMatchObject({
      code: 'not-permitted',
    })
    const named = { name: 'Kế toán', signers: { kind: 'people', accounts: [await accountOf(room, 'nam')] } }
    expect(
      await room.refusal('tri', 'review.setPolicy', { rules: rules({ levels: [named as never] }) }),
    ).toEqual({ code: 'signer-without-right', params: { name: 'Đỗ Văn Nam' } })
    await room.close()
  })
})

describe('levels', () => {
  it('W18 W20 sign in their order, each the same revision; only the last one approves', async () => {
    const room = await aNewsroom()
    await room.ask('tri', 'review.setPolicy', { rules: rules() })
    const text = await submitted(room)
    expect(await room.refusal('hoa', 'review.approve', text)).toEqual({
      code: 'other-level',
      params: { level: 'Biên tập viên' },
    })
    const half = await room.ask('binh', 'review.approve', text)
    expect(half).toMatchObject({
      article: { stage: 'submitted', approval: null, claim: null },
      levels: { signed: 1, of: 2, next: 'Người duyệt' },
    })
    expect(await room.refusal('binh', 'review.approve', text)).toMatchObject({ code: 'other-level' })
    const whole = await room.ask('hoa', 'review.approve', text)
    expect(whole.article).toMatchObject({ stage: 'approved', approval: { revision: text.revision } })
    expect(await room.ask('hoa', 'review.verifySeal', { article: text.article })).toMatchObject({
      valid: true,
      reviewer: 'Trần Thị Hoa',
      earlier: [{ level: 'Biên tập viên', reviewer: 'Lê Văn Bình', valid: true }],
    })
    await room.close()
  })

  it('W18 go by kind, and by the policy a text was submitted under', async () => {
    const room = await aNewsroom()
    const before = await submitted(room)
    const owner = {
      name: 'Chủ sở hữu',
      signers: { kind: 'people', accounts: [await accountOf(room, 'mai')] },
    }
    const exception = { kinds: ['announcement'], categories: [], levels: [reviewers, owner as never] }
    await room.ask('tri', 'review.setPolicy', { rules: rules({ exceptions: [exception] }) })
    const names = async (id: ArticleId) =>
      (await read(room, id)).article.route?.levels.map(({ name }) => name)
    expect(await names(before.article)).toEqual(['Người duyệt'])
    expect(await names((await submitted(room)).article)).toEqual(['Biên tập viên', 'Người duyệt'])
    expect(await names((await submitted(room, 'announcement')).article)).toEqual([
      'Người duyệt',
      'Chủ sở hữu',
    ])
    const approved = await room.ask('hoa', 'review.approve', before)
    expect(approved.article.stage).toBe('approved')
    await room.close()
  })

  it('W20 begin again after a return, a withdrawal and a new submission', async () => {
    const room = await aNewsroom()
    await room.ask('tri', 'review.setPolicy', { rules: rules() })
    const text = await submitted(room)
    const about = { article: text.article }
    await room.ask('binh', 'review.approve', text)
    await room.ask('hoa', 'review.return', { ...text, reason: 'wording', note: '' })
    await room.ask('lan', 'articles.submit', about)
    expect((await read(room, text.article)).levels).toMatchObject({ signed: 0 })
    await room.ask('binh', 'review.approve', text)
    await room.ask('lan', 'articles.withdraw', about)
    await room.ask('lan', 'articles.submit', about)
    expect((await read(room, text.article)).levels).toMatchObject({ signed: 0 })
    await room.close()
  })

  it('W20 are void together: without the first signature on record the approval is none', async () => {
    const room = await aNewsroom()
    await room.ask('tri', 'review.setPolicy', { rules: rules() })
    const text = await submitted(room)
    await room.ask('binh', 'review.approve', text)
    await room.ask('hoa', 'review.approve', text)
    const { store } = room.newsroom
    const first = [...store.all('approvals').values()].find(
      ({ by }) => store.get('accounts', by)?.name === 'Lê Văn Bình',
    )
    if (first === undefined) throw new Error('no first level')
    await store.commit({
      event: { type: 'test.tampered', at: first.at, actor: null, subject: null, details: {} },
      changes: [{ collection: 'approvals', remove: first.id }],
    })
    expect(await room.ask('hoa', 'review.verifySeal', { article: text.article })).toMatchObject({
      valid: false,
      reason: 'level',
    })
    await room.close()
  })

  it('W19 counts for a person with both roles, unless the policy says otherwise', async () => {
    const room = await aNewsroom()
    const hoa = await accountOf(room, 'hoa')
    const both = { account: hoa, name: 'Trần Thị Hoa', roles: ['editor', 'reviewer'], active: true } as const
    await room.ask('tri', 'accounts.change', { ...both, roles: [...both.roles] })
    await room.ask('tri', 'review.setPolicy', { rules: rules() })
    const strict = await submitted(room)
    await room.ask('hoa', 'review.approve', strict)
    expect(await room.refusal('hoa', 'review.approve', strict)).toMatchObject({ code: 'signed-before' })
    await room.ask('tri', 'review.setPolicy', { rules: rules({ sameSigner: true }) })
    const lenient = await submitted(room)
    await room.ask('hoa', 'review.approve', lenient)
    expect((await room.ask('hoa', 'review.approve', lenient)).article.stage).toBe('approved')
    expect(await room.ask('hoa', 'review.verifySeal', { article: lenient.article })).toMatchObject({
      valid: true,
    })
    await room.close()
  })

  it('W15 W20 take the last signature from an approval file', async () => {
    const rooms = await twoNewsrooms()
    const { office, away } = rooms
    await office.ask('tri', 'review.setPolicy', { rules: rules() })
    const id = await rooms.submitted('Bài hai cấp')
    const { article: card } = await office.ask('binh', 'articles.read', { article: id })
    if (card.revision === null) throw new Error('not submitted')
    await office.ask('binh', 'review.approve', { article: id, revision: card.revision })
    const sent = await rooms.exported([id])
    const { exchange } = await away.ask('hoa', 'approvalFiles.import', await handed(away, sent.text))
    const answered = await away.ask('hoa', 'approvalFiles.answer', {
      exchange: exchange.id,
      items: [{ article: id, decision: 'approve', remarks: [] }],
    })
    const text = await textOf(away, answered.file)
    await office.ask('lan', 'approvalFiles.import', await handed(office, text))
    expect((await read(office, id)).article.stage).toBe('approved')
    expect(await office.ask('hoa', 'review.verifySeal', { article: id })).toMatchObject({ valid: true })
    await rooms.close()
  })
})
