import { closeHistory } from '@tiptap/pm/history'
import type { Editor } from '@tiptap/react'
import { Plus, Trash2 } from 'lucide-react'
import { inputOfInstant, instantOfInput } from '#renderer/commands/vietnam-input.ts'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { addChoice } from '../extensions/poll-choice.ts'
import { CommittedText } from '../fields/CommittedText.tsx'
import type { SelectedPart } from './selected-part.ts'

interface Props {
  readonly editor: Editor
  readonly part: SelectedPart
}

export function FigureBar(props: Props) {
  return (
    <>
      <TextAttribute
        {...props}
        name="alt"
        label="editor.figure.alt"
        placeholder="editor.figure.alt-hint"
        required
      />
      <TextAttribute {...props} name="credit" label="editor.figure.credit" />
      <RemoveButton {...props} />
    </>
  )
}

export function AttachmentBar(props: Props) {
  return (
    <>
      <TextAttribute {...props} name="label" label="editor.attachment.label" />
      <RemoveButton {...props} />
    </>
  )
}

export function PollBar(props: Props) {
  const { t } = useText()
  const { editor, part } = props
  return (
    <>
      <TextAttribute {...props} name="question" label="editor.poll.question" required />
      <InstantAttribute {...props} name="opensAt" label="editor.poll.opensAt" />
      <InstantAttribute {...props} name="closesAt" label="editor.poll.closesAt" />
      <div className="context-bar-buttons">
        <Button
          size="small"
          icon={<Plus size={15} />}
          disabled={part.node.childCount >= 8}
          onMouseDown={event => event.preventDefault()}
          onClick={() =>
            editor
              .chain()
              .focus()
              .setTextSelection(part.position + sizeNow(props) - 2)
              .command(({ tr }) => addChoice(tr))
              .run()
          }
        >
          {t('editor.poll.add-choice')}
        </Button>
        <RemoveButton {...props} />
      </div>
    </>
  )
}

interface AttributeProps extends Props {
  readonly name: string
  readonly label: TextKey
  readonly placeholder?: TextKey
  readonly required?: boolean
}

function TextAttribute({ editor, part, name, label, placeholder, required = false }: AttributeProps) {
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

function InstantAttribute({ editor, part, name, label }: AttributeProps) {
  const { t } = useText()
  const value: unknown = part.node.attrs[name]
  return (
    <Field label={t(label)}>
      <CommittedText
        type="datetime-local"
        value={typeof value === 'string' ? inputOfInstant(value) : ''}
        onCommit={text => {
          const instant = text === '' ? null : instantOfInput(text)
          return (text === '' || instant !== null) && setAttribute(editor, part, name, instant)
        }}
      />
    </Field>
  )
}

function RemoveButton({ editor, part }: Props) {
  const { t } = useText()
  return (
    <Button
      size="small"
      look="quiet"
      icon={<Trash2 size={15} />}
      onMouseDown={event => event.preventDefault()}
      onClick={() => {
        const from = part.position
        editor
          .chain()
          .focus()
          .deleteRange({ from, to: from + sizeNow({ editor, part }) })
          .run()
      }}
    >
      {t('editor.part.remove')}
    </Button>
  )
}

/** Nothing happens when another node stands there by now. */
function setAttribute(editor: Editor, part: SelectedPart, name: string, value: string | null): boolean {
  const { state } = editor
  const node = state.doc.nodeAt(part.position)
  if (node?.type !== part.node.type || node.attrs[name] === value) return true
  editor.view.dispatch(closeHistory(state.tr.setNodeAttribute(part.position, name, value)))
  return true
}

/** The caption may have grown since the bar was drawn. */
function sizeNow({ editor, part }: Props): number {
  return editor.state.doc.nodeAt(part.position)?.nodeSize ?? 0
}
