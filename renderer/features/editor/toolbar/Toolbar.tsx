import './toolbar.css'
import { Toolbar as Base } from '@base-ui/react/toolbar'
import { type Editor, useEditorState } from '@tiptap/react'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { EditorAction, EditorTools } from './editor-action.ts'
import { toolbarGroups } from './editor-actions.ts'

interface Props {
  readonly editor: Editor
  readonly tools: EditorTools
  /** Files on their way into the store. */
  readonly pending: number
}

/** One row as in a word processor; arrow keys move along it, and no click takes the cursor out of the text. */
export function Toolbar({ editor, tools, pending }: Props) {
  const { t } = useText()
  const states = useEditorState({ editor, selector: ({ editor }) => readStates(editor) })
  return (
    <Base.Root className="editor-toolbar" aria-label={t('editor.toolbar')}>
      {toolbarGroups.map(group => (
        <Base.Group key={group[0]?.id} className="editor-toolbar-group">
          {group.map(action => (
            <ActionButton key={action.id} action={action} state={states[action.id]} {...{ editor, tools }} />
          ))}
        </Base.Group>
      ))}
      {pending > 0 && <Spinner size={15} label={t('editor.uploading', { count: pending })} />}
    </Base.Root>
  )
}

interface ActionState {
  readonly active: boolean
  readonly enabled: boolean
}

interface ButtonProps extends Pick<Props, 'editor' | 'tools'> {
  readonly action: EditorAction
  readonly state: ActionState | undefined
}

function ActionButton({ action, state, editor, tools }: ButtonProps) {
  const { t } = useText()
  const Icon = action.icon
  return (
    <Base.Button
      disabled={state?.enabled !== true}
      render={
        <IconButton
          size="small"
          label={t(action.label)}
          icon={<Icon size={17} />}
          shortcut={action.shortcut}
          pressed={action.isActive === undefined ? undefined : state?.active === true}
          // TipTap focuses a frame later; what is typed at once would go elsewhere.
          onMouseDown={event => event.preventDefault()}
          onClick={() => action.run(editor, tools)}
        />
      }
    />
  )
}

function readStates(editor: Editor): Readonly<Record<string, ActionState>> {
  return Object.fromEntries(
    toolbarGroups
      .flat()
      .map(action => [
        action.id,
        { active: action.isActive?.(editor) ?? false, enabled: action.isEnabled(editor) },
      ]),
  )
}
