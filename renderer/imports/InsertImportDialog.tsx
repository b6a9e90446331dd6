import { useEffect, useState } from 'react'
import type { ImportView } from '#common/api/import-operations'
import type { Problem } from '#common/api/problems/problem'
import { ask } from '#renderer/api/queries.ts'
import { useConnection } from '#renderer/api/wire-context.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { ImportPreview } from './ImportPreview.tsx'

interface Props {
  readonly file: File
  /** The body of the file as the document's JSON. */
  readonly onInsert: (blocks: readonly Record<string, unknown>[]) => void
  /** The file itself instead of its text. */
  readonly onAttach: () => void
  readonly onClose: () => void
}

type Read =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'read'; readonly view: ImportView }

/** A document was dropped on an open article: its text into the article, or the file as an attachment? */
export function InsertImportDialog({ file, onInsert, onAttach, onClose }: Props) {
  const { t } = useText()
  const { wire, report } = useConnection()
  const [read, setRead] = useState<Read>({ kind: 'reading' })
  const [repaired, setRepaired] = useState(true)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let left = false
    void wire.readImport(file).then(answer => {
      if (!left)
        setRead(
          answer.ok ? { kind: 'read', view: answer.value } : { kind: 'failed', problem: answer.problem },
        )
      else if (answer.ok) void ask(wire, 'imports.discard', { import: answer.value.id })
    })
    return () => {
      left = true
    }
  }, [wire, file])

  async function insert() {
    if (read.kind !== 'read') return
    setBusy(true)
    const answer = await ask(wire, 'imports.insert', { import: read.view.id, repaired })
    if (answer.ok) onInsert(answer.value.blocks)
    else {
      setBusy(false)
      report(answer.problem, 'imports.insert')
    }
  }

  function close() {
    if (read.kind === 'read') void ask(wire, 'imports.discard', { import: read.view.id })
    onClose()
  }

  return (
    <Dialog
      open
      size="large"
      title={t('import.insertTitle', { name: file.name })}
      onOpenChange={open => !open && close()}
      onSubmit={() => void insert()}
      footer={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button onClick={onAttach}>{t('import.attachInstead')}</Button>
          <Button type="submit" look="primary" busy={busy} disabled={read.kind !== 'read'}>
            {t('import.insert')}
          </Button>
        </>
      }
    >
      {read.kind === 'reading' && (
        <p className="import-facts" role="status">
          <Spinner size={16} /> {t('import.reading', { name: file.name })}
        </p>
      )}
      {read.kind === 'failed' && <Band tone="trouble">{problemText(t, read.problem)}</Band>}
      {read.kind === 'read' && (
        <ImportPreview view={read.view} repaired={repaired} onRepaired={setRepaired} />
      )}
    </Dialog>
  )
}
