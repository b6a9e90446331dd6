import './toolbar.css'
import { Toolbar as Base } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/react'
import { Plus } from 'lucide-react'
import { memo } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { useAtRest } from '../use-at-rest.ts'
import { ActionButton, useActionStates } from './ActionButton.tsx'
import { type EditorTools, isEditable } from './editor-action.ts'
import { moreInserts, toolActions, toolbarGroups } from './editor-actions.ts'

interface Props {
  readonly editor: Editor
  readonly tools: EditorTools
  /** Files on their way into the store. */
  readonly pending: number
}

const buttons = [...toolbarGroups.flat(), ...toolActions]

/** One row as in a word processor; arrow keys move along it, and no click takes the cursor out of the text. */
export const Toolbar = memo(({ editor, tools, pending }: Props) => {
  const { t } = useText()
  const states = useActionStates(editor, buttons)
  const props = { states, editor, tools }
  return (
    <Base.Root className="editor-toolbar" aria-label={t('editor.toolbar')}>
      {toolbarGroups.map((group, index) => (
        <Base.Group key={group[0]?.id} className="editor-toolbar-group">
          {group.map(action => (
            <ActionButton key={action.id} action={action} {...props} />
          ))}
          {index === toolbarGroups.length - 1 && <InsertMenu editor={editor} tools={tools} />}
        </Base.Group>
      ))}
      <Base.Group className="editor-toolbar-group">
        {toolActions.map(action => (
          <ActionButton key={action.id} action={action} {...props} />
        ))}
      </Base.Group>
      {pending > 0 && <Spinner size={15} label={t('editor.uploading', { count: pending })} />}
    </Base.Root>
  )
})

/** What is put in more rarely. However it closes, the keyboard is back in the text. */
function InsertMenu({ editor, tools }: Omit<Props, 'pending'>) {
  const { t } = useText()
  const isOffered = useAtRest(editor, isEditable)
  return (
    <Menu
      onClosed={() => editor.view.focus()}
      trigger={
        <Base.Button
          disabled={!isOffered}
          render={
            <IconButton
              size="small"
              label={t('editor.action.insert')}
              icon={<Plus size={17} />}
              onMouseDown={event => event.preventDefault()}
            />
          }
        />
      }
    >
      <InsertItems editor={editor} tools={tools} />
    </Menu>
  )
}

/** Asked what is possible only while the menu is open. */
function InsertItems({ editor, tools }: Omit<Props, 'pending'>) {
  const { t } = useText()
  return moreInserts.map(action => (
    <MenuItem
      key={action.id}
      icon={<action.icon size={16} />}
      disabled={!action.isEnabled(editor)}
      onSelect={() => action.run(editor, tools)}
    >
      {t(action.label)}
    </MenuItem>
  ))
}
