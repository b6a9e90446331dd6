import { generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { revisionText } from '#common/document/revision-body'
import { accountId, articleId, blobHash } from '#common/domain/ids'
import {
  createReviewer,
  figure,
  paragraph,
  poll,
  publishRequestOf,
  type SealChanges,
  sealArticle,
  sha256,
  testId,
} from '#tests/support/sealed-article'
import { openTestPortal, type TestPortal } from '#tests/support/test-portal'

async function refusal(response: Response) {
  return { status: response.status, ...(await response.json()) }
}

/** Publishes with a spoiled seal and expects nothing to be accepted. */
async function refusedSeal(portal: TestPortal, changes: SealChanges) {
  const sealed = await portal.seal({}, changes)
  return refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))
}

const sealInvalid = { status: 422, code: 'seal-invalid' }

describe('a seal', () => {
  it('must name this article', async () => {
    const portal = await openTestPortal()
    const payload = { article: articleId.parse(testId()) }
    expect(await refusedSeal(portal, { payload })).toMatchObject(sealInvalid)
    expect(await portal.ledger()).toEqual([])
  })

  it('must cover exactly this text and exactly this page', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    const request = publishRequestOf(sealed)
    const changed = [
      { ...request, revision: request.revision.replace('40 hộ', '41 hộ') },
      { ...request, html: request.html.replace('40 hộ', '41 hộ') },
      { ...request, html: `${request.html} ` },
    ]
    for (const spoiled of changed) {
      expect(await refusal(await portal.put(sealed.article, 1, spoiled))).toMatchObject(sealInvalid)
    }
    expect(await portal.ledger()).toEqual([])
  })

  it('must not be by an author of the text', async () => {
    const portal = await openTestPortal()
    const payload = { authors: [accountId.parse(testId()), portal.reviewer.account] }
    expect(await refusedSeal(portal, { payload })).toMatchObject(sealInvalid)
  })

  it('must be by the reviewer to whom the key belongs', async () => {
    const portal = await openTestPortal()
    const payload = { reviewer: accountId.parse(testId()) }
    expect(await refusedSeal(portal, { payload })).toMatchObject(sealInvalid)
  })

  it('must be signed by the registered key itself', async () => {
    const portal = await openTestPortal()
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const sealed = await sealArticle({ ...portal.reviewer, privateKey })
    expect(await refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))).toMatchObject(
      sealInvalid,
    )
  })

  it('must have our type and bring no key or extension of its own', async () => {
    const portal = await openTestPortal()
    const jwk = portal.reviewer.registration.publicJwk
    for (const header of [
      { typ: 'JWT' },
      { typ: undefined },
      { jwk },
      { jku: 'https://evil.example/keys' },
      { x5u: 'https://evil.example/cert' },
    ]) {
      expect(await refusedSeal(portal, { header })).toMatchObject(sealInvalid)
    }
  })

  it('must not be unsigned or mere text', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    const [, payload] = sealed.seal.split('.')
    const none = Buffer.from(
      JSON.stringify({ alg: 'none', typ: 'toa-soan-seal+jws', kid: portal.reviewer.kid }),
    )
    for (const seal of ['', 'abc', `${none.toString('base64url')}.${payload}.`]) {
      const request = { ...publishRequestOf(sealed), seal }
      expect(await refusal(await portal.put(sealed.article, 1, request))).toMatchObject(sealInvalid)
    }
  })

  it('by a key nobody registered is refused as seal-key-unknown', async () => {
    const portal = await openTestPortal()
    const sealed = await sealArticle(await createReviewer())
    expect(await refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))).toMatchObject({
      status: 422,
      code: 'seal-key-unknown',
    })
  })

  it('by a retired key is refused as seal-key-unknown', async () => {
    const portal = await openTestPortal()
    const { adminToken } = portal.portal.credentials
    await portal.call('DELETE', `/keys/${portal.reviewer.kid}`, { token: adminToken })
    const sealed = await portal.seal()
    expect(await refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))).toMatchObject({
      status: 422,
      code: 'seal-key-unknown',
    })
  })

  it('by a demo key is refused once the portal takes none', async () => {
    const demo = await openTestPortal()
    await demo.portal.close()
    const strict = await openTestPortal({ dataDir: demo.dataDir, acceptDemoKeys: false })
    const sealed = await demo.seal()
    expect(await refusal(await strict.put(sealed.article, 1, publishRequestOf(sealed)))).toMatchObject({
      status: 403,
      code: 'demo-key-refused',
    })
  })
})

describe('a document', () => {
  const invalid = { status: 422, code: 'document-invalid' }

  it('of another article is refused', async () => {
    const portal = await openTestPortal()
    const { document, ...sealed } = await portal.seal()
    const revision = revisionText(articleId.parse(testId()), document)
    const resealed = await portal.seal(
      { article: sealed.article },
      { payload: { revision: sha256(revision) as never } },
    )
    const request = { ...publishRequestOf(resealed), revision }
    expect(await refusal(await portal.put(sealed.article, 1, request))).toMatchObject(invalid)
  })

  it('that our schema does not know is refused, though properly sealed', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.seal()
    const spoil: ((body: Record<string, unknown>) => unknown)[] = [
      body => ({ ...body, document: { type: 'doc', content: [{ type: 'script' }] } }),
      body => ({ ...body, document: { ...(body.document as object), attrs: { kind: '<script>' } } }),
      body => ({ ...body, schema: 99 }),
      body => ({ ...body, format: 'other' }),
      body => ({
        ...body,
        blobs: [{ hash: 'f'.repeat(64), use: 'picture', fileName: null, mediaType: null }],
      }),
      () => 'not JSON at all',
    ]
    for (const change of spoil) {
      const changed = change(JSON.parse(sealed.revision))
      const revision = typeof changed === 'string' ? changed : JSON.stringify(changed)
      const { seal } = await portal.seal(
        { article: sealed.article },
        { payload: { revision: sha256(revision) as never } },
      )
      const request = { ...publishRequestOf(sealed), revision, seal }
      expect(await refusal(await portal.put(sealed.article, 1, request))).toMatchObject(invalid)
    }
    expect(await portal.ledger()).toEqual([])
  })

  it('with two polls is refused, since their votes would mix', async () => {
    const portal = await openTestPortal()
    const question = poll('Ông, bà chọn giờ nào?', { a: 'Sáng', b: 'Chiều' })
    const sealed = await portal.seal({ body: [question, question] })
    expect(await refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))).toMatchObject(
      invalid,
    )
  })

  it('in a category the portal does not have is refused as unknown-category', async () => {
    const portal = await openTestPortal()
    for (const category of ['khong-co', null]) {
      const sealed = await portal.seal({ fields: { category } })
      expect(await refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))).toMatchObject({
        status: 422,
        code: 'unknown-category',
      })
    }
  })

  it('whose pictures have not all arrived is refused with exactly the missing ones', async () => {
    const portal = await openTestPortal()
    const here = await portal.putBlob(Buffer.from('ảnh một'))
    const missing = [blobHash.parse(sha256('ảnh hai')), blobHash.parse(sha256('ảnh ba'))]
    const sealed = await portal.seal({ body: [here, ...missing].map(hash => figure(hash)) })
    const put = () => portal.put(sealed.article, 1, publishRequestOf(sealed))
    expect(await refusal(await put())).toMatchObject({ status: 409, code: 'blob-missing', missing })
    await portal.putBlob(Buffer.from('ảnh hai'))
    await portal.putBlob(Buffer.from('ảnh ba'))
    expect((await put()).status).toBe(200)
  })
})

describe('a request', () => {
  it('without the token, or with another, is unauthorised and told how', async () => {
    const portal = await openTestPortal()
    const { article } = await portal.seal()
    const { adminToken } = portal.portal.credentials
    for (const token of [null, 'wrong', adminToken]) {
      for (const [method, path] of [
        ['PUT', `/articles/${article}/publications/1`],
        ['GET', `/articles/${article}`],
        ['GET', '/articles'],
        ['POST', '/batch'],
        ['PUT', `/blobs/${'0'.repeat(64)}`],
        ['HEAD', `/blobs/${'0'.repeat(64)}`],
      ] as const) {
        const answer = await portal.call(method, path, { token })
        expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      }
    }
  })

  it('that is not JSON of the right shape is malformed, naming the field', async () => {
    const portal = await openTestPortal()
    const { article } = await portal.seal()
    const path = `/articles/${article}/publications/1`
    const headers = { 'if-none-match': '*' }
    for (const body of ['{', 'null', '{"decision":"publish"}', '{"decision":"delete"}']) {
      const answer = await refusal(await portal.call('PUT', path, { body, headers }))
      expect(answer).toMatchObject({ status: 400, code: 'malformed' })
    }
    const sealed = await portal.seal()
    const extra = JSON.stringify({ ...publishRequestOf(sealed), category: 'thong-bao' })
    expect(await refusal(await portal.call('PUT', path, { body: extra, headers }))).toMatchObject({
      code: 'malformed',
    })
    const slug = JSON.stringify({ ...publishRequestOf(sealed), slug: '../a' })
    const answer = await refusal(await portal.call('PUT', path, { body: slug, headers }))
    expect(answer.message).toContain('slug')
  })

  it('to an address that is none is malformed or not found', async () => {
    const portal = await openTestPortal()
    const { article } = await portal.seal()
    for (const path of [
      `/articles/x/publications/1`,
      `/articles/${article}/publications/0`,
      `/articles/${article}/publications/a`,
    ]) {
      expect(await refusal(await portal.call('PUT', path, { body: '{}' }))).toMatchObject({ status: 400 })
    }
    expect(await refusal(await portal.call('GET', '/nothing'))).toMatchObject({
      status: 404,
      code: 'not-found',
    })
  })

  it('bigger than the portal takes is too-large', async () => {
    const portal = await openTestPortal({ limits: { blobBytes: 100, articleBytes: 4_000 } })
    const sealed = await portal.seal({ body: [paragraph('x'.repeat(5_000))] })
    expect(await refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))).toMatchObject({
      status: 413,
      code: 'too-large',
    })
  })

  it('with broken Unicode is malformed', async () => {
    const portal = await openTestPortal()
    const { article } = await portal.seal()
    const body = '{"decision":"take-down","reason":"\\ud800","at":"2026-11-22T03:00:00.000Z"}'
    const answer = await portal.call('PUT', `/articles/${article}/publications/1`, {
      body,
      headers: { 'if-none-match': '*' },
    })
    expect(await refusal(answer)).toMatchObject({ status: 400, code: 'malformed' })
  })
})
