import { createHash } from 'node:crypto'
import { summarize } from '#common/document/summary'
import type { Article } from '#common/domain/article'
import { type AccountId, articleId, jobId, type PortalId } from '#common/domain/ids'
import { publicationId } from '#common/domain/publication'
import { freeze } from '#main/articles/freeze'
import type { NewsroomCollections } from '#main/core/collections'
import type { Transaction } from '#main/store/store'
import { articleDocument } from './article-document'

export interface GeneratedArticle {
  readonly id: Article['id']
  readonly document: ReturnType<typeof articleDocument>
  readonly transaction: Transaction<NewsroomCollections>
}

/** 26 characters of the ids' alphabet, the same for the same words. */
export function idOf(words: string): string {
  const digest = createHash('sha256').update(words).digest()
  return Array.from(digest.subarray(0, 26), byte => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('')
}

/**
 * The article with this number as the newsroom would hold it: every fifth still a draft, the others approved, published
 * and their job done.
 */
export function generatedArticle(
  number: number,
  sequence: number,
  {
    writer,
    reviewer,
    portal,
  }: { readonly writer: AccountId; readonly reviewer: AccountId; readonly portal: PortalId },
): GeneratedArticle {
  const id = articleId.parse(idOf(`article ${number}`))
  const document = articleDocument(number)
  const at = new Date(Date.UTC(2020, 0, 1) + number * 1_800_000).toISOString()
  const card: Article = {
    id,
    ...summarize(document),
    stage: 'draft',
    createdBy: writer,
    createdAt: at,
    changedBy: writer,
    changedAt: at,
    changed: sequence,
    authors: [writer],
    frozenVersion: null,
    revision: null,
    revisionNumber: 0,
    claim: null,
    returned: null,
    approval: null,
    spiked: null,
  }
  const event = { type: 'article.generated', at, actor: writer, subject: id, details: { number } }
  if (number % 5 === 0)
    return { id, document, transaction: { event, changes: [{ collection: 'articles', put: card }] } }

  const { revision, bodies } = freeze(card, document, writer, at)
  const approved: Article = {
    ...card,
    stage: 'approved',
    revision: revision.hash,
    revisionNumber: 1,
    frozenVersion: 0,
    approval: { by: reviewer, at, revision: revision.hash, html: revision.html, seal: 'x'.repeat(700) },
  }
  const readBack = {
    at,
    url: `http://127.0.0.1:1/tin/${number}`,
    parts: [{ part: 'text' as const, label: card.headline, verdict: 'right' as const }],
  }
  return {
    id,
    document,
    transaction: {
      event,
      bodies,
      changes: [
        { collection: 'articles', put: approved },
        { collection: 'revisions', put: revision },
        {
          collection: 'publications',
          put: {
            id: publicationId(portal, id),
            portal,
            article: id,
            state: 'live',
            sequence: 1,
            confirmedSequence: 1,
            revision: revision.hash,
            slug: `tin-${number}`,
            url: readBack.url,
            publishedAt: at,
            scheduledFor: null,
            expiresAt: null,
            corrections: 0,
            readBack,
          },
        },
        {
          collection: 'jobs',
          put: {
            id: jobId.parse(idOf(`job ${number}`)),
            portal,
            article: id,
            sequence: 1,
            key: `${portal}.${id}.1`,
            decision: 'publish',
            revision: revision.hash,
            payload: revision.html,
            blobs: [revision.html],
            totalBytes: 10_000,
            state: 'done',
            sentBlobs: 1,
            attempts: 1,
            notBefore: null,
            scheduledFor: null,
            problem: null,
            readBack,
            queuedBy: reviewer,
            queuedAt: at,
            finishedAt: at,
            queued: sequence,
          },
        },
      ],
    },
  }
}
