import type { ComparisonCounts } from '#common/api/comparison'
import type { Translate } from '#renderer/text/use-text.ts'

/** "14 chữ, 1 ảnh"; null when nothing differs. */
export function countsText(t: Translate, counts: ComparisonCounts): string | null {
  const parts = [
    counts.words > 0 ? t('review.words', { count: counts.words }) : null,
    counts.signs > 0 ? t('review.signs', { count: counts.signs }) : null,
    counts.pictures > 0 ? t('review.pictures', { count: counts.pictures }) : null,
    counts.files > 0 ? t('review.files', { count: counts.files }) : null,
    counts.fields > 0 ? t('review.fieldsCount', { count: counts.fields }) : null,
    counts.formats > 0 ? t('review.formats', { count: counts.formats }) : null,
    counts.moved > 0 ? t('review.movedCount', { count: counts.moved }) : null,
  ].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}
