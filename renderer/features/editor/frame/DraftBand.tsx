import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { DraftLink } from '../draft/draft-link.ts'
import { useDraftStatus } from '../draft/use-draft-link.ts'

interface Props {
  readonly link: DraftLink | null
  readonly onReopen: () => void
}

/** Says why typing has stopped; the text stays on screen until the person opens the draft again. */
export function DraftBand({ link, onReopen }: Props) {
  const { t } = useText()
  const status = useDraftStatus(link)
  if (status.kind !== 'refused' && status.kind !== 'torn') return null
  return (
    <Band
      tone="trouble"
      title={t('editor.stopped')}
      actions={<Button onClick={onReopen}>{t('editor.openAgain')}</Button>}
    >
      {status.kind === 'refused' ? problemText(t, status.problem) : t('editor.torn')}
    </Band>
  )
}
