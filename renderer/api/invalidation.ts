import type { Event } from '#common/api/events'
import { unreachable } from '#common/domain/unreachable'

/**
 * Prefixes of the operations whose answers an event makes old; `''` is all of them. The editor follows drafts itself,
 * step by step, so `drafts.` is never asked again from here.
 */
export function staleAfter(event: Event): readonly string[] {
  switch (event.kind) {
    case 'articles-changed':
      return ['articles.', 'review.', 'revisions.', 'approvalFiles.', 'publishing.', 'media.uses', 'audit.']
    case 'draft-changed':
      return []
    case 'draft-presence':
      return []
    case 'comments-changed':
      return ['comments.', 'articles.list']
    case 'draft-saved':
      return ['articles.checks', 'articles.personalData']
    case 'publishing-changed':
      return ['publishing.', 'articles.', 'review.', 'line.', 'audit.']
    case 'line-changed':
      return ['line.', 'publishing.']
    case 'portals-changed':
      return ['portals.', 'publishing.', 'line.', 'audit.']
    case 'accounts-changed':
      return ['accounts.', 'keys.', 'portals.', 'session.', 'articles.', 'audit.']
    case 'names-changed':
      return ['names.', 'articles.personalData', 'review.proofread', 'audit.']
    case 'templates-changed':
      return ['templates.', 'audit.']
    case 'media-changed':
      return ['media.', 'audit.']
    case 'session-changed':
      return ['']
    case 'store-changed':
      return ['session.', 'store.', 'safekeeping.']
    case 'search-changed':
      return ['articles.search']
    case 'safekeeping-changed':
      return ['safekeeping.', 'backups.']
    default:
      return unreachable(event)
  }
}

/** Asked of a portal, over the line: what is on the screen stays, and is asked anew when it is opened again. */
export function isAskedOfPortal(operation: string): boolean {
  return operation === 'publishing.drift'
}

/** True when the query of this operation has to be asked again. */
export function isStale(operation: string, prefixes: readonly string[]): boolean {
  return !operation.startsWith('drafts.') && prefixes.some(prefix => operation.startsWith(prefix))
}
