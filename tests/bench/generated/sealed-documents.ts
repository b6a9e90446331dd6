import { createHash } from 'node:crypto'
import type { BatchRequest } from '#common/api/portal-api'
import { revisionText } from '#common/document/revision-body'
import { schema } from '#common/document/schema'
import { rendererVersion, toHtml } from '#common/document/to-html'
import { type AccountId, accountId, articleId, blobHash, revisionHash } from '#common/domain/ids'
import { type SealPayload, sealType } from '#common/domain/seal'
import { idOf } from './article-records'
import { seeded } from './random'
import { paragraphOf } from './vietnamese-text'

export interface SealedDocuments {
  /** The decision to publish the document with this number, as an item of a batch. */
  decision(number: number): BatchRequest['items'][number]
  page(number: number): { readonly html: string; readonly slug: string }
}

export interface Signer {
  readonly kid: string
  readonly reviewer: AccountId
  /** Base64url of the Ed25519 signature over the text's bytes. */
  readonly sign: (text: string) => string
}

/**
 * Official letters of a page each, any number of them, every one with a seal of its own. They differ in number and
 * date: one is made as the newsroom makes it, the others by putting their number in its place.
 */
export function sealedDocuments({ kid, reviewer, sign }: Signer): SealedDocuments {
  const model = { id: articleId.parse(idOf('model')), number: '000000000' }
  const random = seeded(7)
  const line = (type: string, text: string) => ({ type, content: [{ type: 'text', text }] })
  const document = schema.nodeFromJSON({
    type: 'doc',
    attrs: { kind: 'news', category: 'tin-tuc-su-kien' },
    content: [
      line('headline', `Công văn số ${model.number}/UBND về việc rà soát thủ tục hành chính`),
      line('lead', paragraphOf(random, 40)),
      ...Array.from({ length: 3 }, () => line('paragraph', paragraphOf(random, 70))),
    ],
  })
  const revisionModel = revisionText(model.id, document)
  const htmlModel = toHtml(document)
  const header = encode({ alg: 'EdDSA', typ: sealType, kid })
  const authors = [accountId.parse(idOf('writer'))]

  const texts = (number: number) => {
    const digits = String(number).padStart(model.number.length, '0')
    const article = articleId.parse(idOf(`letter ${number}`))
    return {
      article,
      slug: `cong-van-${digits}`,
      html: htmlModel.replace(model.number, digits),
      revision: revisionModel.replace(model.id, article).replace(model.number, digits),
    }
  }
  return {
    decision(number) {
      const { article, slug, html, revision } = texts(number)
      const payload: SealPayload = {
        v: 1,
        article,
        revision: revisionHash.parse(sha256(revision)),
        html: blobHash.parse(sha256(html)),
        rendererVersion,
        previousPublished: null,
        authors,
        reviewer,
        decision: 'approve',
        policy: 'four-eyes/1',
        journal: { sequence: 1, hash: sha256('journal') },
        iat: 1_790_000_000,
      }
      const signed = `${header}.${encode(payload)}`
      const publishedAt = new Date(Date.UTC(2026, 0, 1) + number * 40_000).toISOString()
      const seal = `${signed}.${sign(signed)}`
      return {
        article,
        sequence: 1,
        ifMatch: null,
        request: { decision: 'publish', revision, html, seal, slug, publishedAt },
      }
    },
    page: texts,
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
