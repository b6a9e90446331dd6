import { FileInput as FileIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSession } from '#renderer/api/session.tsx'
import { useConnection } from '#renderer/api/wire-context.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Passphrase } from './Passphrase.tsx'

/** "Nhập tệp duyệt": a request or an answer that came on a stick or by mail. */
export function ImportButton({ onDone }: { readonly onDone: () => void }) {
  const { t } = useText()
  const { tell, navigate } = useCommandContext()
  const { account } = useSession()
  const { wire, report } = useConnection()
  const input = useRef<HTMLInputElement>(null)
  const [locked, setLocked] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const take = async (file: File, secret: string) => {
    // An encrypted file says so in the open, so that only then a passphrase is asked for.
    if (!account.demo && secret === '' && (await file.text()).includes('{"jwe":')) return setLocked(file)
    const received = await wire.receiveApprovalFile(file)
    if (!received.ok) return report(received.problem, 'approvalFiles.import')
    const done = await tell('approvalFiles.import', {
      file: received.value.file,
      fileName: file.name.slice(0, 255),
      ...(secret !== '' && { passphrase: secret }),
    })
    setPassphrase('')
    if (done === null) return undefined
    setLocked(null)
    onDone()
    return navigate(paths.approvalFile(done.exchange.id))
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".html"
        hidden
        aria-label={t('review.files.import')}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file !== undefined) void take(file, '')
        }}
      />
      <Button look="primary" icon={<FileIcon size={16} />} onClick={() => input.current?.click()}>
        {t('review.files.import')}
      </Button>
      {locked !== null && (
        <Dialog
          open
          size="small"
          title={t('review.files.unlockTitle')}
          description={t('review.files.unlockText', { name: locked.name })}
          onOpenChange={open => {
            if (!open) setLocked(null)
          }}
          onSubmit={() => void take(locked, passphrase)}
          footer={
            <Button type="submit" look="primary" disabled={passphrase === ''}>
              {t('review.files.import')}
            </Button>
          }
        >
          <Passphrase value={passphrase} onChange={setPassphrase} />
        </Dialog>
      )}
    </>
  )
}
