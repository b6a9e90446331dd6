import { closeHistory } from '@tiptap/pm/history'
import { MoveDown, MoveUp, TextCursorInput } from 'lucide-react'
import { NodeRange } from 'prosemirror-model'
import { procedurePartIds } from '#common/domain/procedure-part'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { carryBlocks } from '../extensions/move-block.ts'
import { addDetails } from '../extensions/step-keys.ts'
import { readInput } from '../read-input.ts'
import { ChoiceAttribute, type PartProps, RemoveButton } from './PartAttribute.tsx'

/** What can be done with the step at the cursor. */
export function StepBar(props: PartProps) {
  const { t } = useText()
  const { editor, part } = props
  return (
    <div className="context-bar-buttons">
      <Button
        size="small"
        icon={<TextCursorInput size={15} />}
        onMouseDown={event => event.preventDefault()}
        onClick={() =>
          editor
            .chain()
            .focus()
            .setTextSelection(part.position + 2)
            .command(({ tr }) => addDetails(tr))
            .run()
        }
      >
        {t('editor.step.details')}
      </Button>
      <MoveButtons {...props} />
      <RemoveButton {...props} />
      <span className="context-bar-hint">{t('editor.step.hint')}</span>
    </div>
  )
}

/** Which part of the procedure it is, and where it stands. */
export function SectionBar(props: PartProps) {
  return (
    <>
      <ChoiceAttribute
        {...props}
        name="part"
        label="editor.section.part"
        choices={procedurePartIds.map(value => ({ value, label: `editor.section.${value}` as const }))}
      />
      <div className="context-bar-buttons">
        <MoveButtons {...props} />
        <RemoveButton {...props} />
      </div>
    </>
  )
}

/** Carries the whole part; the cursor stays in it. */
function MoveButtons({ editor, part }: PartProps) {
  const { t } = useText()
  const move = (by: 1 | -1) => {
    readInput(editor.view)
    const { tr } = editor.state
    const $start = tr.doc.resolve(part.position)
    const size = $start.nodeAfter?.nodeSize ?? 0
    carryBlocks(tr, new NodeRange($start, tr.doc.resolve(part.position + size), $start.depth), by)
    editor.view.dispatch(closeHistory(tr))
    editor.view.focus()
  }
  return ([-1, 1] as const).map(by => (
    <Button
      key={by}
      size="small"
      look="quiet"
      icon={by < 0 ? <MoveUp size={15} /> : <MoveDown size={15} />}
      onMouseDown={event => event.preventDefault()}
      onClick={() => move(by)}
    >
      {t(by < 0 ? 'editor.structure.up' : 'editor.structure.down')}
    </Button>
  ))
}
