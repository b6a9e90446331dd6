import { Editor } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'

declare global {
  interface Window {
    openPlainEditor(content: Record<string, unknown>): void
  }
}

/** TipTap as it comes: StarterKit, tables and pictures, nothing of ours. */
window.openPlainEditor = content => {
  new Editor({
    element: document.body,
    extensions: [StarterKit, TableKit, Image],
    content,
    editorProps: { attributes: { spellcheck: 'false' } },
  })
}
