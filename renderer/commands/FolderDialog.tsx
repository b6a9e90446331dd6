import './folder-dialog.css'
import { CornerLeftUp, Folder } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useAsk } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextInput } from '#renderer/ui/Field.tsx'
import { TaskProgress } from './TaskProgress.tsx'

interface Props {
  readonly title: string
  readonly text: string
  /** Words of the button that takes the folder shown. */
  readonly action: string
  readonly onClose: () => void
  /** True closes the dialog. */
  readonly onChoose: (path: string) => Promise<boolean>
  /** More to choose, below the folders. */
  readonly children?: ReactNode
}

/** Chooses a folder of this machine; works in a browser too, which may not ask the system for one. */
export function FolderDialog({ title, text, action, onClose, onChoose, children }: Props) {
  const { t, language } = useText()
  const [path, setPath] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const { value, problem } = useAsk('safekeeping.folders', { path }, { keepPrevious: true })

  function go(next: string | null) {
    setPath(next)
    setTyped(next ?? '')
  }

  async function choose() {
    const wanted = typed.trim()
    if (wanted === '') return
    setBusy(true)
    const taken = await onChoose(wanted)
    setBusy(false)
    if (taken) onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title={title}
      description={text}
      onSubmit={() => void choose()}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" disabled={typed.trim() === ''} busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <Field
        label={t('folders.path')}
        error={problem === null ? null : problemText(t, problem)}
        hint={
          value?.freeBytes == null
            ? t('folders.hint')
            : t('folders.free', { size: formatBytes(value.freeBytes, language) })
        }
      >
        <TextInput
          value={typed}
          spellCheck={false}
          onChange={event => setTyped(event.target.value)}
          onBlur={() => typed.trim() !== '' && setPath(typed.trim())}
        />
      </Field>
      <ul className="folder-list" aria-label={t('folders.list')}>
        {path !== null && (
          <li>
            <button type="button" onClick={() => go(value?.parent ?? null)}>
              <CornerLeftUp size={16} aria-hidden="true" /> {t('folders.up')}
            </button>
          </li>
        )}
        {value?.folders.map(folder => (
          <li key={folder.path}>
            <button type="button" onClick={() => go(folder.path)}>
              <Folder size={16} aria-hidden="true" />
              <span>{folder.name}</span>
              {path === null && <code>{folder.path}</code>}
            </button>
          </li>
        ))}
        {value?.folders.length === 0 && <li className="folder-note">{t('folders.none')}</li>}
      </ul>
      <div className="folder-options">
        {children}
        {busy && <RunningTask />}
      </div>
    </Dialog>
  )
}

/** What the choice set going, where it takes its time. */
function RunningTask() {
  const { value } = useAsk('safekeeping.read', {})
  return value === undefined || value.task === null ? null : <TaskProgress task={value.task} />
}
