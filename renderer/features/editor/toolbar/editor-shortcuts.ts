import type { TextKey } from '#renderer/text/catalogues.ts'

export interface EditorShortcut {
  readonly label: TextKey
  readonly keys: string
}

/** Shortcuts of the text, as people read them; the extensions bind them. Plain data, so that F1 loads no editor. */
export const editorShortcuts = {
  submit: { label: 'editor.submit', keys: 'Mod+Enter' },
  nextFinding: { label: 'proofreading.next', keys: 'F7' },
  undo: { label: 'editor.action.undo', keys: 'Mod+Z' },
  redo: { label: 'editor.action.redo', keys: 'Mod+Y' },
  heading2: { label: 'editor.action.heading2', keys: 'Mod+Alt+2' },
  heading3: { label: 'editor.action.heading3', keys: 'Mod+Alt+3' },
  heading4: { label: 'editor.action.heading4', keys: 'Mod+Alt+4' },
  bold: { label: 'editor.action.bold', keys: 'Mod+B' },
  italic: { label: 'editor.action.italic', keys: 'Mod+I' },
  underline: { label: 'editor.action.underline', keys: 'Mod+U' },
  strike: { label: 'editor.action.strike', keys: 'Mod+Shift+S' },
  superscript: { label: 'editor.action.superscript', keys: 'Mod+.' },
  subscript: { label: 'editor.action.subscript', keys: 'Mod+,' },
  bulletList: { label: 'editor.action.bulletList', keys: 'Mod+Shift+8' },
  orderedList: { label: 'editor.action.orderedList', keys: 'Mod+Shift+7' },
  find: { label: 'editor.find.open', keys: 'Mod+F' },
  replace: { label: 'editor.find.openReplace', keys: 'Mod+H' },
  quote: { label: 'editor.action.quote', keys: 'Mod+Shift+B' },
  link: { label: 'editor.action.link', keys: 'Mod+Shift+L' },
  comment: { label: 'comment.start', keys: 'Mod+Alt+M' },
  moveUp: { label: 'editor.action.moveUp', keys: 'Alt+ArrowUp' },
  moveDown: { label: 'editor.action.moveDown', keys: 'Alt+ArrowDown' },
  findNext: { label: 'editor.find.next', keys: 'F3' },
  findPrevious: { label: 'editor.find.previous', keys: 'Shift+F3' },
  aids: { label: 'editor.aids.title', keys: 'F2' },
  outline: { label: 'editor.outline.title', keys: 'Mod+Alt+O' },
  calm: { label: 'editor.calm.enter', keys: 'F11' },
  toolbar: { label: 'editor.shortcut.toolbar', keys: 'Alt+F10' },
  lineBreak: { label: 'editor.shortcut.lineBreak', keys: 'Shift+Enter' },
  slash: { label: 'editor.slash', keys: '/' },
} as const satisfies Record<string, EditorShortcut>
