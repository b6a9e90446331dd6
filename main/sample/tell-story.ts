import type { Node } from 'prosemirror-model'
import type { ArticleId, RevisionHash } from '#common/domain/ids'
import { unreachable } from '#common/domain/unreachable'
import type { Ask } from './ask'
import type { SampleArticle, SampleReturn } from './sample-plan'

/** Brings a new draft as far as its story goes without a portal; `later` is the text after a return. */
export async function tellStory(ask: Ask, { writer, story }: SampleArticle, id: ArticleId, later: Node) {
  switch (story.stage) {
    case 'draft':
      return
    case 'submitted':
      await submit(ask, writer, id)
      return
    case 'spiked':
      await ask(story.by, 'articles.spike', { article: id, reason: story.reason })
      return
    case 'returned':
      await sendBack(ask, writer, id, story)
      return
    case 'in-review':
    case 'approved':
    case 'live':
    case 'expired':
      if (story.returned !== undefined) {
        await sendBack(ask, writer, id, story.returned)
        await ask(writer, 'drafts.replace', { article: id, document: later.toJSON() })
      }
      if (story.stage === 'in-review') await claim(ask, writer, story.reviewer, id)
      else await approve(ask, writer, story.reviewer, id)
      return
    case 'scheduled':
    case 'corrected':
    case 'revised':
    case 'taken-down':
      await approve(ask, writer, story.reviewer, id)
      return
    default:
      unreachable(story)
  }
}

/** Submits, claims and approves. */
export async function approve(ask: Ask, writer: string, reviewer: string, article: ArticleId): Promise<void> {
  const revision = await claim(ask, writer, reviewer, article)
  await ask(reviewer, 'review.approve', { article, revision })
}

/** The revision that was frozen. */
export async function submit(ask: Ask, writer: string, article: ArticleId): Promise<RevisionHash> {
  const { revision } = (await ask(writer, 'articles.submit', { article })).article
  if (revision === null) throw new Error('submitting froze no revision')
  return revision
}

async function claim(ask: Ask, writer: string, reviewer: string, article: ArticleId): Promise<RevisionHash> {
  const revision = await submit(ask, writer, article)
  await ask(reviewer, 'review.claim', { article })
  return revision
}

async function sendBack(ask: Ask, writer: string, article: ArticleId, { by, reason, note }: SampleReturn) {
  const revision = await claim(ask, writer, by, article)
  await ask(by, 'review.return', { article, revision, reason, note })
}
