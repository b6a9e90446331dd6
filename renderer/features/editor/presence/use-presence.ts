import type { Editor } from '@tiptap/core'
import { getVersion, sendableSteps } from 'prosemirror-collab'
import { useEffect } from 'react'
import type { DraftPresence } from '#common/api/events'
import { articleId } from '#common/domain/ids'
import { ask } from '#renderer/api/queries.ts'
import { useWire } from '#renderer/api/wire-context.tsx'
import { isKnown, showCaret } from './carets.ts'

/** The caret is told this often at most while it moves, and again after a pause, for windows that came later. */
const tellAfterMs = 300
const tellAgainMs = 20_000

/** Tells the other windows on this draft where this one is, and shows where they are. */
export function usePresence(editor: Editor, article: string, clientId: string): void {
  const wire = useWire()
  useEffect(() => {
    const id = articleId.parse(article)
    let timer: ReturnType<typeof setTimeout> | null = null
    const say = (caret: DraftPresence['caret'], version: number) =>
      void ask(wire, 'drafts.presence', { article: id, presence: { client: clientId, version, caret } })
    const tell = () => {
      timer = null
      if (editor.isDestroyed || !editor.isEditable) return
      // Positions only mean something to others once they have the same text.
      if (editor.view.composing || sendableSteps(editor.state) !== null) return later()
      const { anchor, head } = editor.state.selection
      say({ anchor, head }, getVersion(editor.state))
    }
    const later = () => {
      timer ??= setTimeout(tell, tellAfterMs)
    }
    const unsubscribe = wire.subscribe(event => {
      if (event.kind !== 'draft-presence' || event.article !== id) return
      if (event.presence.client === clientId || editor.isDestroyed) return
      const isNew = event.presence.caret !== null && !isKnown(editor, event.presence.client)
      showCaret(editor, event.presence, Date.now())
      if (isNew) later()
    })
    const again = setInterval(later, tellAgainMs)
    editor.on('selectionUpdate', later)
    later()
    return () => {
      unsubscribe()
      clearInterval(again)
      if (timer !== null) clearTimeout(timer)
      editor.off('selectionUpdate', later)
      say(null, 0)
    }
  }, [wire, editor, article, clientId])
}
