import { pollState } from '../articles/card'
import { isNewer, type Listing } from '../articles/newest-first'
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
    sameCategory: (await shownOf(parts, sameCategory(parts, entry))).map(withoutCategory),
    others: await shownOf(parts, otherCategories(parts, entry)),
  }
}

function sameCategory({ desk }: PortalParts, { article, card }: LiveArticle): Listing[] {
  const newest = desk.shelf.list({ category: card.category }).slice(0, mostNeighbours + 1)
  return newest.filter(other => other.article !== article).slice(0, mostNeighbours)
}

/** The newest of each other category hold the newest of them all. */
function otherCategories({ desk, description }: PortalParts, { card }: LiveArticle): Listing[] {
  return description.categories
    .filter(({ id }) => id !== card.category)
    .flatMap(({ id }) => desk.shelf.list({ category: id }).slice(0, mostNeighbours))
    .sort((a, b) => (isNewer(a, b) ? -1 : 1))
    .slice(0, mostNeighbours)
}

async function shownOf(parts: PortalParts, listings: readonly Listing[]): Promise<ListedView[]> {
  return (await parts.desk.shelf.read(listings)).map(entry => listedView(parts, entry))
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
