import type { ArticleView } from '#common/api/views'
import type { ArticleTarget } from '#renderer/commands/article-commands.ts'

/** The article as the commands of lists know it. */
export function rowOf({ article, chip }: ArticleView, account: string): ArticleTarget {
  const { id, headline, stage, createdBy, authors } = article
  const own = [createdBy, ...authors].some(author => author === account)
  return { id, headline, stage, chip, own }
}
