import { CircleAlert, CircleCheck, Lightbulb } from 'lucide-react'
import type { Check } from '#common/api/views'
import { checkText } from '#renderer/text/check-text.ts'
import { useText } from '#renderer/text/use-text.ts'

/** The same findings the writer saw. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useText()
  if (checks.length === 0) {
    return (
      <p className="review-clean">
        <CircleCheck size={18} aria-hidden="true" />
        {t('review.clean')}
      </p>
    )
  }
  return (
    <ul className="review-checks">
      {checks.map(check => {
        const Icon = check.level === 'must' ? CircleAlert : Lightbulb
        return (
          <li key={`${check.code}.${JSON.stringify(check.place)}`} data-level={check.level}>
            <Icon size={16} aria-label={t(`review.level.${check.level}`)} />
            {checkText(t, check)}
          </li>
        )
      })}
    </ul>
  )
}
