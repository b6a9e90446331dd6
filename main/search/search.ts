import type { ParsedInput } from '#common/api/contract'
import { problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { ok, refuse } from '#common/domain/result'
import type { ArticleIndex } from '#main/articles/article-index'
import { articlesMentioning, type Mentioning, passesFilter, toRow } from '#main/articles/list-articles'
import type { Core, Handlers } from '#main/core/capability'
import type { Ranks, SearchDesk } from './search-desk'

const none: Mentioning = new Set()

/** Full-text search over what the asking person may list; the order is that of docs/search.md. */
export function createSearch(core: Core, index: ArticleIndex, desk: SearchDesk): Handlers<'articles.search'> {
  return {
    'articles.search': async (input, { account }) => {
      try {
        const ranks = await desk.ranks(input.text)
        const found = bestFirst(core, index, ranks, input, account)
        const shown = found.slice(input.offset, input.offset + input.limit)
        const snippets = await desk.snippets(
          input.text,
          shown.map(({ id }) => id),
        )
        const hits = shown.flatMap((article, place) => {
          const snippet = snippets[place]
          return snippet === undefined ? [] : [{ row: toRow(core, index, article, account), ...snippet }]
        })
        return ok({ hits, total: found.length, progress: ranks.progress })
      } catch {
        return refuse(problem('search-unavailable'))
      }
    },
  }
}

/** Found articles by rank, the newest first within a rank: taken newest first, so that nothing has to be sorted. */
function bestFirst(
  core: Core,
  index: ArticleIndex,
  ranks: Ranks,
  input: ParsedInput<'articles.search'>,
  account: Account,
): Article[] {
  const mentioning = input.counter === 'mentioned' ? articlesMentioning(core, account) : none
  const passes = passesFilter(input, account, core.environment.now(), mentioning)
  const byRank = new Map<number, Article[]>()
  for (const entry of index.entries()) {
    const { article } = entry
    const rank = ranks.of(article.id)
    if (rank === 0 || !passes(entry)) continue
    const peers = byRank.get(rank)
    if (peers === undefined) byRank.set(rank, [article])
    else peers.push(article)
  }
  return [...byRank.entries()].sort(([a], [b]) => b - a).flatMap(([, articles]) => articles)
}
