import type { Editor } from '@tiptap/core'

/**
 * Ends the typing before something final is done: fields commit, a word being composed is finished, and one frame
 * passes in which the typing tool may still deliver its text.
 */
export async function settleTyping(editor: Editor): Promise<void> {
  const focused = document.activeElement
  if (focused instanceof HTMLElement) focused.blur()
  if (editor.view.composing) {
    await new Promise<void>(resolve => {
      const done = () => resolve()
      editor.view.dom.addEventListener('compositionend', done, { once: true })
      setTimeout(done, 500)
    })
  }
  await new Promise<void>(resolve => requestAnimationFrame(() => resolve()))
}
