import './proofreading.css'
import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { readInput } from '../read-input.ts'
import { applyFix } from './apply-fix.ts'
import { openedFinding, openFinding, type PlacedFinding } from './proofread-marks.ts'
import { fixText, reasonText } from './reason-text.ts'
import type { Proofreading } from './use-proofreader.ts'

interface Props {
  readonly editor: Editor
  readonly editable: boolean
  readonly proofreading: Proofreading
}

/** Beside a marked word: why it is marked, what could stand there, and how to be left in peace. */
export function ProofreadCard({ editor, editable, proofreading }: Props) {
  const placed = useEditorState({ editor, selector: ({ editor }) => openedFinding(editor.state) })
  if (placed === null || !editable) return null
  return <Card key={placed.from} {...{ editor, placed, proofreading }} />
}

function Card({
  editor,
  placed,
  proofreading,
}: Omit<Props, 'editable'> & { readonly placed: PlacedFinding }) {
  const { t } = useText()
  const card = useRef<HTMLDivElement>(null)
  const { finding } = placed
  const close = () => {
    readInput(editor.view)
    editor.view.dispatch(openFinding(editor.state.tr, null))
    editor.view.focus()
  }
  // F7 selects the words and hands the keyboard to the card; a click only puts the caret there.
  useEffect(() => {
    if (!editor.state.selection.empty) card.current?.querySelector<HTMLElement>('button')?.focus()
  }, [editor])
  const { left, bottom } = editor.view.coordsAtPos(placed.from)
  return (
    <div
      ref={card}
      className="popup proof-card"
      role="dialog"
      aria-label={t('proofreading.card')}
      style={{
        left: Math.max(8, Math.min(left, window.innerWidth - 348)),
        top: Math.min(bottom + 6, window.innerHeight - 220),
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <p className="proof-reason" data-severity={finding.severity}>
        {reasonText(t, finding)}
      </p>
      <div className="proof-fixes">
        {finding.fixes.slice(0, 4).map(fix => (
          <Button
            key={fix}
            size="small"
            look="plain"
            onClick={() => {
              applyFix(editor, placed, fix)
              editor.view.focus()
            }}
          >
            {fixText(t, fix)}
          </Button>
        ))}
      </div>
      <div className="proof-ignore">
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            proofreading.ignoreHere(placed)
            close()
          }}
        >
          {t('proofreading.ignoreHere')}
        </Button>
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            proofreading.ignoreAlways(placed)
            close()
          }}
        >
          {t('proofreading.ignoreAlways')}
        </Button>
        <Button size="small" look="quiet" shortcut="F7" onClick={proofreading.next}>
          {t('proofreading.next')}
        </Button>
      </div>
    </div>
  )
}
