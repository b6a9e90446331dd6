import { CalendarClock, FolderCheck, FolderOutput, Send, Trash2, Undo2 } from 'lucide-react'
import type { ArticleRow } from '#common/api/views'
import { say } from '#renderer/ui/toasts.ts'
import type { Command, CommandContext } from './command.ts'
import { paths } from './paths.ts'
import { sayPushed } from './say-pushed.ts'

export type ArticleTarget = Pick<ArticleRow, 'id' | 'headline' | 'stage' | 'chip' | 'own'>
type Targets = readonly ArticleTarget[]

/** Commands on one or more articles of a list. Main decides each again; the first refusal is shown. */
export const pushArticles: Command<Targets> = {
  id: 'articles.push',
  label: 'articles.push',
  icon: Send,
  group: 'publish',
  isEnabled: ({ session }, targets) => session.may('article.publish') && all(targets, isReady),
  run: (context, targets) => push(context, targets, null),
}

export const scheduleArticles: Command<Targets> = {
  id: 'articles.schedule',
  label: 'articles.schedule',
  icon: CalendarClock,
  group: 'publish',
  isEnabled: pushArticles.isEnabled,
  run: async (context, targets) => {
    const { t, asker } = context
    const scheduledFor = await asker.instant({
      title: t('articles.scheduleTitle', { count: targets.length }),
      description: t('articles.scheduleText'),
      label: t('articles.scheduleLabel'),
      action: t('articles.scheduleAction'),
    })
    if (scheduledFor !== null) await push(context, targets, scheduledFor)
  },
}

export const spikeArticles: Command<Targets> = {
  id: 'articles.spike',
  label: 'articles.spike',
  icon: Trash2,
  group: 'publish',
  danger: true,
  isEnabled: ({ session }, targets) =>
    all(targets, target => target.stage !== 'spiked' && (target.own || session.may('article.edit-others'))),
  run: async ({ t, asker, tell }, targets) => {
    const reason = await asker.text({
      title: t('articles.spikeTitle', { count: targets.length }),
      description: t('articles.spikeText'),
      label: t('articles.spikeReason'),
      action: t('articles.spikeAction'),
      danger: true,
    })
    if (reason === null) return
    let spiked = 0
    for (const target of targets) {
      if ((await tell('articles.spike', { article: target.id, reason })) === null) break
      spiked += 1
    }
    if (spiked > 0) say(t('articles.spiked', { count: spiked }))
  },
}

export const restoreArticles: Command<Targets> = {
  id: 'articles.restore',
  label: 'articles.restore',
  icon: Undo2,
  group: 'publish',
  isEnabled: ({ session }, targets) =>
    all(targets, target => target.stage === 'spiked' && (target.own || session.may('article.edit-others'))),
  run: async ({ tell }, targets) => {
    for (const target of targets) {
      if ((await tell('articles.restore', { article: target.id })) === null) return
    }
  },
}

/** Takes the articles to the page on which a pack for inspectors is made of them. */
export const inspectArticles: Command<readonly { readonly id: string }[]> = {
  id: 'articles.inspect',
  label: 'inspection.make',
  icon: FolderCheck,
  group: 'publish',
  isEnabled: ({ session }, targets) => targets.length > 0 && session.may('audit.read'),
  run: ({ navigate }, targets) => navigate(paths.inspection(targets.map(({ id }) => id))),
}

export const exportArticles: Command<Targets> = {
  id: 'articles.export',
  label: 'articles.export',
  icon: FolderOutput,
  group: 'publish',
  isEnabled: ({ session }, targets) => session.may('article.read') && targets.length > 0,
  run: ({ t, asker, tell }, targets) =>
    asker.export(
      {
        title: t('export.someTitle', { count: targets.length, headline: targets[0]?.headline }),
        description: t('export.text'),
        action: t('export.chooseAction'),
      },
      async (folder, zip) => {
        const made = await tell('exports.make', { folder, zip, articles: targets.map(({ id }) => id) })
        if (made !== null) say(t('export.madeAt', { path: made.path }))
        return made !== null
      },
    ),
}

async function push(
  { t, tell, navigate }: CommandContext,
  targets: Targets,
  scheduledFor: string | null,
): Promise<void> {
  const articles = targets.map(target => target.id)
  const done = await tell('publishing.push', {
    articles,
    ...(scheduledFor === null ? {} : { scheduledFor }),
  })
  if (done === null) return
  sayPushed(t, done, { label: t('articles.seePublishing'), run: () => navigate(paths.publishing) })
}

function all(targets: Targets, predicate: (target: ArticleTarget) => boolean): boolean {
  return targets.length > 0 && targets.every(predicate)
}

function isReady(target: ArticleTarget): boolean {
  return target.chip === 'approved'
}
