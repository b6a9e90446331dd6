import { useState } from 'react'
import { returnReasons } from '#common/domain/article'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextArea } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'

export type ReturnReason = (typeof returnReasons)[number]

interface Props {
  readonly busy: boolean
  readonly onLeave: () => void
  readonly onReturn: (reason: ReturnReason, note: string) => Promise<void>
}

/** A return always names a reason; the note is for the writer to mend by. */
export function ReturnDialog({ busy, onLeave, onReturn }: Props) {
  const { t } = useText()
  const [reason, setReason] = useState<ReturnReason>('wording')
  const [note, setNote] = useState('')
  return (
    <Dialog
      open
      onOpenChange={open => {
        if (!open) onLeave()
      }}
      title={t('review.returnTitle')}
      description={t('review.returnText')}
      onSubmit={() => void onReturn(reason, note)}
      footer={
        <>
          <Button onClick={onLeave}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('review.returnAction')}
          </Button>
        </>
      }
    >
      <Field label={t('review.reason')} required>
        <Select
          value={reason}
          onChange={setReason}
          options={returnReasons.map(value => ({ value, label: t(`returnReasons.${value}`) }))}
        />
      </Field>
      <Field label={t('review.note')} hint={t('review.noteHint')}>
        <TextArea
          value={note}
          maxLength={2_000}
          rows={4}
          autoFocus
          onChange={event => setNote(event.target.value)}
        />
      </Field>
    </Dialog>
  )
}
