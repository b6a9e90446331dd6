import { pollState } from '../articles/card'
import type { LiveArticle } from '../articles/shelf'
import type { HomeView, OpenPollView } from '../pages/views'
import { articlePath, categoryPath } from '../paths'
import type { PortalParts } from '../portal-parts'
import { listedView, siteView, withoutCategory } from './site-view'

const most = { hot: 4, latest: 7, inSection: 4, polls: 3 } as const

/** The blocks of the home page; each article stands in the first block that takes it and in no other. */
export function homeView(parts: PortalParts): HomeView {
  const nowMs = parts.environment.now()
  const live = parts.desk.shelf.live()
  const shown = new Set<LiveArticle>()
  const take = (count: number, fits: (entry: LiveArticle) => boolean): LiveArticle[] => {
    const taken: LiveArticle[] = []
    for (const entry of live) {
      if (taken.length === count) break
      if (!shown.has(entry) && fits(entry)) taken.push(entry)
    }
    for (const entry of taken) shown.add(entry)
    return taken
  }
  const polls = take(most.polls, ({ card }) => card.poll !== null && pollState(card.poll, nowMs) === 'open')
  const hot = take(most.hot, ({ card }) => card.hotUntil !== null && Date.parse(card.hotUntil) > nowMs)
  const latest = take(most.latest, () => true)
  const sections = parts.description.categories.map(({ id, name }) => ({
    href: categoryPath(id),
    name,
    articles: take(most.inSection, ({ card }) => card.category === id).map(entry =>
      withoutCategory(listedView(parts, entry)),
    ),
  }))
  return {
    site: siteView(parts),
    polls: polls.flatMap(openPoll),
    hot: hot.map(entry => listedView(parts, entry)),
    latest: latest.map(entry => listedView(parts, entry)),
    sections: sections.filter(section => section.articles.length > 0),
  }
}

function openPoll({ card }: LiveArticle): OpenPollView[] {
  if (card.poll === null) return []
  const { question, closesAt, choices } = card.poll
  return [{ href: articlePath(card.slug), question, closesAt, choices }]
}
