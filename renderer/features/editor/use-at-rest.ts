import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'

/** Longer than from key to key of somebody in a hurry, too short to notice. */
const restMs = 120

/**
 * What `select` reads from the editor, read again when keys and cursor rest, so that no key waits for it. `select` must
 * always be the same function; what it answers is compared as JSON.
 */
export function useAtRest<Value>(editor: Editor, select: (editor: Editor) => Value): Value {
  const [value, setValue] = useState(() => select(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      if (editor.isDestroyed) return
      setValue(before => {
        const now = select(editor)
        return JSON.stringify(now) === JSON.stringify(before) ? before : now
      })
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(read, restMs)
    }
    editor.on('transaction', later)
    // What the screen sets when it is shown (may one write?) makes no transaction.
    timer = setTimeout(read)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [editor, select])
  return value
}
