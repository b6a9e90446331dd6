import type { Problem } from '#common/api/problems/problem'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from './Band.tsx'
import { Button } from './Button.tsx'

interface Props {
  readonly problem: Problem
  readonly again: () => void
}

/** In the place of what could not be read: why, and the way to ask once more. */
export function ProblemBand({ problem, again }: Props) {
  const { t } = useText()
  return (
    <Band tone="trouble" actions={<Button onClick={again}>{t('ui.tryAgain')}</Button>}>
      {problemText(t, problem)}
    </Band>
  )
}
