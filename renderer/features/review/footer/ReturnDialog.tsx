import { useState } from 'react'
import { type Article, returnReasons } from '#common/domain/article'
import type { CommandContext } from '#renderer/commands/command.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextArea } from '#renderer/ui/Field.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { letGo } from '../review-commands.ts'
import type { ReviewTarget } from '../review-target.ts'

type Reason = (typeof returnReasons)[number]

interface Props {
  readonly target: ReviewTarget
  /** Held only for this: given back when nothing is sent. */
  readonly taken: boolean
  readonly onClose: () => void
}

/** Taking down, decided with one more click. */
async function offerTakeDown({ t, asker, tell }: CommandContext, { id, headline, returned }: Article) {
  const sure = await asker.confirm({
    title: t('urgent.takeDownTitle'),
    description: t('urgent.takeDownText'),
    action: t('publishing.takeDownAction'),
    danger: true,
  })
  if (!sure) return
  const reason = returned === null ? headline : t(`returnReasons.${returned.reason}`)
  if ((await tell('publishing.takeDown', { article: id, reason })) !== null) say(t('publishing.takeDownDone'))
}

/** Why the article goes back, and what the writer should do; both stay with it. */
export function ReturnDialog({ target, taken, onClose }: Props) {
  const { t } = useText()
  const context = useCommandContext()
  const { tell } = context
  const [reason, setReason] = useState<Reason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const noteMissing = reason === 'other' && note.trim() === ''
  const send = async () => {
    setTried(true)
    const { id, revision } = target.review.article.article
    if (busy || reason === null || noteMissing || revision === null) return
    setBusy(true)
    const done = await tell('review.return', { article: id, revision, reason, note: note.trim() })
    setBusy(false)
    if (done === null) return
    say(t('review.returned'))
    onClose()
    // W22: readers still have what was refused.
    if (done.urgent?.state === 'refused' && context.session.may('article.publish'))
      await offerTakeDown(context, done.article)
    target.onDone()
  }
  const cancel = () => {
    if (busy) return
    onClose()
    if (taken) void letGo(context, target)
  }
  return (
    <Dialog
      open
      title={t('review.returnTitle')}
      onOpenChange={open => {
        if (!open) cancel()
      }}
      onSubmit={() => void send()}
      footer={
        <>
          <Button onClick={cancel}>{t('review.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('review.returnAction')}
          </Button>
        </>
      }
    >
      <fieldset className="reasons">
        <legend>{t('review.reason')}</legend>
        {returnReasons.map(value => (
          <label key={value}>
            <input
              type="radio"
              name="reason"
              value={value}
              checked={reason === value}
              onChange={() => setReason(value)}
            />
            {t(`returnReasons.${value}`)}
          </label>
        ))}
        {tried && reason === null && <p className="field-error">{t('review.reasonMissing')}</p>}
      </fieldset>
      <Field
        label={t('review.note')}
        hint={t('review.noteHint')}
        error={tried && noteMissing ? t('review.noteMissing') : null}
      >
        <TextArea
          rows={4}
          value={note}
          maxLength={2_000}
          onChange={event => setNote(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  )
}
