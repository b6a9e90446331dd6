import { type Editor, useEditorState } from '@tiptap/react'
import { useText } from '#renderer/text/use-text.ts'
import type { EditorTools } from './editor-action.ts'
import { GalleryBar } from './GalleryBar.tsx'
import { AttachmentBar, CalloutBar, FigureBar, PollBar, PullQuoteBar } from './PartBars.tsx'
import { SectionBar, StepBar } from './StructureBars.tsx'
import { type SelectedPart, selectedPart } from './selected-part.ts'
import { TableBar } from './TableBar.tsx'

interface Props {
  readonly editor: Editor
  readonly tools: EditorTools
}

/** What belongs to the picture, file, poll, table … at the cursor; nothing elsewhere. */
export function ContextBar({ editor, tools }: Props) {
  const { t } = useText()
  const part = useEditorState({
    editor,
    selector: ({ editor }) => (editor.isEditable ? selectedPart(editor.state) : null),
    // Typing in a caption moves nothing here.
    equalityFn: isSamePart,
  })
  if (part === null) return null
  const props = { editor, part }
  return (
    <fieldset className="context-bar" aria-label={t(`editor.part.${part.name}`)}>
      <strong>{t(`editor.part.${part.name}`)}</strong>
      {part.name === 'figure' && <FigureBar key={part.position} {...props} />}
      {(part.name === 'gallery' || part.within === 'gallery') && (
        <GalleryBar key={`gallery.${part.position}`} {...props} tools={tools} />
      )}
      {part.name === 'callout' && <CalloutBar key={part.position} {...props} />}
      {part.name === 'pullQuote' && <PullQuoteBar key={part.position} {...props} />}
      {part.name === 'attachment' && <AttachmentBar key={part.position} {...props} />}
      {part.name === 'poll' && <PollBar key={part.position} {...props} />}
      {part.name === 'step' && <StepBar {...props} />}
      {part.name === 'procedureSection' && <SectionBar key={part.position} {...props} />}
      {part.name === 'table' && <TableBar editor={editor} />}
    </fieldset>
  )
}

function isSamePart(a: SelectedPart | null, b: SelectedPart | null): boolean {
  if (a === null || b === null) return a === b
  const { type, attrs, childCount } = b.node
  return a.position === b.position && a.node.hasMarkup(type, attrs) && a.node.childCount === childCount
}
