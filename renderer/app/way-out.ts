import { navigate } from 'wouter/use-hash-location'
import type { Problem } from '#common/api/problems/problem'
import { paths } from '#renderer/commands/paths.ts'
import type { Translate } from '#renderer/text/use-text.ts'
import type { ToastAction } from '#renderer/ui/toasts.ts'

/** The button offered together with a refusal, where another screen is the place to mend it. */
export function wayOut(t: Translate, problem: Problem): ToastAction | undefined {
  switch (problem.code) {
    case 'no-portal':
    case 'portal-not-found':
    case 'category-unmapped':
    case 'portal-refused-credentials':
      return { label: t('wayOut.portal'), run: () => navigate(paths.portalSettings) }
    case 'job-not-found':
    case 'decision-not-possible':
    case 'portal-ahead':
      return { label: t('wayOut.publishing'), run: () => navigate(paths.publishing) }
    case 'article-not-found':
      return { label: t('wayOut.articles'), run: () => navigate(paths.articles) }
    default:
      return undefined
  }
}
