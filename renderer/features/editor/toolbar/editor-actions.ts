import type { Editor } from '@tiptap/core'
import {
  Bold,
  CaseSensitive,
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
import { insertBlock } from '../insert-block.ts'
import type { EditorAction } from './editor-action.ts'
import { editorShortcuts } from './editor-shortcuts.ts'

type ShortMark = Extract<MarkName, keyof typeof editorShortcuts>

function mark(name: Exclude<ShortMark, 'link'>, icon: LucideIcon): EditorAction {
  return {
    id: name,
    ...named(name),
    icon,
    isActive: editor => editor.isActive(name),
    isEnabled: inFormattedText,
    run: editor => editor.chain().focus().toggleMark(name).run(),
  }
}

function heading(level: 2 | 3 | 4, icon: LucideIcon): EditorAction {
  return {
    id: `heading${level}`,
    ...named(`heading${level}`),
    icon,
    isActive: editor => editor.isActive('heading', { level }),
    isEnabled: inFormattedText,
    run: editor => editor.chain().focus().toggleHeading({ level }).run(),
  }
}

const undo: EditorAction = {
  id: 'undo',
  ...named('undo'),
  icon: Undo2,
  isEnabled: editor => editor.can().undo(),
  run: editor => editor.chain().focus().undo().run(),
}

const redo: EditorAction = {
  id: 'redo',
  ...named('redo'),
  icon: Redo2,
  isEnabled: editor => editor.can().redo(),
  run: editor => editor.chain().focus().redo().run(),
}

const bulletList: EditorAction = {
  id: 'bulletList',
  ...named('bulletList'),
  icon: List,
  isActive: editor => editor.isActive('bulletList'),
  isEnabled: inFormattedText,
  run: editor => editor.chain().focus().toggleBulletList().run(),
}

const orderedList: EditorAction = {
  id: 'orderedList',
  ...named('orderedList'),
  icon: ListOrdered,
  isActive: editor => editor.isActive('orderedList'),
  isEnabled: inFormattedText,
  run: editor => editor.chain().focus().toggleOrderedList().run(),
}

const quote: EditorAction = {
  id: 'quote',
  ...named('quote'),
  icon: TextQuote,
  isActive: editor => editor.isActive('blockquote'),
  isEnabled: inFormattedText,
  run: editor => editor.chain().focus().toggleBlockquote().run(),
}

const link: EditorAction = {
  id: 'link',
  ...named('link'),
  icon: Link,
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

const encoding: EditorAction = {
  id: 'encoding',
  label: 'editor.action.encoding',
  icon: CaseSensitive,
  isEnabled: isEditable,
  run: (_editor, tools) => tools.repairEncoding(),
}

const headings = [heading(2, Heading1), heading(3, Heading2), heading(4, Heading3)]

/** Groups of the toolbar, in order. */
export const toolbarGroups: readonly (readonly EditorAction[])[] = [
  [undo, redo],
  headings,
  [
    mark('bold', Bold),
    mark('italic', Italic),
    mark('underline', Underline),
    mark('strike', Strikethrough),
    mark('superscript', Superscript),
    mark('subscript', Subscript),
  ],
  [bulletList, orderedList, quote],
  [link, table, picture, file, rule],
  [encoding],
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

function named(id: keyof typeof editorShortcuts): Pick<EditorAction, 'label' | 'shortcut'> {
  const { label, keys } = editorShortcuts[id]
  return { label, shortcut: keys }
}

function isEditable(editor: Editor): boolean {
  return editor.isEditable
}

/** The cursor is in the body, where text may be formatted; headline, lead and choices are plain. */
function inFormattedText(editor: Editor): boolean {
  const { parent } = editor.state.selection.$from
  return editor.isEditable && parent.inlineContent && parent.type.spec.marks !== ''
}
