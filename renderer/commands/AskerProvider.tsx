import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextArea } from '#renderer/ui/Field.tsx'
import type { Asker, Question } from './asker.ts'
import { ExportDialog, type ExportQuestion } from './ExportDialog.tsx'

interface Pending extends Question {
  readonly kind: 'confirm' | 'text' | 'instant'
  readonly label?: string
  readonly hint?: string
  readonly answer: (value: string | null) => void
}

const context = createContext<Asker | null>(null)

/** Puts a command's questions on the screen, one at a time. */
export function AskerProvider({ children }: { readonly children: ReactNode }) {
  const [pending, setPending] = useState<Pending | null>(null)
  const [exporting, setExporting] = useState<ExportQuestion | null>(null)
  const asker = useMemo<Asker>(() => {
    const put = (question: Omit<Pending, 'answer'>) =>
      new Promise<string | null>(answer => setPending({ ...question, answer }))
    return {
      confirm: async question => (await put({ ...question, kind: 'confirm' })) !== null,
      text: question => put({ ...question, kind: 'text' }),
      instant: question => put({ ...question, kind: 'instant' }),
      export: (question, act) => setExporting({ ...question, act }),
    }
  }, [])
  return (
    <context.Provider value={asker}>
      {children}
      {pending !== null && <QuestionDialog pending={pending} onDone={() => setPending(null)} />}
      {exporting !== null && <ExportDialog question={exporting} onClose={() => setExporting(null)} />}
    </context.Provider>
  )
}

export function useAsker(): Asker {
  const asker = useContext(context)
  if (asker === null) throw new Error('useAsker outside AskerProvider')
  return asker
}

function QuestionDialog({ pending, onDone }: { readonly pending: Pending; readonly onDone: () => void }) {
  const { t } = useText()
  const [value, setValue] = useState(() => (pending.kind === 'instant' ? nextHour() : ''))
  const [error, setError] = useState<string | null>(null)
  const finish = (answer: string | null) => {
    onDone()
    pending.answer(answer)
  }
  const submit = () => {
    const answer = read(pending.kind, value)
    if (answer === null) setError(t(pending.kind === 'instant' ? 'ask.instantWrong' : 'ask.textMissing'))
    else finish(answer)
  }
  return (
    <Dialog
      open
      onOpenChange={open => {
        if (!open) finish(null)
      }}
      size="small"
      title={pending.title}
      description={pending.description}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={() => finish(null)}>{t('ui.cancel')}</Button>
          <Button type="submit" look={pending.danger === true ? 'danger' : 'primary'}>
            {pending.action}
          </Button>
        </>
      }
    >
      {pending.kind !== 'confirm' && (
        <Field label={pending.label} hint={pending.hint} error={error} required>
          {pending.kind === 'text' ? (
            <TextArea
              autoFocus
              value={value}
              maxLength={2_000}
              onChange={event => setValue(event.target.value)}
            />
          ) : (
            <DateField
              withTime
              autoFocus
              value={value}
              onWrong={wrong => wrong && setValue('')}
              onChange={setValue}
            />
          )}
        </Field>
      )}
    </Dialog>
  )
}

function read(kind: Pending['kind'], value: string): string | null {
  switch (kind) {
    case 'confirm':
      return ''
    case 'text':
      return value.trim() === '' ? null : value.trim()
    case 'instant': {
      return Date.parse(value) > Date.now() ? value : null
    }
  }
}

function nextHour(): string {
  const hourMs = 3_600_000
  return new Date(Math.ceil((Date.now() + 60_000) / hourMs) * hourMs).toISOString()
}
