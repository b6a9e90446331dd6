import { type Editor, useEditorState } from '@tiptap/react'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Columns2,
  type LucideIcon,
  Merge,
  PanelTop,
  Rows2,
  Split,
  Trash2,
} from 'lucide-react'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'

interface TableAction {
  readonly label: TextKey
  readonly icon: LucideIcon
  readonly command:
    | 'addRowBefore'
    | 'addRowAfter'
    | 'deleteRow'
    | 'addColumnBefore'
    | 'addColumnAfter'
    | 'deleteColumn'
    | 'mergeCells'
    | 'splitCell'
    | 'toggleHeaderRow'
    | 'deleteTable'
}

const actions: readonly TableAction[] = [
  { label: 'editor.table.row-before', icon: BetweenHorizontalEnd, command: 'addRowBefore' },
  { label: 'editor.table.row-after', icon: BetweenHorizontalStart, command: 'addRowAfter' },
  { label: 'editor.table.delete-row', icon: Rows2, command: 'deleteRow' },
  { label: 'editor.table.column-before', icon: BetweenVerticalEnd, command: 'addColumnBefore' },
  { label: 'editor.table.column-after', icon: BetweenVerticalStart, command: 'addColumnAfter' },
  { label: 'editor.table.delete-column', icon: Columns2, command: 'deleteColumn' },
  { label: 'editor.table.merge', icon: Merge, command: 'mergeCells' },
  { label: 'editor.table.split', icon: Split, command: 'splitCell' },
  { label: 'editor.table.header', icon: PanelTop, command: 'toggleHeaderRow' },
  { label: 'editor.table.delete', icon: Trash2, command: 'deleteTable' },
]

/** Rows, columns and cells of the table at the cursor. */
export function TableBar({ editor }: { readonly editor: Editor }) {
  const { t } = useText()
  const enabled = useEditorState({
    editor,
    selector: ({ editor }) => {
      const can = editor.can()
      return Object.fromEntries(actions.map(({ command }) => [command, can[command]()]))
    },
  })
  return (
    <div className="context-bar-buttons">
      {actions.map(({ label, icon: Icon, command }) => (
        <IconButton
          key={command}
          size="small"
          label={t(label)}
          icon={<Icon size={17} />}
          disabled={enabled[command] !== true}
          onMouseDown={event => event.preventDefault()}
          onClick={() => editor.chain().focus()[command]().run()}
        />
      ))}
    </div>
  )
}
