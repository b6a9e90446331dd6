import type { Media } from '#common/api/views'
import type { ArticleId } from '#common/domain/ids'
import { type AddedMedia, addSampleMedia, withAddedMedia } from './add-media'
import type { Ask } from './ask'
import type { SampleArticle, SampleFile, SamplePlan } from './sample-plan'
import { tellStory } from './tell-story'

/** Where the sample stands in the newsroom. */
export interface CreatedSample {
  readonly articles: readonly CreatedArticle[]
  readonly media: AddedMedia
}

export interface CreatedArticle {
  readonly id: ArticleId
  readonly plan: SampleArticle
}

/**
 * Makes the sample in a newsroom that has its accounts, through the newsroom's own operations: everything up to approval
 * and nothing that needs a portal. Then `pushSample`, and when that has arrived, `finishSample`.
 */
export async function createSample(
  ask: Ask,
  plan: SamplePlan,
  addMedia: (file: SampleFile) => Promise<Media>,
): Promise<CreatedSample> {
  const keeper = plan.accounts.find(({ roles }) => roles.includes('editor'))
  if (keeper !== undefined) await ask(keeper.signInName, 'names.change', { names: plan.names })
  const media = await addSampleMedia(plan, addMedia)
  const articles: CreatedArticle[] = []
  // One after the other: the order of creation is the order of the lists.
  for (const article of plan.articles) {
    const created = await ask(article.writer, 'articles.create', {
      kind: String(article.texts.first.attrs.kind),
      document: withAddedMedia(article.texts.first, media).toJSON(),
    })
    const { id } = created.article
    await tellStory(ask, article, id, withAddedMedia(article.texts.later, media))
    articles.push({ id, plan: article })
  }
  return { articles, media }
}
