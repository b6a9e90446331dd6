import { ShieldCheck } from 'lucide-react'
import type { JournalVerdict } from '#common/api/records-operations'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { useMoment } from '#renderer/ui/use-moment.ts'

type Check = JournalVerdict['checkpoints'][number]

/** Whether the journal is what was written, in plain sentences, and the button that finds out. */
export function JournalVerdictBand() {
  const { t, number } = useText()
  const moment = useMoment()
  const { value } = useAsk('store.verdict', {})
  const verify = useCommand('store.verify')
  const verdict = value?.verdict ?? null
  const sentence = ({ portal, state, sequence, at }: Check) =>
    t(`records.checkpoint.${state}`, {
      portal,
      sequence: number(sequence ?? 0),
      at: at === null ? '' : moment(at),
    })
  const button = (
    <Button
      size="small"
      icon={<ShieldCheck size={16} />}
      busy={verify.busy}
      onClick={() => void verify.run({})}
    >
      {t('records.verify')}
    </Button>
  )
  if (verdict === null)
    return (
      <Band tone="info" actions={button}>
        {t('records.verdict.unchecked')}
      </Band>
    )
  const at = moment(verdict.at)
  return (
    <Band
      tone={verdict.ok ? 'good' : 'trouble'}
      title={
        verdict.ok && verdict.firstBad === null
          ? t('records.verdict.whole', { records: number(verdict.records), at })
          : t('records.verdict.broken', { at })
      }
      actions={button}
    >
      {verdict.firstBad !== null && <p>{t('records.verdict.firstBad', { what: verdict.firstBad })}</p>}
      {verdict.checkpoints.map(check => (
        <p key={check.portal}>{sentence(check)}</p>
      ))}
    </Band>
  )
}
