import { Extension } from '@tiptap/core'
import { type Mark, type Node, Slice } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { composeVietnamese } from '#common/vietnamese/encodings/compose'
import type { FontSpan } from '../encoding/font-spans.ts'
import { cleanHtml } from '../paste/clean-html.ts'
import { takePictures } from '../paste/pasted-pictures.ts'
import type { StoredPictures } from '../paste/place-pictures.ts'

export interface PasteNotice {
  readonly kind: 'pictures-dropped' | 'pictures-on-disk' | 'unusable'
  readonly count: number
}

interface Options {
  readonly onNotice: (notice: PasteNotice) => void
  /** Files pasted or dropped, and where a drop fell; null at the cursor. */
  readonly onFiles: (files: readonly File[], position: number | null) => void
  /** Stores pictures that came within a paste; the paste waits for them. */
  readonly onPictures: (files: readonly File[]) => Promise<StoredPictures>
  /** Fonts of a paste, before they are cleaned away; none for plain text. */
  readonly onFonts: (fonts: readonly FontSpan[]) => void
}

/** Everything that comes from outside passes here before the schema sees it; plain text is only composed. */
export const CleanPaste = Extension.create<Options>({
  name: 'cleanPaste',
  addOptions: () => ({
    onNotice: () => undefined,
    onFiles: () => undefined,
    onPictures: async files => files.map(() => null),
    onFonts: () => undefined,
  }),
  addProseMirrorPlugins() {
    const { editor } = this
    const { onNotice, onFiles, onPictures, onFonts } = this.options
    /** Of the paste that goes in now. */
    let stored: StoredPictures = []
    async function pasteWithPictures(html: string, files: readonly File[]): Promise<void> {
      let place = editor.state.selection.getBookmark()
      const follow = ({ transaction }: { transaction: Transaction }) => {
        place = place.map(transaction.mapping)
      }
      editor.on('transaction', follow)
      const media = await onPictures(files)
      editor.off('transaction', follow)
      if (editor.isDestroyed || !editor.isEditable) return
      stored = media
      editor.view.dispatch(editor.state.tr.setSelection(place.resolve(editor.state.doc)))
      editor.view.pasteHTML(html)
      stored = []
    }
    return [
      new Plugin({
        props: {
          transformPastedHTML: html => {
            const { html: clean, dropped, fonts } = cleanHtml(html, stored)
            onFonts(fonts)
            if (dropped.elsewhere > 0) onNotice({ kind: 'pictures-dropped', count: dropped.elsewhere })
            if (dropped.onDisk > 0) onNotice({ kind: 'pictures-on-disk', count: dropped.onDisk })
            return clean
          },
          transformPastedText: text => {
            onFonts([])
            return composeVietnamese(text)
          },
          transformPasted: slice => {
            if (isUsable(slice)) return slice
            onNotice({ kind: 'unusable', count: 1 })
            return Slice.empty
          },
          handleDOMEvents: {
            // Before ProseMirror reads the HTML, which would count these pictures as lost.
            paste: (view, event) => {
              const data = event.clipboardData
              if (!view.editable || data === null || isOnlyFiles(data)) return false
              const pasted = takePictures(data.getData('text/html'), () => data.getData('text/rtf'))
              if (pasted.files.length === 0) return false
              event.preventDefault()
              void pasteWithPictures(pasted.html, pasted.files)
              return true
            },
          },
          handlePaste: (view, event) => {
            const data = event.clipboardData
            if (!view.editable || !isOnlyFiles(data)) return false
            onFiles(filesOf(data), null)
            return true
          },
          handleDrop: (view, event) => {
            const files = filesOf(event.dataTransfer)
            if (!view.editable || files.length === 0) return false
            event.preventDefault()
            onFiles(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null)
            return true
          },
        },
      }),
    ]
  },
})

function filesOf(data: DataTransfer | null): readonly File[] {
  return Array.from(data?.files ?? [])
}

/** Office programs add a picture of the copied text; a copied picture comes without words. */
function isOnlyFiles(data: DataTransfer | null): boolean {
  return filesOf(data).length > 0 && data?.getData('text/plain').trim() === ''
}

/** Attributes of every node and mark are what the schema allows; main would refuse them otherwise. */
function isUsable(slice: Slice): boolean {
  try {
    slice.content.descendants(node => {
      validate(node)
      node.marks.forEach(validate)
    })
    return true
  } catch {
    return false
  }
}

function validate({ type, attrs }: Node | Mark): void {
  for (const [name, { validate: check }] of Object.entries(type.spec.attrs ?? {})) {
    if (typeof check === 'function') check(attrs[name])
  }
}
