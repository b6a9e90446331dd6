import { useState } from 'react'
import type { AccountId } from '#common/domain/ids'
import { useAsk } from '#renderer/api/queries.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { say } from '#renderer/ui/toasts.ts'
import type { ReviewTarget } from '../review-target.ts'
import { Passphrase } from './Passphrase.tsx'
import { saveBlob } from './save-blob.ts'

interface Props {
  readonly target: ReviewTarget
  readonly onClose: () => void
}

/** "Xuất để duyệt": the article as a file for a reviewer on another machine. */
export function ExportDialog({ target, onClose }: Props) {
  const { t } = useText()
  const { tell } = useCommandContext()
  const { article } = target.review.article
  const people = useAsk('accounts.list', {}).value?.accounts ?? []
  const keys = useAsk('keys.list', {}).value?.keys ?? []
  const reviewers = people.filter(
    ({ id, active, roles }) => active && roles.includes('reviewer') && !article.authors.includes(id),
  )
  const [reviewer, setReviewer] = useState<AccountId | null>(null)
  const [encrypted, setEncrypted] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const mayReceive = keys.some(key => key.account === reviewer && key.mayReceive && key.retiredAt === null)
  const send = async () => {
    if (busy || reviewer === null) return
    setBusy(true)
    const done = await tell('approvalFiles.export', {
      articles: [article.id],
      reviewer,
      encrypted: encrypted && mayReceive,
      ...(passphrase !== '' && { passphrase }),
    })
    setBusy(false)
    if (done === null) return
    saveBlob(done.file, done.fileName)
    say(t('review.files.exported', { name: done.fileName }))
    onClose()
  }
  return (
    <Dialog
      open
      title={t('review.files.export')}
      description={t('review.files.exportText')}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      onSubmit={() => void send()}
      footer={
        <>
          <Button onClick={onClose}>{t('review.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy} disabled={reviewer === null}>
            {t('review.files.exportAction')}
          </Button>
        </>
      }
    >
      <Field label={t('review.files.reviewer')} required>
        <Select<AccountId>
          label={t('review.files.reviewer')}
          value={reviewer}
          placeholder={t('review.files.chooseReviewer')}
          options={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setReviewer}
        />
      </Field>
      <Checkbox checked={encrypted && mayReceive} disabled={!mayReceive} onChange={setEncrypted}>
        {t('review.files.encrypt')}
      </Checkbox>
      <Passphrase value={passphrase} onChange={setPassphrase} />
    </Dialog>
  )
}
