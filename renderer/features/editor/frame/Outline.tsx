import type { Editor } from '@tiptap/react'
import { ListTree } from 'lucide-react'
import type { Node } from 'prosemirror-model'
import { useMemo, useRef } from 'react'
import { procedurePartTitle } from '#common/domain/procedure-part'
import type { Command } from '#renderer/commands/command.ts'
import { useScreenCommands } from '#renderer/commands/screen-commands.ts'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx'
import { jumpTo } from '../panel/jump.ts'
import { editorShortcuts } from '../toolbar/editor-shortcuts.ts'

/** The headings of the text as a menu: arrows and first letters choose, Enter or a click goes there. */
export function Outline({ editor }: { readonly editor: Editor }) {
  const { t } = useText()
  const button = useRef<HTMLButtonElement>(null)
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'editor.outline',
        label: editorShortcuts.outline.label,
        icon: ListTree,
        group: 'write',
        shortcut: editorShortcuts.outline.keys,
        isEnabled: () => true,
        run: () => button.current?.click(),
      },
    ],
    [],
  )
  useShortcuts(commands)
  useScreenCommands(commands)
  return (
    <Menu
      side="top"
      align="end"
      onClosed={() => editor.view.focus()}
      trigger={
        <Button
          ref={button}
          size="small"
          look="quiet"
          icon={<ListTree size={15} />}
          onMouseDown={event => event.preventDefault()}
        >
          {t('editor.outline.title')}
        </Button>
      }
    >
      <Headings editor={editor} />
    </Menu>
  )
}

/** Read when the menu opens; the text cannot change while it is open. */
function Headings({ editor }: { readonly editor: Editor }) {
  const { t } = useText()
  const headings = headingsOf(editor)
  if (headings.length === 0) return <p className="outline-empty">{t('editor.outline.empty')}</p>
  return headings.map(({ position, level, text }) => (
    <MenuItem key={position} onSelect={() => jumpTo(editor, { kind: 'position', position: position + 1 })}>
      <span className="outline-entry" data-level={level}>
        {text === '' ? t('editor.outline.untitled') : text}
      </span>
    </MenuItem>
  ))
}

function headingsOf(editor: Editor) {
  const found: { readonly position: number; readonly level: number; readonly text: string }[] = []
  editor.state.doc.descendants((node, position) => {
    const entry = entryOf(node)
    if (entry !== null) found.push({ position, ...entry })
    return !node.isTextblock
  })
  return found
}

function entryOf({ type, attrs, textContent }: Node) {
  switch (type.name) {
    case 'heading':
      return { level: Number(attrs.level), text: textContent.trim() }
    case 'procedureSection':
      return { level: 2, text: procedurePartTitle(attrs.part) }
    case 'stepTitle':
      return { level: 3, text: textContent.trim() }
    default:
      return null
  }
}
