import type { TextKey } from '#renderer/text/catalogues.ts'
import { toolbarGroups } from './editor-actions.ts'

export interface EditorShortcut {
  readonly label: TextKey
  readonly keys: string
}

/** Shortcuts that work in the text, for F1. */
export const editorShortcuts: readonly EditorShortcut[] = [
  { label: 'editor.submit', keys: 'Mod+Enter' },
  { label: 'editor.shortcut.lineBreak', keys: 'Shift+Enter' },
  ...toolbarGroups
    .flat()
    .flatMap(({ label, shortcut }) => (shortcut === undefined ? [] : [{ label, keys: shortcut }])),
]
