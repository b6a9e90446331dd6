import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { atRest } from './at-rest.ts'

/** Longer than from key to key of somebody in a hurry, too short to notice. */
const restMs = 120

/**
 * What `select` reads from the editor, read again when keys and cursor rest, so that no key waits for it. `select` must
 * always be the same function; what it answers is compared as JSON.
 */
export function useAtRest<Value>(editor: Editor, select: (editor: Editor) => Value): Value {
  const [value, setValue] = useState(() => select(editor))
  useEffect(() => {
    const read = () => {
      if (editor.isDestroyed) return
      setValue(before => {
        const now = select(editor)
        return JSON.stringify(now) === JSON.stringify(before) ? before : now
      })
    }
    const rest = atRest(restMs, read)
    editor.on('transaction', rest.touch)
    // What the screen sets while it is being shown (may one write?) came before anybody listened.
    const first = setTimeout(read)
    return () => {
      clearTimeout(first)
      rest.stop()
      editor.off('transaction', rest.touch)
    }
  }, [editor, select])
  return value
}
