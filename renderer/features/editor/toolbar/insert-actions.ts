import {
  CalendarDays,
  FolderInput,
  Image,
  Images,
  LibraryBig,
  type LucideIcon,
  MessageSquareWarning,
  Minus,
  Paperclip,
  Quote,
  Table,
  Vote,
} from 'lucide-react'
import { insertBlock } from '../insert-block.ts'
import { type EditorAction, type EditorTools, isEditable, mayHoldBlocks } from './editor-action.ts'

/** What can be put into the text. */
export const table: EditorAction = {
  id: 'table',
  label: 'editor.action.table',
  icon: Table,
  isEnabled: editor => mayHoldBlocks(editor) && !editor.isActive('table'),
  run: editor => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
}

/** Opens one of the screen's own dialogs; what is chosen there is put in by it. */
function opens(
  id: 'picture' | 'gallery' | 'library' | 'folder' | 'file',
  icon: LucideIcon,
  open: (tools: EditorTools) => void,
): EditorAction {
  return {
    id,
    label: `editor.action.${id}`,
    icon,
    isEnabled: isEditable,
    run: (_editor, tools) => open(tools),
  }
}

export const picture = opens('picture', Image, tools => tools.pickPictures())
export const gallery = opens('gallery', Images, tools => tools.pickGallery())
export const library = opens('library', LibraryBig, tools => tools.openLibrary())
export const folder = opens('folder', FolderInput, tools => tools.pickFolder())
export const file = opens('file', Paperclip, tools => tools.pickFiles())

export const callout: EditorAction = {
  id: 'callout',
  label: 'editor.action.callout',
  icon: MessageSquareWarning,
  isActive: editor => editor.isActive('callout'),
  isEnabled: editor => editor.isActive('callout') || editor.can().wrapIn('callout'),
  run: editor => editor.chain().focus().toggleWrap('callout').run(),
}

export const pullQuote: EditorAction = {
  id: 'pullQuote',
  label: 'editor.action.pullQuote',
  icon: Quote,
  isActive: editor => editor.isActive('pullQuote'),
  isEnabled: editor => editor.can().toggleNode('pullQuote', 'paragraph'),
  run: editor => editor.chain().focus().toggleNode('pullQuote', 'paragraph').run(),
}

export const rule: EditorAction = {
  id: 'rule',
  label: 'editor.action.rule',
  icon: Minus,
  isEnabled: mayHoldBlocks,
  run: editor => editor.chain().focus().setHorizontalRule().run(),
}

export const schedule: EditorAction = {
  id: 'schedule',
  label: 'editor.action.schedule',
  icon: CalendarDays,
  isEnabled: editor => isEditable(editor) && editor.state.doc.attrs.kind === 'leadership-schedule',
  run: editor => {
    const type = editor.schema.nodes.schedule
    if (type !== undefined) insertBlock(editor, editor.state.selection.to, type.create())
  },
}

export const poll: EditorAction = {
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
