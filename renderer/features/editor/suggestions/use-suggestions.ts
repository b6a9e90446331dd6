import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { listSuggestions, type Suggestion } from '#common/document/suggestions/list-suggestions'
import { atRest } from '../at-rest.ts'

const idleMs = 250

/** The open suggestions of the text, read when typing pauses. */
export function useSuggestions(editor: Editor): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState(() => listSuggestions(editor.state.doc))
  useEffect(() => {
    const { touch, stop } = atRest(idleMs, () => {
      const now = listSuggestions(editor.state.doc)
      // Most texts have none, and nothing has to be drawn again for that.
      setSuggestions(before => (before.length === 0 && now.length === 0 ? before : now))
    })
    editor.on('update', touch)
    return () => {
      stop()
      editor.off('update', touch)
    }
  }, [editor])
  return suggestions
}
