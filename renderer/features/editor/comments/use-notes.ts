import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { getVersion } from 'prosemirror-collab'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ArticleView, CommentsView } from '#common/api/views'
import type { Suggestion } from '#common/document/suggestions/list-suggestions'
import type { CommentAnchor } from '#common/domain/comment'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import type { DraftLink } from '../draft/draft-link.ts'
import type { LostText } from '../draft/lost-text.ts'
import { readInput } from '../read-input.ts'
import { isSuggesting, setSuggesting } from '../suggestions/suggesting.ts'
import { useSuggestions } from '../suggestions/use-suggestions.ts'
import { anchorAt } from './comment-anchor.ts'
import { commentMarksKey } from './comment-marks.ts'

/** Everything people say and suggest about one draft, as the editor shows it. */
export interface Notes {
  readonly comments: CommentsView | undefined
  readonly suggestions: readonly Suggestion[]
  readonly mayEdit: boolean
  readonly maySuggest: boolean
  readonly mayComment: boolean
  readonly isSuggesting: boolean
  readonly setSuggesting: (on: boolean) => void
  /** The place a comment is being written about; null when none is. */
  readonly writing: { readonly anchor: CommentAnchor; readonly version: number } | null
  readonly write: () => Promise<void>
  readonly stopWriting: () => void
  readonly lost: readonly LostText[]
  readonly forgetLost: (id: string) => void
}

interface Options {
  readonly editor: Editor
  readonly view: ArticleView
  readonly link: DraftLink | null
  readonly lost: readonly LostText[]
  readonly forgetLost: (id: string) => void
}

export function useNotes({ editor, view, link, lost, forgetLost }: Options): Notes {
  const { account } = useSession()
  const { article, allowed } = view
  const mayEdit = allowed.includes('edit')
  const maySuggest = allowed.includes('suggest')
  const comments = useAsk('comments.list', { article: article.id }).value
  const suggestions = useSuggestions(editor)
  const isOn = useEditorState({ editor, selector: ({ editor }) => isSuggesting(editor.state) })
  const [writing, setWriting] = useState<Notes['writing']>(null)
  // A reviewer who edits becomes an author and could not approve: they begin by suggesting (docs/workflow.md, W13).
  const isReviewing = article.stage === 'in-review' && !article.authors.includes(account.id)
  const begins = maySuggest && (!mayEdit || isReviewing)
  useEffect(() => setSuggesting(editor, begins), [editor, begins])
  useEffect(() => {
    if (comments === undefined || editor.view.composing) return
    readInput(editor.view)
    editor.view.dispatch(editor.state.tr.setMeta(commentMarksKey, comments))
  }, [editor, comments])
  const write = useCallback(async () => {
    // What is typed from now on is meant for the comment; the selection it is about stays in the state.
    editor.view.dom.blur()
    await link?.flush()
    setWriting({ anchor: anchorAt(editor.state), version: getVersion(editor.state) })
  }, [editor, link])
  const mayComment = allowed.includes('comment')
  return useMemo(
    () => ({
      comments,
      suggestions,
      mayEdit,
      maySuggest,
      mayComment,
      isSuggesting: isOn,
      setSuggesting: on => setSuggesting(editor, on),
      writing,
      write,
      stopWriting: () => setWriting(null),
      lost,
      forgetLost,
    }),
    [editor, comments, suggestions, mayEdit, maySuggest, mayComment, isOn, writing, write, lost, forgetLost],
  )
}
