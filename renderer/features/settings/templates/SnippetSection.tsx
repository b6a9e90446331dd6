import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Snippet } from '#common/domain/template-book'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextArea, TextInput } from '#renderer/ui/Field.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import type { SectionProps } from './section.ts'

/** Words the office writes often, offered by "/" on an empty line. */
export function SnippetSection({ book, mayChange, onSave }: SectionProps) {
  const { t } = useText()
  const [editing, setEditing] = useState<Snippet | null>(null)
  const keep = async (snippet: Snippet) => {
    const others = book.snippets.filter(one => one.id !== snippet.id)
    if (await onSave({ ...book, snippets: [...others, snippet] })) setEditing(null)
  }
  return (
    <section>
      <h2>{t('templates.snippets')}</h2>
      <p>{t('templates.snippetsAbout')}</p>
      {book.snippets.length > 0 && (
        <Table label={t('templates.snippets')}>
          <thead>
            <tr>
              <th>{t('templates.name')}</th>
              <th>{t('templates.text')}</th>
              {mayChange && <th aria-label={t('names.edit')} />}
            </tr>
          </thead>
          <tbody>
            {book.snippets.map(snippet => (
              <tr key={snippet.id}>
                <td>{snippet.name}</td>
                <td>{snippet.text}</td>
                {mayChange && (
                  <td className="names-actions">
                    <Button size="small" look="quiet" onClick={() => setEditing(snippet)}>
                      {t('names.edit')}
                    </Button>
                    <Button
                      size="small"
                      look="quiet"
                      onClick={() =>
                        void onSave({ ...book, snippets: book.snippets.filter(one => one !== snippet) })
                      }
                    >
                      {t('names.remove')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayChange && (
        <div>
          <Button
            icon={<Plus size={16} />}
            onClick={() => setEditing({ id: crypto.randomUUID(), name: '', text: '' })}
          >
            {t('templates.addSnippet')}
          </Button>
        </div>
      )}
      {editing !== null && <SnippetDialog snippet={editing} onClose={() => setEditing(null)} onKeep={keep} />}
    </section>
  )
}

interface DialogProps {
  readonly snippet: Snippet
  readonly onClose: () => void
  readonly onKeep: (snippet: Snippet) => Promise<void>
}

function SnippetDialog({ snippet, onClose, onKeep }: DialogProps) {
  const { t } = useText()
  const [name, setName] = useState(snippet.name)
  const [text, setText] = useState(snippet.text)
  const ready = name.trim() !== '' && text.trim() !== ''
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title={t('templates.snippet')}
      onSubmit={() => ready && void onKeep({ ...snippet, name: name.trim(), text: text.trim() })}
      footer={
        <Button look="primary" type="submit" disabled={!ready}>
          {t('names.save')}
        </Button>
      }
    >
      <Field label={t('templates.name')} required>
        <TextInput value={name} maxLength={200} onChange={event => setName(event.target.value)} />
      </Field>
      <Field label={t('templates.text')} hint={t('templates.variablesHint')} required>
        <TextArea value={text} rows={6} maxLength={4_000} onChange={event => setText(event.target.value)} />
      </Field>
    </Dialog>
  )
}
