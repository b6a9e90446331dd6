import { NodeSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { ImagePlus, Ungroup } from 'lucide-react'
import type { Transaction } from 'prosemirror-state'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { readInput } from '../read-input.ts'
import type { EditorTools } from './editor-action.ts'
import { type PartProps, RemoveButton } from './PartAttribute.tsx'

interface Props extends PartProps {
  readonly tools: EditorTools
}

/** The gallery as a whole, or what one of its pictures can do with it. */
export function GalleryBar(props: Props) {
  const { t } = useText()
  const { editor, part, tools } = props
  const isWhole = part.name === 'gallery'
  return (
    <div className="context-bar-buttons">
      <Button
        size="small"
        icon={<ImagePlus size={15} />}
        onMouseDown={event => event.preventDefault()}
        onClick={() => tools.pickPictures()}
      >
        {t('editor.gallery.add')}
      </Button>
      <Button
        size="small"
        look="quiet"
        icon={<Ungroup size={15} />}
        onMouseDown={event => event.preventDefault()}
        onClick={() =>
          change(editor, tr => (isWhole ? dissolve(tr, part.position) : takeOut(tr, part.position)))
        }
      >
        {t(isWhole ? 'editor.gallery.dissolve' : 'editor.gallery.takeOut')}
      </Button>
      {isWhole && <RemoveButton {...props} />}
    </div>
  )
}

function change(editor: Editor, run: (tr: Transaction) => void): void {
  readInput(editor.view)
  const { tr } = editor.state
  run(tr)
  editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
}

/** Every picture for itself, in the same place. */
function dissolve(tr: Transaction, position: number): void {
  const gallery = tr.doc.nodeAt(position)
  if (gallery?.type.name !== 'gallery') return
  tr.replaceWith(position, position + gallery.nodeSize, gallery.content)
  tr.setSelection(NodeSelection.create(tr.doc, position))
}

/** The picture goes below its gallery; the last one takes the gallery with it. */
function takeOut(tr: Transaction, position: number): void {
  const $figure = tr.doc.resolve(position)
  const figure = $figure.nodeAfter
  if (figure === null || $figure.parent.type.name !== 'gallery') return
  if ($figure.parent.childCount === 1) {
    dissolve(tr, $figure.before())
    return
  }
  const after = $figure.after()
  tr.insert(after, figure).delete(position, position + figure.nodeSize)
  tr.setSelection(NodeSelection.create(tr.doc, after - figure.nodeSize))
}
