import { describe, expect, it } from 'vitest'
import type { PublishRequest } from '#common/api/portal-api'
import { type AccountId, type ArticleId, blobHash } from '#common/domain/ids'
import type { SealChain, SealPayload } from '#common/domain/seal'
import {
  createReviewer,
  publishRequestOf,
  sealArticle,
  sha256,
  type TestReviewer,
  testId,
} from '#tests/support/sealed-article'
import { openTestPortal, type TestPortal } from '#tests/support/test-portal'

const invalid = { status: 422, code: 'seal-invalid' }

async function answer(response: Response) {
  return { status: response.status, ...(await response.json()) }
}

/** A text that three people seal in turn; `change` spoils what one of them signs. */
async function threeLevels(
  portal: TestPortal,
  change: (level: number, payload: Partial<SealPayload>) => Partial<SealPayload> = (_level, same) => same,
  people?: readonly TestReviewer[],
) {
  const signers = people ?? [await createReviewer(), await createReviewer(), portal.reviewer]
  for (const signer of signers) await portal.register(signer)
  const article = testId() as ArticleId
  const authors = [testId() as AccountId]
  const seals: string[] = []
  let sealed = await sealArticle(portal.reviewer, { article })
  for (const [index, signer] of signers.entries()) {
    const before = seals.at(-1)
    const chain: SealChain = {
      level: index + 1,
      of: 3,
      name: `Cấp ${index + 1}`,
      before: before === undefined ? null : blobHash.parse(sha256(before)),
      policy: 1,
      sameSigner: false,
    }
    const payload = change(index + 1, { authors, policy: 'levels/1', chain })
    sealed = await sealArticle(signer, { article }, { payload })
    seals.push(sealed.seal)
  }
  const request: PublishRequest = { ...publishRequestOf(sealed), earlier: seals.slice(0, -1) }
  return { article, request, seals, signers }
}

describe('seals of several levels (W20)', () => {
  it('are accepted when each follows the one before', async () => {
    const portal = await openTestPortal()
    const { article, request } = await threeLevels(portal)
    expect(await answer(await portal.put(article, 1, request))).toMatchObject({ status: 200, state: 'live' })
  })

  it('are refused when one is left out, they change places, or the last one is none', async () => {
    const portal = await openTestPortal()
    const { article, request, seals } = await threeLevels(portal)
    const [first = '', second = ''] = seals
    const { earlier: _, ...alone } = request as Extract<PublishRequest, { seal: string }>
    const spoiled = [
      alone,
      { ...alone, earlier: [second] },
      { ...alone, earlier: [second, first] },
      { ...alone, earlier: [first, first] },
      { ...alone, earlier: [first, second, first] },
      { ...alone, seal: second, earlier: [first] },
      { ...alone, seal: first },
    ]
    for (const wrong of spoiled)
      expect(await answer(await portal.put(article, 1, wrong as PublishRequest))).toMatchObject(invalid)
    expect(await portal.ledger()).toEqual([])
  })

  it.each([
    ['of another number of levels', 1, (chain: SealChain) => ({ ...chain, of: 4 })],
    ['that claims to be the first', 2, (chain: SealChain) => ({ ...chain, before: null })],
    ['that stands twice', 2, (chain: SealChain) => ({ ...chain, level: 1 })],
    ['that skips', 1, (chain: SealChain) => ({ ...chain, level: 2, before: blobHash.parse('a'.repeat(64)) })],
  ])('are refused with one %s', async (_what, level, spoil) => {
    const portal = await openTestPortal()
    const { article, request } = await threeLevels(portal, (at, payload) =>
      at === level && payload.chain !== undefined ? { ...payload, chain: spoil(payload.chain) } : payload,
    )
    expect(await answer(await portal.put(article, 1, request))).toMatchObject(invalid)
  })

  it('are refused when one person signed two, unless the policy says so; never for an author', async () => {
    const portal = await openTestPortal()
    const other = await createReviewer()
    const people = [other, other, portal.reviewer]
    const twice = await threeLevels(portal, undefined, people)
    expect(await answer(await portal.put(twice.article, 1, twice.request))).toMatchObject(invalid)
    const lenient = await threeLevels(
      portal,
      (_level, payload) =>
        payload.chain === undefined ? payload : { ...payload, chain: { ...payload.chain, sameSigner: true } },
      people,
    )
    expect((await portal.put(lenient.article, 1, lenient.request)).status).toBe(200)
    const own = await threeLevels(
      portal,
      (level, payload) => (level === 3 ? { ...payload, authors: [other.account] } : payload),
      [other, await createReviewer(), portal.reviewer],
    )
    expect(await answer(await portal.put(own.article, 1, own.request))).toMatchObject(invalid)
  })
})
