import { CompactSign, decodeJwt, decodeProtectedHeader, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import type { Account } from '#common/domain/account'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { verifySeal } from '#main/review/seal'
import { article, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'

async function submitted(room: TestNewsroom) {
  const document = article({ headline: 'A' }, p('b'))
  const created = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const { article: card } = await room.ask('lan', 'articles.submit', { article: created.article.id })
  if (card.revision === null) throw new Error('no revision')
  return { article: card.id, revision: card.revision }
}

function accountOf(room: TestNewsroom, signInName: string) {
  const found = [...room.newsroom.store.all('accounts').values()].find(
    account => account.signInName === signInName,
  )
  if (found === undefined) throw new Error(`no ${signInName}`)
  return found
}

describe('a seal', () => {
  it('is worth nothing when the key is not the reviewer’s own', async () => {
    const room = await aNewsroom()
    const wanted = await submitted(room)
    const { article: card } = await room.ask('hoa', 'review.approve', wanted)
    const seal = card.approval?.seal ?? ''
    const hoa = accountOf(room, 'hoa')
    const key = await importJWK(JSON.parse(hoa.keys[0]?.openPrivate ?? ''), 'EdDSA')
    const forged = await new CompactSign(
      Buffer.from(JSON.stringify({ ...decodeJwt(seal), reviewer: accountOf(room, 'mai').id })),
    )
      .setProtectedHeader({ ...decodeProtectedHeader(seal), alg: 'EdDSA' })
      .sign(key)
    const core = { store: room.newsroom.store, environment: hostEnvironment, announce: () => {} }
    const sealed = { ...wanted, html: card.approval?.html ?? '' }
    expect(await verifySeal(core, { ...sealed, seal })).toMatchObject({ valid: true })
    expect(await verifySeal(core, { ...sealed, seal: forged })).toMatchObject({
      valid: false,
      reason: 'signature',
    })
    await room.close()
  })
})

describe('an approval', () => {
  it.each<Partial<Account>>([{ active: false }, { roles: ['writer'] }])(
    'W1 is refused to who lost the right while it was being signed: %o',
    async change => {
      const room = await aNewsroom()
      const wanted = await submitted(room)
      const hoa = accountOf(room, 'hoa')
      const session = { account: hoa.id }
      const approving = room.newsroom.ask('review.approve', wanted, session)
      await room.newsroom.store.commit({
        event: { type: 'test', at: hoa.createdAt, actor: null, subject: null, details: {} },
        changes: [{ collection: 'accounts', put: { ...hoa, ...change } }],
      })
      expect(await approving).toMatchObject({ ok: false })
      expect(room.newsroom.store.get('articles', wanted.article)?.stage).toBe('submitted')
      await room.close()
    },
  )
})
