import {
  Bold,
  CaseSensitive,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Search,
  Strikethrough,
  Subscript,
  Superscript,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react'
import type { MarkName } from '#common/document/schema'
import { type EditorAction, inFormattedText, inRunningText, isEditable } from './editor-action.ts'
import { editorShortcuts } from './editor-shortcuts.ts'
import {
  callout,
  file,
  folder,
  gallery,
  library,
  picture,
  poll,
  pullQuote,
  rule,
  schedule,
  table,
} from './insert-actions.ts'
import { arrange, procedureSection, steps } from './structure-actions.ts'

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
    isEnabled: inRunningText,
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
  isEnabled: inRunningText,
  run: editor => editor.chain().focus().toggleBulletList().run(),
}

const orderedList: EditorAction = {
  id: 'orderedList',
  ...named('orderedList'),
  icon: ListOrdered,
  isActive: editor => editor.isActive('orderedList'),
  isEnabled: inRunningText,
  run: editor => editor.chain().focus().toggleOrderedList().run(),
}

const quote: EditorAction = {
  id: 'quote',
  ...named('quote'),
  icon: TextQuote,
  isActive: editor => editor.isActive('blockquote'),
  isEnabled: inRunningText,
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

const encoding: EditorAction = {
  id: 'encoding',
  label: 'editor.action.encoding',
  icon: CaseSensitive,
  isEnabled: isEditable,
  run: (_editor, tools) => tools.repairEncoding(),
}

const find: EditorAction = {
  id: 'find',
  ...named('find'),
  icon: Search,
  isEnabled: () => true,
  run: (_editor, tools) => tools.find('find'),
}

const [bold, italic, underline] = [mark('bold', Bold), mark('italic', Italic), mark('underline', Underline)]
const headings = [heading(2, Heading1), heading(3, Heading2), heading(4, Heading3)] as const

/** Groups of the toolbar, in order. */
export const toolbarGroups: readonly (readonly EditorAction[])[] = [
  [undo, redo],
  headings,
  [
    bold,
    italic,
    underline,
    mark('strike', Strikethrough),
    mark('superscript', Superscript),
    mark('subscript', Subscript),
  ],
  [bulletList, orderedList, quote],
  [link, picture, file, table],
]

/** What the toolbar keeps in its menu. */
export const moreInserts: readonly EditorAction[] = [
  library,
  folder,
  gallery,
  steps,
  callout,
  pullQuote,
  rule,
  poll,
  schedule,
  procedureSection,
  arrange,
]

/** Above selected words. */
export const bubbleActions: readonly EditorAction[] = [bold, italic, underline, link, headings[0], quote]

/** At the end of the toolbar. */
export const toolActions: readonly EditorAction[] = [find, encoding]

/** What "/" on an empty line offers. */
export const slashActions: readonly EditorAction[] = [
  picture,
  library,
  folder,
  gallery,
  file,
  table,
  ...headings,
  bulletList,
  orderedList,
  steps,
  quote,
  pullQuote,
  callout,
  rule,
  poll,
  schedule,
  procedureSection,
]

function named(id: keyof typeof editorShortcuts): Pick<EditorAction, 'label' | 'shortcut'> {
  const { label, keys } = editorShortcuts[id]
  return { label, shortcut: keys }
}
