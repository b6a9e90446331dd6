import type { Output } from '#common/api/contract'
import { problemText } from '#renderer/text/problem-text.ts'
import type { Translate } from '#renderer/text/use-text.ts'
import { complain, say, type ToastAction } from '#renderer/ui/toasts.ts'

/** Says what a push queued, and for each article that stayed behind why. */
export function sayPushed(
  t: Translate,
  { queued, left }: Pick<Output<'publishing.push'>, 'queued' | 'left'>,
  action?: ToastAction,
): void {
  say(t('articles.pushed', { count: queued }), action)
  for (const { headline, problem } of left.slice(0, 3)) complain(`${headline}: ${problemText(t, problem)}`)
}
