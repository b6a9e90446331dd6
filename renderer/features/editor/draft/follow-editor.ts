import type { Editor } from '@tiptap/core'
import type { DraftLink } from './draft-link.ts'

/**
 * Steps go at once when the person turns away from the text, the window or the page, where main syncs them; a window with
 * unsent text asks before it closes. Returns what ends it.
 */
export function followEditor(
  link: Pick<DraftLink, 'noteChange' | 'sendNow' | 'hasUnsent'>,
  editor: Pick<Editor, 'on' | 'off'>,
): () => void {
  const onTransaction = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }) => {
    if (transaction.docChanged) link.noteChange()
  }
  const send = () => void link.sendNow()
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') send()
  }
  const onUnload = (event: BeforeUnloadEvent) => {
    if (!link.hasUnsent()) return
    send()
    event.preventDefault()
  }
  editor.on('transaction', onTransaction)
  editor.on('blur', send)
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('blur', send)
  window.addEventListener('pagehide', send)
  window.addEventListener('beforeunload', onUnload)
  return () => {
    editor.off('transaction', onTransaction)
    editor.off('blur', send)
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('blur', send)
    window.removeEventListener('pagehide', send)
    window.removeEventListener('beforeunload', onUnload)
  }
}
