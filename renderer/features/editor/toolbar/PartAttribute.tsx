import { closeHistory } from '@tiptap/pm/history'
import type { Editor } from '@tiptap/react'
import { Trash2 } from 'lucide-react'
import type { FocusPoint } from '#common/domain/focus-point'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { CommittedText } from '../fields/CommittedText.tsx'
import { readInput } from '../read-input.ts'
import type { SelectedPart } from './selected-part.ts'

export interface PartProps {
  readonly editor: Editor
  readonly part: SelectedPart
}

interface AttributeProps extends PartProps {
  readonly name: string
  readonly label: TextKey
  readonly placeholder?: TextKey
  readonly required?: boolean
}

export function TextAttribute({ editor, part, name, label, placeholder, required = false }: AttributeProps) {
  const { t } = useText()
  return (
    <Field label={t(label)} required={required}>
      <CommittedText
        id={partControlId(name)}
        {...(placeholder === undefined ? {} : { placeholder: t(placeholder) })}
        value={String(part.node.attrs[name] ?? '')}
        maxLength={1_000}
        onCommit={text => setAttribute(editor, part, name, text.trim())}
      />
    </Field>
  )
}

/** The control of one attribute of the selected part; there is one bar at a time. */
export function partControlId(name: string): string {
  return `part-${name}`
}

export function InstantAttribute({ editor, part, name, label }: AttributeProps) {
  const { t } = useText()
  const value: unknown = part.node.attrs[name]
  return (
    <Field label={t(label)}>
      <DateField
        withTime
        value={typeof value === 'string' ? value : ''}
        onChange={instant => setAttribute(editor, part, name, instant === '' ? null : instant)}
      />
    </Field>
  )
}

interface ChoiceProps extends PartProps {
  readonly name: string
  readonly label: TextKey
  readonly choices: readonly { readonly value: string; readonly label: TextKey }[]
}

/** One of a few, side by side; a click leaves the cursor where it is. */
export function ChoiceAttribute({ editor, part, name, label, choices }: ChoiceProps) {
  const { t } = useText()
  return (
    <fieldset className="choice-attribute">
      <legend>{t(label)}</legend>
      {choices.map(choice => (
        <Button
          key={choice.value}
          size="small"
          aria-pressed={part.node.attrs[name] === choice.value}
          onMouseDown={event => event.preventDefault()}
          onClick={() => setAttribute(editor, part, name, choice.value)}
        >
          {t(choice.label)}
        </Button>
      ))}
    </fieldset>
  )
}

export function RemoveButton({ editor, part }: PartProps) {
  const { t } = useText()
  return (
    <Button
      size="small"
      look="quiet"
      icon={<Trash2 size={15} />}
      onMouseDown={event => event.preventDefault()}
      onClick={() => {
        const $part = editor.state.doc.resolve(part.position)
        const isLast = ['gallery', 'steps'].includes(part.within) && $part.parent.childCount === 1
        const from = isLast ? $part.before() : part.position
        const to = isLast ? $part.after() : from + sizeNow({ editor, part })
        editor.chain().focus().deleteRange({ from, to }).run()
      }}
    >
      {t('editor.part.remove')}
    </Button>
  )
}

/** Nothing happens when another node stands there by now. The part stays selected, and the step is one of the undo. */
export function setAttribute(
  editor: Editor,
  part: SelectedPart,
  name: string,
  value: string | FocusPoint | null,
): boolean {
  readInput(editor.view)
  const { state } = editor
  const node = state.doc.nodeAt(part.position)
  if (node?.type !== part.node.type || isSame(node.attrs[name], value)) return true
  editor.view.dispatch(closeHistory(state.tr.setNodeAttribute(part.position, name, value)))
  return true
}

function isSame(one: unknown, other: string | FocusPoint | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The caption may have grown since the bar was drawn. */
export function sizeNow({ editor, part }: PartProps): number {
  return editor.state.doc.nodeAt(part.position)?.nodeSize ?? 0
}
