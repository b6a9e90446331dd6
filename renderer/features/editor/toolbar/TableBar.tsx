import type { Editor } from '@tiptap/react'
import { ChevronDown, Trash2 } from 'lucide-react'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx'
import { useAtRest } from '../use-at-rest.ts'

type TableCommand =
  | 'addRowBefore'
  | 'addRowAfter'
  | 'deleteRow'
  | 'addColumnBefore'
  | 'addColumnAfter'
  | 'deleteColumn'
  | 'mergeCells'
  | 'splitCell'
  | 'toggleHeaderRow'
  | 'toggleHeaderColumn'
  | 'toggleHeaderCell'

type Entry = readonly [TableCommand, TextKey]

const menus: readonly { readonly label: TextKey; readonly entries: readonly Entry[] }[] = [
  {
    label: 'editor.table.row',
    entries: [
      ['addRowBefore', 'editor.table.row-before'],
      ['addRowAfter', 'editor.table.row-after'],
      ['toggleHeaderRow', 'editor.table.header'],
      ['deleteRow', 'editor.table.delete-row'],
    ],
  },
  {
    label: 'editor.table.column',
    entries: [
      ['addColumnBefore', 'editor.table.column-before'],
      ['addColumnAfter', 'editor.table.column-after'],
      ['toggleHeaderColumn', 'editor.table.header-column'],
      ['deleteColumn', 'editor.table.delete-column'],
    ],
  },
  {
    label: 'editor.table.cell',
    entries: [
      ['mergeCells', 'editor.table.merge'],
      ['splitCell', 'editor.table.split'],
      ['toggleHeaderCell', 'editor.table.header-cell'],
    ],
  },
]

/** Rows, columns and cells of the table at the cursor. */
export function TableBar({ editor }: { readonly editor: Editor }) {
  const { t } = useText()
  const enabled = useAtRest(editor, enabledCommands)
  return (
    <div className="context-bar-buttons">
      {menus.map(({ label, entries }) => (
        <Menu
          key={label}
          trigger={
            <Button size="small" onMouseDown={event => event.preventDefault()}>
              {t(label)} <ChevronDown size={14} aria-hidden="true" />
            </Button>
          }
        >
          {entries.map(([command, words]) => (
            <MenuItem
              key={command}
              disabled={enabled[command] !== true}
              onSelect={() => editor.chain().focus()[command]().run()}
            >
              {t(words)}
            </MenuItem>
          ))}
        </Menu>
      ))}
      <Button
        size="small"
        look="quiet"
        icon={<Trash2 size={15} />}
        onMouseDown={event => event.preventDefault()}
        onClick={() => editor.chain().focus().deleteTable().run()}
      >
        {t('editor.table.delete')}
      </Button>
    </div>
  )
}

function enabledCommands(editor: Editor): Readonly<Record<string, boolean>> {
  const can = editor.can()
  return Object.fromEntries(
    menus.flatMap(({ entries }) => entries.map(([command]) => [command, can[command]()])),
  )
}
