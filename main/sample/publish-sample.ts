import type { Role } from '#common/domain/account'
import { withAddedMedia } from './add-media'
import type { Ask } from './ask'
import type { CreatedArticle, CreatedSample } from './create-sample'
import type { SampleArticle, SamplePlan } from './sample-plan'
import { approve, submit } from './tell-story'

type Stage = SampleArticle['story']['stage']

/** Stages of which readers see, or once saw, a first version. */
const published: readonly Stage[] = ['live', 'corrected', 'revised', 'taken-down', 'expired']

/** Queues what readers are to see, and what waits for its hour. Needs a connected portal, not one that answers. */
export async function pushSample(ask: Ask, plan: SamplePlan, { articles }: CreatedSample): Promise<void> {
  const operator = holderOf('operator', plan)
  const now = articles.filter(({ plan: { story } }) => published.includes(story.stage))
  await ask(operator, 'publishing.push', { articles: now.map(({ id }) => id) })
  for (const { id, plan: article } of articles) {
    const { story } = article
    if (story.stage !== 'scheduled') continue
    await ask(operator, 'publishing.push', { articles: [id], scheduledFor: story.at })
  }
}

/**
 * What can only happen to an article that readers saw: corrections, takedowns, expiries, newer texts. Call it once the
 * portal has confirmed everything of `pushSample`.
 */
export async function finishSample(ask: Ask, plan: SamplePlan, created: CreatedSample): Promise<void> {
  const operator = holderOf('operator', plan)
  for (const article of created.articles) await finish(ask, operator, article, created)
}

async function finish(
  ask: Ask,
  operator: string,
  { id: article, plan: { story, writer, texts } }: CreatedArticle,
  { media }: CreatedSample,
): Promise<void> {
  switch (story.stage) {
    case 'corrected':
    case 'revised': {
      await ask(writer, 'articles.reopen', { article })
      const document = withAddedMedia(texts.later, media).toJSON()
      await ask(writer, 'drafts.replace', { article, document })
      if (story.stage === 'revised') {
        await submit(ask, writer, article)
        return
      }
      await approve(ask, writer, story.reviewer, article)
      await ask(operator, 'publishing.correct', { article, notice: story.notice })
      return
    }
    case 'taken-down':
      await ask(operator, 'publishing.takeDown', { article, reason: story.reason })
      return
    case 'expired':
      await ask(operator, 'publishing.expire', { article })
      return
    default:
      return
  }
}

function holderOf(role: Role, { accounts }: SamplePlan): string {
  const holder = accounts.find(({ roles }) => roles.includes(role))
  if (holder === undefined) throw new Error(`nobody in the sample is ${role}`)
  return holder.signInName
}
