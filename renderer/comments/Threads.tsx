import './threads.css'
import { CheckCheck, MessageSquareReply, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { CommentsView, ThreadView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { CommentBox } from './CommentBox.tsx'

interface Props {
  readonly article: string
  readonly comments: CommentsView
  readonly mayComment: boolean
  /** Goes to the place in the text; without it places cannot be gone to. */
  readonly onShow?: (thread: ThreadView) => void
}

/** Every thread of an article: open ones first, closed ones folded away, nothing ever gone. */
export function Threads({ article, comments, mayComment, onShow }: Props) {
  const { t } = useText()
  const open = comments.threads.filter(({ resolved }) => resolved === null)
  const closed = comments.threads.filter(({ resolved }) => resolved !== null)
  const thread = (one: ThreadView) => (
    <li key={one.id}>
      <Thread
        {...{ article, mayComment }}
        thread={one}
        people={comments.people}
        {...(onShow ? { onShow } : {})}
      />
    </li>
  )
  return (
    <div className="threads">
      {comments.threads.length === 0 && <p className="notes-empty">{t('comment.none')}</p>}
      {open.length > 0 && <ul>{open.map(thread)}</ul>}
      {closed.length > 0 && (
        <details>
          <summary>{t('comment.closed', { count: closed.length })}</summary>
          <ul>{closed.map(thread)}</ul>
        </details>
      )}
    </div>
  )
}

interface ThreadProps {
  readonly article: string
  readonly thread: ThreadView
  readonly people: CommentsView['people']
  readonly mayComment: boolean
  readonly onShow?: (thread: ThreadView) => void
}

function Thread({ article, thread, people, mayComment, onShow }: ThreadProps) {
  const { t } = useText()
  const [answering, setAnswering] = useState(false)
  const reply = useCommand('comments.reply')
  const resolve = useCommand('comments.resolve')
  const isGone = thread.place.kind === 'orphan'
  return (
    <article className="thread" data-unread={thread.unread > 0 || undefined}>
      {(thread.quote !== '' || isGone) && (
        <button
          type="button"
          className="thread-quote"
          disabled={onShow === undefined || isGone}
          onClick={() => onShow?.(thread)}
        >
          {isGone && <small>{t('comment.gone')}</small>}
          <q>{thread.quote}</q>
        </button>
      )}
      <ol>
        {thread.comments.map(comment => (
          <li key={comment.id}>
            <span className="note-by">
              <Avatar name={people[comment.by] ?? ''} size="small" />
              <strong>{people[comment.by]}</strong>
              <time dateTime={comment.at}>{formatInstant(comment.at)}</time>
            </span>
            <p className="thread-text">{comment.text}</p>
          </li>
        ))}
      </ol>
      {thread.resolved !== null && (
        <p className="thread-closed">{t('comment.closedBy', { name: people[thread.resolved.by] ?? '' })}</p>
      )}
      {mayComment && (
        <div className="thread-actions">
          <Button
            size="small"
            look="quiet"
            icon={<MessageSquareReply size={15} />}
            onClick={() => setAnswering(true)}
          >
            {t('comment.reply')}
          </Button>
          <Button
            size="small"
            look="quiet"
            icon={thread.resolved === null ? <CheckCheck size={15} /> : <RotateCcw size={15} />}
            onClick={() =>
              void resolve.run({ article, thread: thread.id, resolved: thread.resolved === null })
            }
          >
            {t(thread.resolved === null ? 'comment.resolve' : 'comment.reopen')}
          </Button>
        </div>
      )}
      {answering && (
        <CommentBox
          label={t('comment.reply')}
          onCancel={() => setAnswering(false)}
          onSend={async (text, mentions) => {
            const done = await reply.run({ article, thread: thread.id, text, mentions })
            if (done.ok) setAnswering(false)
            return done.ok
          }}
        />
      )}
    </article>
  )
}
