import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { CommentBox } from './CommentBox.tsx'
import { Threads } from './Threads.tsx'

interface Props {
  readonly article: string
  readonly mayComment: boolean
}

/** Everything said about an article, where its text cannot be pointed at: the review screen. */
export function ArticleComments({ article, mayComment }: Props) {
  const { t } = useText()
  const { value, problem } = useAsk('comments.list', { article })
  const start = useCommand('comments.start')
  const seen = useCommand('comments.read', { report: false })
  const [writing, setWriting] = useState(false)
  const unread = value?.unread ?? 0
  useEffect(() => {
    if (unread > 0) void seen.run({ article })
  }, [unread, article, seen.run])
  if (problem !== null) return <Band tone="trouble">{problemText(t, problem)}</Band>
  if (value === undefined) return null
  return (
    <div className="threads">
      {mayComment && !writing && (
        <Button size="small" icon={<MessageSquarePlus size={15} />} onClick={() => setWriting(true)}>
          {t('comment.onArticle')}
        </Button>
      )}
      {writing && (
        <CommentBox
          label={t('comment.onArticle')}
          onCancel={() => setWriting(false)}
          onSend={async (text, mentions) => {
            const anchor = { kind: 'article' } as const
            const done = await start.run({ article, version: value.version, anchor, text, mentions })
            if (done.ok) setWriting(false)
            return done.ok
          }}
        />
      )}
      <Threads {...{ article, mayComment }} comments={value} />
    </div>
  )
}
