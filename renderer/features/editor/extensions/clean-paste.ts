import { Extension } from '@tiptap/core'
import { type Mark, type Node, Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { composeVietnamese } from '#common/vietnamese/encodings/compose'
import type { FontSpan } from '../encoding/font-spans.ts'
import { cleanHtml } from '../paste/clean-html.ts'

export interface PasteNotice {
  readonly kind: 'pictures-dropped' | 'unusable'
  readonly count: number
}

interface Options {
  readonly onNotice: (notice: PasteNotice) => void
  /** Files pasted or dropped, and where a drop fell; null at the cursor. */
  readonly onFiles: (files: readonly File[], position: number | null) => void
  /** Fonts of a paste, before they are cleaned away; none for plain text. */
  readonly onFonts: (fonts: readonly FontSpan[]) => void
}

/** Everything that comes from outside passes here before the schema sees it; plain text is only composed. */
export const CleanPaste = Extension.create<Options>({
  name: 'cleanPaste',
  addOptions: () => ({ onNotice: () => undefined, onFiles: () => undefined, onFonts: () => undefined }),
  addProseMirrorPlugins() {
    const { onNotice, onFiles, onFonts } = this.options
    return [
      new Plugin({
        props: {
          transformPastedHTML: html => {
            const { html: clean, droppedPictures, fonts } = cleanHtml(html)
            onFonts(fonts)
            if (droppedPictures > 0) onNotice({ kind: 'pictures-dropped', count: droppedPictures })
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
          handlePaste: (view, event) => {
            const files = filesOf(event.clipboardData)
            if (!view.editable || files.length === 0 || hasText(event.clipboardData)) return false
            onFiles(files, null)
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
function hasText(data: DataTransfer | null): boolean {
  return data?.getData('text/plain').trim() !== ''
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
