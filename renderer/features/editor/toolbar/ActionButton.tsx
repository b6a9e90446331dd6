import { Toolbar as Base } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/react'
import { useCallback } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useAtRest } from '../use-at-rest.ts'
import type { EditorAction, EditorTools } from './editor-action.ts'

interface ActionState {
  readonly active: boolean
  readonly enabled: boolean
}

type ActionStates = Readonly<Record<string, ActionState>>

/** What can be done where the cursor is, read once for all buttons; `actions` must always be the same array. */
export function useActionStates(editor: Editor, actions: readonly EditorAction[]): ActionStates {
  const select = useCallback((editor: Editor) => statesOf(editor, actions), [actions])
  return useAtRest(editor, select)
}

function statesOf(editor: Editor, actions: readonly EditorAction[]): ActionStates {
  return Object.fromEntries(
    actions.map(action => [
      action.id,
      { active: action.isActive?.(editor) ?? false, enabled: action.isEnabled(editor) },
    ]),
  )
}

interface Props {
  readonly action: EditorAction
  readonly states: ActionStates
  readonly editor: Editor
  readonly tools: EditorTools
}

/** One action as a button of a toolbar; no click takes the cursor out of the text. */
export function ActionButton({ action, states, editor, tools }: Props) {
  const { t } = useText()
  const Icon = action.icon
  const state = states[action.id]
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
