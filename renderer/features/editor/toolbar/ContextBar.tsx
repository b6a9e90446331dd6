import { type Editor, useEditorState } from '@tiptap/react'
import { useText } from '#renderer/text/use-text.ts'
import { AttachmentBar, FigureBar, PollBar } from './PartBars.tsx'
import { type SelectedPart, selectedPart } from './selected-part.ts'
import { TableBar } from './TableBar.tsx'

/** What belongs to the picture, file, poll or table at the cursor; nothing elsewhere. */
export function ContextBar({ editor }: { readonly editor: Editor }) {
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
      {part.name === 'attachment' && <AttachmentBar key={part.position} {...props} />}
      {part.name === 'poll' && <PollBar key={part.position} {...props} />}
      {part.name === 'table' && <TableBar editor={editor} />}
    </fieldset>
  )
}

function isSamePart(a: SelectedPart | null, b: SelectedPart | null): boolean {
  if (a === null || b === null) return a === b
  const { type, attrs, childCount } = b.node
  return a.position === b.position && a.node.hasMarkup(type, attrs) && a.node.childCount === childCount
}
