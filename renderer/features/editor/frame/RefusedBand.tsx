import type { Check } from '#common/api/views'
import { checkText } from '#renderer/text/check-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'

interface Props {
  readonly checks: readonly Check[]
  readonly onJump: (check: Check) => void
}

/** Why the article was not submitted; goes away by itself once it can be. */
export function RefusedBand({ checks, onJump }: Props) {
  const { t } = useText()
  const [first, ...more] = checks.filter(check => check.level === 'must')
  if (first === undefined) return null
  return (
    <Band
      tone="trouble"
      title={t('editor.refused', { count: more.length + 1 })}
      actions={<Button onClick={() => onJump(first)}>{t('editor.refusedGo')}</Button>}
    >
      {checkText(t, first)}
    </Band>
  )
}
