import './bubble.css'
import { Toolbar as Base } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { TextSelection } from 'prosemirror-state'
import { memo } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { ActionButton, useActionStates } from '../toolbar/ActionButton.tsx'
import type { EditorTools } from '../toolbar/editor-action.ts'
import { bubbleActions } from '../toolbar/editor-actions.ts'

interface Props {
  readonly editor: Editor
  readonly tools: EditorTools
}

/** Longer than any typing tool keeps a word selected while it rewrites it. */
const restMs = 350
const options = { placement: 'top', offset: 8, flip: true, shift: { padding: 8 } } as const

/** The formatting one reaches for most, above selected words of the body. */
export const Bubble = memo(({ editor, tools }: Props) => {
  const { t } = useText()
  const states = useActionStates(editor, bubbleActions)
  return (
    <BubbleMenu
      editor={editor}
      updateDelay={restMs}
      options={options}
      shouldShow={isOffered}
      className="bubble-place"
    >
      <Base.Root className="popup bubble" aria-label={t('editor.bubble')}>
        {bubbleActions.map(action => (
          <ActionButton key={action.id} {...{ action, states, editor, tools }} />
        ))}
      </Base.Root>
    </BubbleMenu>
  )
})

function isOffered({ editor }: { editor: Editor }): boolean {
  const { selection, doc } = editor.state
  return (
    editor.isEditable &&
    editor.isFocused &&
    !editor.view.composing &&
    selection instanceof TextSelection &&
    selection.$from.parent.type.spec.marks !== '' &&
    selection.$from.index(0) >= 2 &&
    doc.textBetween(selection.from, selection.to).trim() !== ''
  )
}
