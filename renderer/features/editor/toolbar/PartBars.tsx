import { Plus } from 'lucide-react'
import { calloutTones, pictureDisplays } from '#common/document/schema'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { addChoice } from '../extensions/poll-choice.ts'
import { FocusButton } from './FocusButton.tsx'
import {
  ChoiceAttribute,
  InstantAttribute,
  type PartProps,
  RemoveButton,
  sizeNow,
  TextAttribute,
} from './PartAttribute.tsx'

export function FigureBar(props: PartProps) {
  const { part } = props
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
      {part.within !== 'gallery' && (
        <ChoiceAttribute
          {...props}
          name="display"
          label="editor.figure.display"
          choices={pictureDisplays.map(value => ({ value, label: `editor.figure.${value}` as const }))}
        />
      )}
      <FocusButton {...props} />
      <RemoveButton {...props} />
    </>
  )
}

export function CalloutBar(props: PartProps) {
  return (
    <>
      <ChoiceAttribute
        {...props}
        name="tone"
        label="editor.callout.tone"
        choices={calloutTones.map(value => ({ value, label: `editor.callout.${value}` as const }))}
      />
      <RemoveButton {...props} />
    </>
  )
}

export function PullQuoteBar(props: PartProps) {
  return (
    <>
      <TextAttribute {...props} name="by" label="editor.pullQuote.by" />
      <RemoveButton {...props} />
    </>
  )
}

export function AttachmentBar(props: PartProps) {
  return (
    <>
      <TextAttribute {...props} name="label" label="editor.attachment.label" />
      <RemoveButton {...props} />
    </>
  )
}

export function PollBar(props: PartProps) {
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
