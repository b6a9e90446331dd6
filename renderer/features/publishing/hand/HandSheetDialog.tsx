import './hand-sheet.css'
import { useEffect, useState } from 'react'
import type { HandSheet } from '#common/api/hand-sheet'
import type { JobView } from '#common/api/views'
import { useCommand } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { AddressInput, Field } from '#renderer/ui/Field.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { HandFiles } from './HandFiles.tsx'
import { HandTexts } from './HandTexts.tsx'

interface Props {
  readonly job: JobView
  readonly onClose: () => void
}

/** Carries one decision to a portal with nothing but forms: what to copy, what to upload, where it stands now. */
export function HandSheetDialog({ job, onClose }: Props) {
  const { t } = useText()
  const open = useCommand('publishing.handSheet', { report: false })
  const hand = useCommand('publishing.handOver', { report: false })
  const [sheet, setSheet] = useState<HandSheet | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [address, setAddress] = useState(job.handed?.url ?? job.url ?? '')
  const [gone, setGone] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once; asking again would be another look of somebody
  useEffect(() => {
    void open.run({ job: job.id }).then(answer => {
      if (answer.ok) setSheet(answer.value)
      else setError(problemText(t, answer.problem))
    })
  }, [job.id])
  const takesAway = sheet !== null && sheet.text === null
  async function finish(url: string | null) {
    if (url !== null && !/^https?:\/\/\S+\.?\S*$/.test(url)) {
      setWrong(t('hand.addressWrong'))
      return
    }
    const answer = await hand.run({ job: job.id, url })
    if (answer.ok) onClose()
    else setWrong(problemText(t, answer.problem))
  }
  return (
    <Dialog
      open
      size="large"
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
      title={t(takesAway ? 'hand.titleGone' : 'hand.title', { portal: job.portalName })}
      description={takesAway ? t('hand.textGone') : t('hand.text')}
      onSubmit={() => void finish(takesAway ? (sheet?.url ?? address) : address.trim())}
      footer={
        <>
          <Button busy={hand.busy} disabled={sheet === null} onClick={() => void finish(null)}>
            {t('hand.notDone')}
          </Button>
          <Button onClick={onClose}>{t('hand.later')}</Button>
          <Button
            type="submit"
            look="primary"
            busy={hand.busy}
            disabled={sheet === null || (takesAway && !gone)}
          >
            {t(takesAway ? 'hand.doneGone' : 'hand.done')}
          </Button>
        </>
      }
    >
      {error !== null && <Band tone="trouble">{error}</Band>}
      {sheet === null && error === null && <Spinner label={t('ui.loading')} />}
      {sheet?.text != null && <HandTexts text={sheet.text} />}
      {sheet !== null && sheet.files.length > 0 && <HandFiles files={sheet.files} />}
      {takesAway && (
        <>
          {sheet?.notice != null && <p>{t('hand.notice', { text: sheet.notice.text })}</p>}
          {sheet?.url != null && (
            <p>
              <a href={sheet.url} target="_blank" rel="noopener noreferrer">
                {sheet.url}
              </a>
            </p>
          )}
          <Checkbox checked={gone} onChange={setGone}>
            {t('hand.goneCheck')}
          </Checkbox>
          {wrong !== null && <Band tone="trouble">{wrong}</Band>}
        </>
      )}
      {sheet?.text != null && (
        <Field label={t('hand.address')} hint={t('hand.addressHint')} error={wrong} required>
          <AddressInput value={address} onChange={event => setAddress(event.target.value)} />
        </Field>
      )}
    </Dialog>
  )
}
