import { pollState } from '../articles/card'
import type { LiveArticle } from '../articles/shelf'
import type { ArticleView, ListedView, PollView } from '../pages/views'
import { articlePath } from '../paths'
import type { PortalParts } from '../portal-parts'
import { categoryLink, listedView, siteView, withoutCategory } from './site-view'

const mostNeighbours = 5

/** The page of a visible article for one reader; `voter` is what their cookie says, if they have voted anywhere. */
export async function articleView(
  parts: PortalParts,
  entry: LiveArticle,
  origin: string,
  voter: string | undefined,
): Promise<ArticleView> {
  const { card } = entry
  return {
    site: siteView(parts),
    articleHtml: await parts.desk.htmlOf(entry),
    headline: card.headline,
    lead: card.lead,
    category: categoryLink(parts, card.category),
    publishedAt: card.publishedAt,
    canonical: card.original ?? `${origin}${articlePath(card.slug)}`,
    notices: card.notices.toReversed(),
    poll: pollView(parts, entry, voter),
    sameCategory: neighbours(parts, entry, true).map(withoutCategory),
    others: neighbours(parts, entry, false),
  }
}

function neighbours(parts: PortalParts, entry: LiveArticle, sameCategory: boolean): ListedView[] {
  const found: ListedView[] = []
  for (const other of parts.desk.shelf.live()) {
    if (found.length === mostNeighbours) break
    const same = other.card.category === entry.card.category
    if (other !== entry && same === sameCategory) found.push(listedView(parts, other))
  }
  return found
}

function pollView(
  { environment, votes }: PortalParts,
  { article, card }: LiveArticle,
  voter: string | undefined,
): PollView | null {
  if (card.poll === null) return null
  const { question, opensAt, closesAt, choices } = card.poll
  const counts = votes.count(article)
  return {
    state: pollState(card.poll, environment.now()),
    voted: voter !== undefined && votes.hasVoted(article, voter),
    question,
    opensAt,
    closesAt,
    results: choices.map(({ choice, text }) => ({ text, votes: counts.get(choice) ?? 0 })),
  }
}
