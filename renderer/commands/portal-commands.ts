import {
  Ban,
  ChevronsUp,
  ExternalLink,
  FilePen,
  GitCompare,
  MessageSquareX,
  Pause,
  PencilLine,
  Play,
  RotateCw,
  ScanEye,
} from 'lucide-react'
import type { Output } from '#common/api/contract'
import type { JobView, PublishingView } from '#common/api/views'
import type { ArticleId } from '#common/domain/ids'
import { say, type ToastAction } from '#renderer/ui/toasts.ts'
import type { Command, CommandContext } from './command.ts'
import { paths } from './paths.ts'
import { sayPushed } from './say-pushed.ts'

/** An article as far as the portal is concerned. */
export interface PortalTarget {
  readonly article: ArticleId
  readonly headline: string
  /** Readers see it now, or should. */
  readonly shown: boolean
  /** A newer approved version waits, so that it can be pushed as a correction. */
  readonly correctable: boolean
}

export const correctArticle: Command<PortalTarget> = {
  id: 'portal.correct',
  label: 'publishing.correct',
  icon: FilePen,
  group: 'publish',
  isEnabled: ({ session }, target) => target.correctable && session.may('article.publish'),
  run: async ({ t, asker, tell }, { article, headline }) => {
    const notice = await asker.text({
      title: t('publishing.correctTitle', { headline }),
      description: t('publishing.correctText'),
      label: t('publishing.correctLabel'),
      hint: t('publishing.correctHint'),
      action: t('publishing.correctAction'),
    })
    if (notice === null) return
    if ((await tell('publishing.correct', { article, notice })) !== null) say(t('publishing.correctDone'))
  },
}

/** Where a correction begins while there is no newer approved version: at the text. */
export const editForCorrection: Command<PortalTarget> = {
  id: 'portal.editForCorrection',
  label: 'publishing.editForCorrection',
  icon: PencilLine,
  group: 'publish',
  isEnabled: ({ session }, target) => target.shown && !target.correctable && session.may('article.write'),
  run: ({ navigate }, { article }) => navigate(paths.edit(article)),
}

export const takeDownArticle: Command<PortalTarget> = {
  id: 'portal.takeDown',
  label: 'publishing.takeDown',
  icon: Ban,
  group: 'publish',
  danger: true,
  isEnabled: ({ session }, target) => target.shown && session.may('article.publish'),
  run: async ({ t, asker, tell }, { article, headline }) => {
    const reason = await asker.text({
      title: t('publishing.takeDownTitle', { headline }),
      description: t('publishing.takeDownText'),
      label: t('publishing.takeDownLabel'),
      action: t('publishing.takeDownAction'),
      danger: true,
    })
    if (reason === null) return
    if ((await tell('publishing.takeDown', { article, reason })) !== null) say(t('publishing.takeDownDone'))
  },
}

/** Taken away with a word to readers in its place: the newsroom took it down, or takes back what it said. */
function takeDownTelling(kind: 'takedown' | 'retraction'): Command<PortalTarget> {
  return {
    id: `portal.takeDown.${kind}`,
    label: `publishing.tell.${kind}`,
    icon: MessageSquareX,
    group: 'publish',
    danger: true,
    isEnabled: ({ session }, target) => target.shown && session.may('article.publish'),
    run: async ({ t, asker, tell }, { article, headline }) => {
      const text = await asker.text({
        title: t(`publishing.tellTitle.${kind}`, { headline }),
        description: t(`publishing.tellText.${kind}`),
        label: t('publishing.tellLabel'),
        action: t(`publishing.tellAction.${kind}`),
        danger: true,
      })
      if (text === null) return
      const done = await tell('publishing.takeDown', { article, reason: text, notice: { kind, text } })
      if (done !== null) say(t('publishing.takeDownDone'))
    },
  }
}

export const takeDownWithNotice = takeDownTelling('takedown')
export const retractArticle = takeDownTelling('retraction')

export const readBackArticle: Command<PortalTarget> = {
  id: 'portal.readBack',
  label: 'publishing.readBack',
  icon: ScanEye,
  group: 'publish',
  isEnabled: (_context, target) => target.shown,
  run: async ({ t, tell }, { article }) => {
    if ((await tell('publishing.readBack', { article })) !== null) say(t('publishing.readBackDone'))
  },
}

export const retryJob: Command<JobView> = {
  id: 'job.retry',
  label: 'publishing.retry',
  icon: RotateCw,
  group: 'publish',
  isEnabled: ({ session }, job) => job.state === 'refused' && session.may('article.publish'),
  run: async ({ tell }, job) => {
    await tell('publishing.retry', { job: job.id })
  },
}

/** What somebody changed on the portal, with the ways out of it. */
export const showDrift: Command<JobView> = {
  id: 'job.drift',
  label: 'drift.show',
  icon: GitCompare,
  group: 'publish',
  isEnabled: (_context, job) => !job.byHand && isDrifted(job),
  run: ({ navigate }, job) => navigate(paths.drift(job.portal, job.article)),
}

function isDrifted({ problem, readBack }: JobView): boolean {
  const text = readBack?.parts.find(({ part }) => part === 'text')
  return problem?.code === 'portal-edited' || text?.verdict === 'different'
}

/** Sends what readers do not see as approved once more; whatever arrived is not sent twice. */
export const pushAgain: Command<JobView> = {
  id: 'job.pushAgain',
  label: 'publishing.retry',
  icon: RotateCw,
  group: 'publish',
  isEnabled: ({ session }) => session.may('article.publish'),
  run: async ({ t, tell }, job) => {
    const done = await tell('publishing.push', { articles: [job.article] })
    if (done !== null) sayPushed(t, done, undoPush(t, tell, done))
  },
}

export const cancelJob: Command<JobView> = {
  id: 'job.cancel',
  label: 'publishing.cancel',
  icon: Ban,
  group: 'publish',
  isEnabled: ({ session }, job) =>
    (job.state === 'waiting' || job.state === 'refused') && session.may('article.publish'),
  run: async ({ t, tell }, job) => {
    if ((await tell('publishing.cancel', { jobs: [job.id] })) !== null) say(t('publishing.cancelled'))
  },
}

export const holdJob: Command<JobView> = {
  id: 'job.hold',
  label: 'publishing.hold',
  icon: Pause,
  group: 'publish',
  isEnabled: ({ session }, job) =>
    job.state === 'waiting' && job.held !== true && session.may('article.publish'),
  run: async ({ tell }, job) => {
    await tell('publishing.hold', { jobs: [job.id], held: true })
  },
}

export const releaseJob: Command<JobView> = {
  id: 'job.release',
  label: 'publishing.release',
  icon: Play,
  group: 'publish',
  isEnabled: ({ session }, job) =>
    job.state === 'waiting' && job.held === true && session.may('article.publish'),
  run: async ({ tell }, job) => {
    await tell('publishing.hold', { jobs: [job.id], held: false })
  },
}

export const sendFirst: Command<JobView> = {
  id: 'job.first',
  label: 'publishing.first',
  icon: ChevronsUp,
  group: 'publish',
  isEnabled: ({ session }, job) =>
    job.state === 'waiting' && job.first !== true && session.may('article.publish'),
  run: async ({ tell }, job) => {
    await tell('publishing.first', { jobs: [job.id] })
  },
}

export const openOnPortal: Command<JobView> = {
  id: 'job.open',
  label: 'publishing.openPage',
  icon: ExternalLink,
  group: 'publish',
  isEnabled: (_context, job) => job.url !== null,
  run: (_context, job) => {
    if (job.url !== null) window.open(job.url, '_blank', 'noopener')
  },
}

/** Queues everything that is approved and not on the portal in this version. */
export const pushEverything: Command<PublishingView> = {
  id: 'publishing.pushAll',
  label: 'publishing.pushAll',
  group: 'publish',
  isEnabled: ({ session }, view) => view.readyTotals.articles > 0 && session.may('article.publish'),
  run: async ({ t, tell }) => {
    const done = await tell('publishing.push', {})
    if (done !== null) sayPushed(t, done, undoPush(t, tell, done))
  },
}

/** Right after a push: what has not left yet can be called back. */
function undoPush(
  t: CommandContext['t'],
  tell: CommandContext['tell'],
  { jobs }: Pick<Output<'publishing.push'>, 'jobs'>,
): ToastAction | undefined {
  if (jobs.length === 0) return undefined
  return {
    label: t('publishing.undo'),
    run: () => {
      void tell('publishing.cancel', { jobs: jobs.slice(0, 1_000) }).then(done => {
        if (done !== null) say(t('publishing.undone'))
      })
    },
  }
}
