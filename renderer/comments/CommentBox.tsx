import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { fold } from '#common/vietnamese/fold'
import { useAsk } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { mentionedIn, typedMention } from './mentions.ts'

interface Props {
  readonly label: string
  /** Resolves false when it was refused: what was written stays. */
  readonly onSend: (text: string, mentions: string[]) => Promise<boolean>
  readonly onCancel: () => void
}

const mostShown = 5

/** Where a comment is written. @ and a few letters of a name, accents or not, offer people; Mod+Enter sends. */
export function CommentBox({ label, onSend, onCancel }: Props) {
  const { t } = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const people = useAsk('accounts.list', {}).value?.accounts.filter(({ active }) => active) ?? []
  const [typed, setTyped] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => field.current?.focus(), [])
  const offered =
    typed === null ? [] : people.filter(({ name }) => fold(name).includes(fold(typed))).slice(0, mostShown)
  const send = async () => {
    const text = field.current?.value.trim() ?? ''
    if (text === '' || busy) return
    setBusy(true)
    const sent = await onSend(text, mentionedIn(text, people))
    setBusy(false)
    if (sent && field.current !== null) field.current.value = ''
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      void send()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
  }
  const choose = (name: string) => {
    const area = field.current
    if (area === null) return
    const end = area.selectionStart
    const start = area.value.lastIndexOf('@', end)
    area.setRangeText(`@${name} `, start, end, 'end')
    setTyped(null)
    area.focus()
  }
  return (
    <div className="comment-box">
      {/* Not controlled: a typing tool may be in the middle of a word. */}
      <textarea
        ref={field}
        className="input"
        aria-label={label}
        placeholder={t('comment.placeholder')}
        rows={3}
        maxLength={4_000}
        onKeyDown={onKeyDown}
        onInput={event => {
          const { value, selectionStart } = event.currentTarget
          setTyped(typedMention(value.slice(0, selectionStart)))
        }}
      />
      {offered.length > 0 && (
        <ul className="mention-list" aria-label={t('comment.people')}>
          {offered.map(({ id, name }) => (
            <li key={id}>
              <Button size="small" look="quiet" onClick={() => choose(name)}>
                {`@${name}`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="comment-box-actions">
        <Button size="small" look="quiet" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
        <Button size="small" look="primary" busy={busy} onClick={() => void send()}>
          {t('comment.send')}
        </Button>
      </div>
    </div>
  )
}
