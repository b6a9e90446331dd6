import type { Editor } from '@tiptap/react'
import { Check, Copy, MessageSquarePlus } from 'lucide-react'
import { getVersion } from 'prosemirror-collab'
import { TextSelection } from 'prosemirror-state'
import { useEffect } from 'react'
import type { CommentsView, ThreadView } from '#common/api/views'
import type { Suggestion } from '#common/document/suggestions/list-suggestions'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { CommentBox } from '#renderer/comments/CommentBox.tsx'
import { Threads } from '#renderer/comments/Threads.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import type { LostText } from '../draft/lost-text.ts'
import { fieldId } from '../fields/FieldControl.tsx'
import { readInput } from '../read-input.ts'
import { SuggestionList } from '../suggestions/SuggestionList.tsx'
import { placeOfThread } from './comment-marks.ts'
import type { Notes } from './use-notes.ts'

interface Props {
  readonly article: string
  readonly editor: Editor
  readonly notes: Notes
}

/** "Góp ý": suggested changes, comments, and text that two people's typing left no place for. */
export function NotesTab({ article, editor, notes }: Props) {
  const { t } = useText()
  const { account } = useSession()
  const people = useAsk('accounts.list', {}).value?.accounts ?? []
  const start = useCommand('comments.start')
  const { run: read } = useCommand('comments.read', { report: false })
  const { comments, suggestions, mayEdit, mayComment, maySuggest, writing } = notes
  const unread = comments?.unread ?? 0
  useEffect(() => {
    if (unread > 0) void read({ article })
  }, [unread, article, read])
  return (
    <div className="notes-tab">
      {maySuggest && (
        <div className="notes-mode">
          <Switch checked={notes.isSuggesting} disabled={!mayEdit} onChange={notes.setSuggesting}>
            {t('suggestion.mode')}
          </Switch>
          <p>{t(mayEdit ? 'suggestion.modeText' : 'suggestion.modeOnly')}</p>
        </div>
      )}
      {notes.lost.length > 0 && <LostTexts lost={notes.lost} onDone={notes.forgetLost} />}
      <h2>{t('suggestion.count', { count: suggestions.length })}</h2>
      <SuggestionList
        {...{ editor, suggestions }}
        nameOf={id => people.find(person => person.id === id)?.name ?? ''}
        mayAnswer={mayEdit}
        account={account.id}
        onShow={suggestion => showSuggestion(editor, suggestion)}
      />
      <h2>{t('comment.title')}</h2>
      {mayComment && writing === null && (
        <Button
          size="small"
          icon={<MessageSquarePlus size={15} />}
          shortcut="Mod+Alt+M"
          onMouseDown={event => event.preventDefault()}
          onClick={() => void notes.write()}
        >
          {t('comment.start')}
        </Button>
      )}
      {writing !== null && (
        <CommentBox
          label={t('comment.start')}
          onCancel={notes.stopWriting}
          onSend={async (text, mentions) => {
            const done = await start.run({ article, ...writing, text, mentions })
            if (done.ok) notes.stopWriting()
            return done.ok
          }}
        />
      )}
      {comments !== undefined && (
        <Threads
          {...{ article, comments, mayComment }}
          onShow={thread => showThread(editor, thread, comments)}
        />
      )}
    </div>
  )
}

function LostTexts({
  lost,
  onDone,
}: {
  readonly lost: readonly LostText[]
  readonly onDone: (id: string) => void
}) {
  const { t } = useText()
  return (
    <Band tone="amber" title={t('lost.title')}>
      <ul className="threads">
        {lost.map(({ id, kind, text }) => (
          <li key={id}>
            <small>{t(`lost.${kind}`)}</small>
            <p className="thread-text">{text === '' ? t('lost.noWords') : text}</p>
            {kind === 'change' ? (
              <Button size="small" icon={<Check size={15} />} onClick={() => onDone(id)}>
                {t('lost.done')}
              </Button>
            ) : (
              <Button
                size="small"
                icon={<Copy size={15} />}
                onClick={() => void navigator.clipboard.writeText(text).then(() => onDone(id))}
              >
                {t('lost.copy')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Band>
  )
}

function showSuggestion(editor: Editor, { place, range }: Suggestion): void {
  if (place.kind === 'field')
    document.getElementById(fieldId(place.field))?.scrollIntoView({ block: 'center' })
  else if (range !== null) select(editor, range.from, range.to)
}

function showThread(editor: Editor, thread: ThreadView, { version }: CommentsView): void {
  const place = placeOfThread(editor.state, thread.id)
  if (place !== null) select(editor, place.from, place.to)
  else if (thread.place.kind === 'field')
    document.getElementById(fieldId(thread.place.field))?.scrollIntoView({ block: 'center' })
  else if (thread.place.kind === 'range' && version === getVersion(editor.state))
    select(editor, thread.place.from, thread.place.to)
}

function select(editor: Editor, from: number, to: number): void {
  readInput(editor.view)
  const { doc, tr } = editor.state
  const end = Math.min(to, doc.content.size)
  editor.view.focus()
  editor.view.dispatch(
    tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(end))).scrollIntoView(),
  )
}
