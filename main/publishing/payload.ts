import { type PublishRequest, publishRequest } from '#common/api/portal-api'
import type { Approval, Article } from '#common/domain/article'
import type { GoneNotice, Publication } from '#common/domain/publication'
import { slug } from '#common/vietnamese/slug'

/** Bytes that readers may have, as the seal names them: an approval's, or an urgent decision's. */
export interface ApprovedText {
  readonly approval: Approval
  /** Seals of the levels before, first to last. */
  readonly earlier: readonly string[]
  readonly revision: string
  readonly html: string
}

/** What the operator decided, with everything the message has to say. */
export type Wanted =
  | { readonly decision: 'publish'; readonly text: ApprovedText; readonly scheduledFor: string | null }
  | { readonly decision: 'correct'; readonly text: ApprovedText; readonly notice: string }
  | { readonly decision: 'confirm'; readonly text: ApprovedText }
  | {
      readonly decision: 'take-down'
      readonly reason: string
      readonly notice?: Pick<GoneNotice, 'kind' | 'text'> | undefined
    }
  | { readonly decision: 'expire' }

/**
 * The message itself. Its bytes are stored with the decision and sent as they are, however often: nothing here may be
 * asked again later.
 */
export function payloadText(
  wanted: Wanted,
  article: Article,
  publication: Publication | undefined,
  at: string,
): string {
  const request = requestOf(wanted, article, publication, at)
  return JSON.stringify(request)
}

/** Stored bytes read back. */
export function parsePayload(bytes: Uint8Array): PublishRequest {
  return publishRequest.parse(JSON.parse(new TextDecoder().decode(bytes)))
}

/** `thong-bao-lich-tiem-k3x7ab`: unique by the article's id, frozen once readers have had it. */
export function slugOf(article: Article, publication: Publication | undefined): string {
  const isPast = article.past !== undefined && publication !== undefined
  return isPast || (publication !== undefined && publication.confirmedSequence > 0)
    ? publication.slug
    : `${slug(article.headline)}-${article.id.slice(0, 6)}`
}

function requestOf(
  wanted: Wanted,
  article: Article,
  publication: Publication | undefined,
  at: string,
): PublishRequest {
  switch (wanted.decision) {
    case 'publish':
      return {
        decision: 'publish',
        ...texts(wanted.text, article, publication),
        publishedAt: wanted.scheduledFor ?? firstShownAt(publication) ?? at,
      }
    case 'correct':
      return {
        decision: 'correct',
        ...texts(wanted.text, article, publication),
        publishedAt: firstShownAt(publication) ?? at,
        notice: { number: (publication?.corrections ?? 0) + 1, text: wanted.notice, at },
      }
    case 'confirm':
      return { decision: 'confirm', ...seals(wanted.text) }
    case 'take-down':
      return {
        decision: 'take-down',
        reason: wanted.reason,
        at,
        ...(wanted.notice !== undefined && {
          notice: { ...wanted.notice, number: (publication?.gone?.number ?? 0) + 1, at },
        }),
      }
    case 'expire':
      return { decision: 'expire', at }
  }
}

function texts(text: ApprovedText, article: Article, publication: Publication | undefined) {
  const { revision, html } = text
  return { revision, html, ...seals(text), slug: slugOf(article, publication) }
}

function seals({ approval, earlier }: ApprovedText) {
  return { seal: approval.seal, ...(earlier.length > 0 && { earlier: [...earlier] }) }
}

/** A later text of something readers see keeps the time they saw it first. */
function firstShownAt(publication: Publication | undefined): string | null {
  const shown = publication?.state === 'live' || publication?.state === 'corrected'
  return shown ? publication.publishedAt : null
}
