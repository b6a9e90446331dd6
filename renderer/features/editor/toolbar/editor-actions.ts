import type { Editor } from '@tiptap/core'
import {
  Bold,
  Heading1,
  Heading2,
  Heading3,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Paperclip,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  TextQuote,
  Underline,
  Undo2,
  Vote,
} from 'lucide-react'
import type { MarkName } from '#common/document/schema'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { insertBlock } from '../insert-block.ts'
import type { EditorAction } from './editor-action.ts'

function mark(name: MarkName, label: TextKey, icon: LucideIcon, shortcut?: string): EditorAction {
  return {
    id: name,
    label,
    icon,
    ...(shortcut === undefined ? {} : { shortcut }),
    isActive: editor => editor.isActive(name),
    isEnabled: inFormattedText,
    run: editor => editor.chain().focus().toggleMark(name).run(),
  }
}

function heading(level: 2 | 3 | 4, label: TextKey, icon: LucideIcon): EditorAction {
  return {
    id: `heading${level}`,
    label,
    icon,
    shortcut: `Mod+Alt+${level}`,
    isActive: editor => editor.isActive('heading', { level }),
    isEnabled: inFormattedText,
    run: editor => editor.chain().focus().toggleHeading({ level }).run(),
  }
}

const undo: EditorAction = {
  id: 'undo',
  label: 'editor.action.undo',
  icon: Undo2,
  shortcut: 'Mod+Z',
  isEnabled: editor => editor.can().undo(),
  run: editor => editor.chain().focus().undo().run(),
}

const redo: EditorAction = {
  id: 'redo',
  label: 'editor.action.redo',
  icon: Redo2,
  shortcut: 'Mod+Y',
  isEnabled: editor => editor.can().redo(),
  run: editor => editor.chain().focus().redo().run(),
}

const bulletList: EditorAction = {
  id: 'bulletList',
  label: 'editor.action.bulletList',
  icon: List,
  shortcut: 'Mod+Shift+8',
  isActive: editor => editor.isActive('bulletList'),
  isEnabled: inFormattedText,
  run: editor => editor.chain().focus().toggleBulletList().run(),
}

const orderedList: EditorAction = {
  id: 'orderedList',
  label: 'editor.action.orderedList',
  icon: ListOrdered,
  shortcut: 'Mod+Shift+7',
  isActive: editor => editor.isActive('orderedList'),
  isEnabled: inFormattedText,
  run: editor => editor.chain().focus().toggleOrderedList().run(),
}

const quote: EditorAction = {
  id: 'quote',
  label: 'editor.action.quote',
  icon: TextQuote,
  shortcut: 'Mod+Shift+B',
  isActive: editor => editor.isActive('blockquote'),
  isEnabled: inFormattedText,
  run: editor => editor.chain().focus().toggleBlockquote().run(),
}

const link: EditorAction = {
  id: 'link',
  label: 'editor.action.link',
  icon: Link,
  shortcut: 'Mod+Shift+L',
  isActive: editor => editor.isActive('link'),
  isEnabled: inFormattedText,
  run: (_editor, tools) => tools.openLink(),
}

const table: EditorAction = {
  id: 'table',
  label: 'editor.action.table',
  icon: Table,
  isEnabled: editor => inFormattedText(editor) && !editor.isActive('table'),
  run: editor => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
}

const picture: EditorAction = {
  id: 'picture',
  label: 'editor.action.picture',
  icon: Image,
  isEnabled: isEditable,
  run: (_editor, tools) => tools.pickPictures(),
}

const file: EditorAction = {
  id: 'file',
  label: 'editor.action.file',
  icon: Paperclip,
  isEnabled: isEditable,
  run: (_editor, tools) => tools.pickFiles(),
}

const rule: EditorAction = {
  id: 'rule',
  label: 'editor.action.rule',
  icon: Minus,
  isEnabled: inFormattedText,
  run: editor => editor.chain().focus().setHorizontalRule().run(),
}

const poll: EditorAction = {
  id: 'poll',
  label: 'editor.action.poll',
  icon: Vote,
  isEnabled: editor => isEditable(editor) && editor.state.doc.attrs.kind === 'poll',
  run: editor => {
    const { poll: type, pollChoice } = editor.schema.nodes
    if (type === undefined || pollChoice === undefined) return
    const choices = ['a', 'b'].map(choice => pollChoice.create({ choice }))
    insertBlock(editor, editor.state.selection.to, type.create(null, choices))
  },
}

const headings = [
  heading(2, 'editor.action.heading2', Heading1),
  heading(3, 'editor.action.heading3', Heading2),
  heading(4, 'editor.action.heading4', Heading3),
]

/** Groups of the toolbar, in order. */
export const toolbarGroups: readonly (readonly EditorAction[])[] = [
  [undo, redo],
  headings,
  [
    mark('bold', 'editor.action.bold', Bold, 'Mod+B'),
    mark('italic', 'editor.action.italic', Italic, 'Mod+I'),
    mark('underline', 'editor.action.underline', Underline, 'Mod+U'),
    mark('strike', 'editor.action.strike', Strikethrough, 'Mod+Shift+S'),
    mark('superscript', 'editor.action.superscript', Superscript, 'Mod+.'),
    mark('subscript', 'editor.action.subscript', Subscript, 'Mod+,'),
  ],
  [bulletList, orderedList, quote],
  [link, table, picture, file, rule],
]

/** What "/" on an empty line offers. */
export const slashActions: readonly EditorAction[] = [
  picture,
  file,
  ...headings,
  bulletList,
  orderedList,
  quote,
  table,
  rule,
  poll,
]

function isEditable(editor: Editor): boolean {
  return editor.isEditable
}

/** The cursor is in the body, where text may be formatted; headline, lead and choices are plain. */
function inFormattedText(editor: Editor): boolean {
  const { parent } = editor.state.selection.$from
  return editor.isEditable && parent.inlineContent && parent.type.spec.marks !== ''
}
