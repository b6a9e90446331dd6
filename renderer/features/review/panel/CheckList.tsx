import { CircleAlert, CircleCheck, Lightbulb } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Check, ProofreadPassage } from '#common/api/views'
import { checkText } from '#renderer/text/check-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { MarkedText } from '#renderer/ui/MarkedText.tsx'
import type { Passage } from '#renderer/ui/PageFrame.tsx'

interface Props {
  readonly checks: readonly Check[]
  /** Undefined while the proofreader has not answered. */
  readonly passages: readonly ProofreadPassage[] | undefined
  readonly onPassage: (passage: Passage) => void
}

/** The same findings the writer saw: what was checked, then what the proofreader says of a passage, as advice. */
export function CheckList({ checks, passages, onPassage }: Props) {
  const { t } = useText()
  return (
    <>
      {checks.length + (passages?.length ?? 0) > 0 && (
        <ul className="review-checks">
          {checks.map(check => (
            <Item key={`${check.code}.${JSON.stringify(check.place)}`} level={check.level}>
              {checkText(t, check)}
            </Item>
          ))}
          {passages?.map((passage, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one answer's findings in their order; the same words may be found twice
            <Item key={`${passage.code}.${index}`} level="should">
              {checkText(t, passage)}
              <button
                type="button"
                className="review-quote"
                title={t('review.showPassage')}
                onClick={() => onPassage({ place: passage.place })}
              >
                <span className="visually-hidden">{t('review.showPassage')}</span>
                <q>
                  <MarkedText pieces={passage.quote} />
                </q>
              </button>
            </Item>
          ))}
        </ul>
      )}
      {checks.length === 0 && passages?.length === 0 && (
        <p className="review-clean">
          <CircleCheck size={18} aria-hidden="true" />
          {t('review.clean')}
        </p>
      )}
    </>
  )
}

function Item({ level, children }: { readonly level: Check['level']; readonly children: ReactNode }) {
  const { t } = useText()
  const Icon = level === 'must' ? CircleAlert : Lightbulb
  return (
    <li data-level={level}>
      <Icon size={16} aria-label={t(`review.level.${level}`)} />
      <div>{children}</div>
    </li>
  )
}
