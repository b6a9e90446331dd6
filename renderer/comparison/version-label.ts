import type { Revision } from '#common/domain/article'
import { formatInstant } from '#common/domain/vietnam-time'
import type { Translate } from '#renderer/text/use-text.ts'

/** "Bản 3 “trước khi cắt” · 22/11/2026 09:14" */
export function versionLabel(t: Translate, { number, name, at }: Pick<Revision, 'number' | 'name' | 'at'>) {
  const named = name === undefined ? '' : ` “${name}”`
  return `${t('review.number', { number })}${named} · ${formatInstant(at)}`
}
