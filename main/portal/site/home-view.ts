import { pollState } from '../articles/card'
import type { Listing, NewestFirst } from '../articles/newest-first'
import type { LiveArticle } from '../articles/shelf'
import type { HomeView, OpenPollView } from '../pages/views'
import { articlePath, categoryPath } from '../paths'
import type { PortalParts } from '../portal-parts'
import { listedView, siteView, withoutCategory } from './site-view'

const most = { hot: 4, latest: 7, inSection: 4, polls: 3 } as const

/** The blocks of the home page; each article stands in the first block that takes it and in no other. */
export async function homeView(parts: PortalParts): Promise<HomeView> {
  const nowMs = parts.environment.now()
  const { shelf } = parts.desk
  const chosen = new Set<Listing>()
  const take = (list: NewestFirst, count: number, fits: (listing: Listing) => boolean): Listing[] => {
    const taken: Listing[] = []
    for (const listing of list) {
      if (taken.length === count) break
      if (!chosen.has(listing) && fits(listing)) taken.push(listing)
    }
    for (const listing of taken) chosen.add(listing)
    return taken
  }
  const polls = take(
    shelf.list('polls'),
    most.polls,
    ({ poll }) => poll !== null && pollState(poll, nowMs) === 'open',
  )
  const hot = take(shelf.list('hot'), most.hot, ({ hotUntilMs }) => hotUntilMs !== null && hotUntilMs > nowMs)
  const latest = take(shelf.list('all'), most.latest, () => true)
  const sections = parts.description.categories.map(({ id, name }) => ({
    href: categoryPath(id),
    name,
    listings: take(shelf.list({ category: id }), most.inSection, () => true),
  }))
  const listed = async (listings: readonly Listing[]) =>
    (await shelf.read(listings)).map(entry => listedView(parts, entry))
  const filled = sections.filter(({ listings }) => listings.length > 0)
  return {
    site: siteView(parts),
    polls: (await shelf.read(polls)).flatMap(openPoll),
    hot: await listed(hot),
    latest: await listed(latest),
    sections: await Promise.all(
      filled.map(async ({ href, name, listings }) => ({
        href,
        name,
        articles: (await listed(listings)).map(withoutCategory),
      })),
    ),
  }
}

function openPoll({ card }: LiveArticle): OpenPollView[] {
  if (card.poll === null) return []
  const { question, closesAt, choices } = card.poll
  return [{ href: articlePath(card.slug), question, closesAt, choices }]
}
