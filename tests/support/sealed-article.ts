import { createHash, randomBytes } from 'node:crypto'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import type { Node } from 'prosemirror-model'
import type { PublishRequest, RegisterKeyRequest } from '#common/api/portal-api'
import { revisionText } from '#common/document/revision-body'
import { schema } from '#common/document/schema'
import { rendererVersion, toHtml } from '#common/document/to-html'
import { signingKey } from '#common/domain/account'
import { newId } from '#common/domain/environment'
import {
  type AccountId,
  type ArticleId,
  accountId,
  articleId,
  type BlobHash,
  blobHash,
  type RevisionHash,
  revisionHash,
} from '#common/domain/ids'
import { type SealPayload, sealType } from '#common/domain/seal'
import { slug } from '#common/vietnamese/slug'

/** A person who seals, with a fresh Ed25519 key; `registration` is what a portal must know of it, under `kid`. */
export interface TestReviewer {
  readonly account: AccountId
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly registration: RegisterKeyRequest
}

/** An approved article as the newsroom would push it. */
export interface SealedArticle {
  readonly article: ArticleId
  readonly document: Node
  readonly revision: string
  readonly revisionHash: RevisionHash
  readonly html: string
  readonly htmlHash: BlobHash
  readonly seal: string
  readonly slug: string
}

export interface ArticleText {
  readonly article?: ArticleId
  readonly headline?: string
  readonly lead?: string
  /** Attributes of the document: kind, category, hotUntil … */
  readonly fields?: Readonly<Record<string, unknown>>
  /** Blocks of the body, as document JSON. */
  readonly body?: readonly Readonly<Record<string, unknown>>[]
}

export interface SealChanges {
  readonly payload?: Partial<SealPayload>
  readonly header?: Readonly<Record<string, unknown>>
}

export function testId(): string {
  return newId({ now: () => 0, randomBytes })
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

export async function createReviewer(demo = true, name = 'Lê Thị Duyệt'): Promise<TestReviewer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const { kty, crv, x } = await exportJWK(publicKey)
  const account = accountId.parse(testId())
  return {
    account,
    kid: `key-${testId()}`,
    privateKey,
    registration: {
      reviewer: account,
      name,
      demo,
      publicJwk: signingKey.shape.publicJwk.parse({ kty, crv, x }),
    },
  }
}

/** A document → revision text → html → seal. `changes` spoil the seal for tests of refusals. */
export async function sealArticle(
  reviewer: TestReviewer,
  text: ArticleText = {},
  changes: SealChanges = {},
): Promise<SealedArticle> {
  const article = text.article ?? articleId.parse(testId())
  const document = testDocument(text)
  const revision = revisionText(article, document)
  const html = toHtml(document)
  const hashes = { revision: revisionHash.parse(sha256(revision)), html: blobHash.parse(sha256(html)) }
  const payload: SealPayload = {
    v: 1,
    article,
    ...hashes,
    rendererVersion,
    previousPublished: null,
    authors: [accountId.parse(testId())],
    reviewer: reviewer.account,
    decision: 'approve',
    policy: 'four-eyes/1',
    journal: { sequence: 1, hash: sha256('journal') },
    iat: 1_790_000_000,
    ...changes.payload,
  }
  const seal = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ: sealType, kid: reviewer.kid, ...changes.header })
    .sign(reviewer.privateKey)
  const address = `${slug(document.child(0).textContent)}-${article.slice(0, 6)}`
  return {
    article,
    document,
    revision,
    revisionHash: hashes.revision,
    html,
    htmlHash: hashes.html,
    seal,
    slug: address,
  }
}

export function publishRequestOf(
  sealed: SealedArticle,
  publishedAt = '2026-11-20T03:32:00.000Z',
): Extract<PublishRequest, { decision: 'publish' }> {
  const { revision, html, seal, slug } = sealed
  return { decision: 'publish', revision, html, seal, slug, publishedAt }
}

export function paragraph(text: string): Readonly<Record<string, unknown>> {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

export function figure(image: string, alt = 'Cánh đồng lúa'): Readonly<Record<string, unknown>> {
  return { type: 'figure', attrs: { image, alt } }
}

export function attachment(file: string, fileName: string, mediaType: string): Record<string, unknown> {
  return { type: 'attachment', attrs: { file, fileName, mediaType, sizeBytes: 1_200 } }
}

export function poll(
  question: string,
  choices: Readonly<Record<string, string>>,
  open: { readonly opensAt?: string; readonly closesAt?: string } = {},
): Readonly<Record<string, unknown>> {
  return {
    type: 'poll',
    attrs: { question, ...open },
    content: Object.entries(choices).map(([choice, text]) => ({
      type: 'pollChoice',
      attrs: { choice },
      content: [{ type: 'text', text }],
    })),
  }
}

function testDocument({
  headline = 'Xã mở lớp kỹ năng số cho bà con',
  lead,
  fields,
  body,
}: ArticleText): Node {
  return schema.nodeFromJSON({
    type: 'doc',
    attrs: { kind: 'news', category: 'tin-tuc-su-kien', ...fields },
    content: [
      { type: 'headline', content: [{ type: 'text', text: headline }] },
      { type: 'lead', ...(lead === undefined ? {} : { content: [{ type: 'text', text: lead }] }) },
      ...(body ?? [
        paragraph('Tối thứ Ba, hơn 40 hộ dân đến nhà văn hóa thôn học cách nộp hồ sơ trực tuyến.'),
      ]),
    ],
  })
}
