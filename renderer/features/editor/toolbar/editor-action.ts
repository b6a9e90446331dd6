import type { Editor } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'
import type { TextKey } from '#renderer/text/catalogues.ts'

/** What an action of the toolbar may open beside changing the text. */
export interface EditorTools {
  readonly openLink: () => void
  readonly pickPictures: () => void
  /** Pictures that become one gallery. */
  readonly pickGallery: () => void
  readonly pickFiles: () => void
  /** Pictures of a folder or a camera's card, chosen from a list. */
  readonly pickFolder: () => void
  readonly openLibrary: () => void
  readonly repairEncoding: () => void
  readonly find: (what: 'find' | 'replace') => void
}

/** One thing the toolbar, the slash menu and a shortcut can do to the text. */
export interface EditorAction {
  readonly id: string
  readonly label: TextKey
  readonly icon: LucideIcon
  /** As people read it: `Mod+Alt+2`. The keys themselves are bound by the extensions. */
  readonly shortcut?: string
  readonly isActive?: (editor: Editor) => boolean
  readonly isEnabled: (editor: Editor) => boolean
  readonly run: (editor: Editor, tools: EditorTools) => void
}

export function isEditable(editor: Editor): boolean {
  return editor.isEditable
}

/** The cursor is in the body, where text may be formatted; headline, lead and choices are plain. */
export function inFormattedText(editor: Editor): boolean {
  const { parent } = editor.state.selection.$from
  return editor.isEditable && parent.inlineContent && parent.type.spec.marks !== ''
}

/** The same where the line itself may become a heading or a list: not in a caption, nor in the line of a step. */
export function inRunningText(editor: Editor): boolean {
  const { name } = editor.state.selection.$from.parent.type
  return inFormattedText(editor) && name !== 'figure' && name !== 'stepTitle'
}

/** In a caption, the line of a step or a callout the new block would tear apart what it stands in. */
export function mayHoldBlocks(editor: Editor): boolean {
  return inRunningText(editor) && !editor.isActive('callout')
}
