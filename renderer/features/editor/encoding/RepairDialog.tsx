import './repair-dialog.css'
import { type Editor, useEditorState } from '@tiptap/react'
import { useMemo, useState } from 'react'
import { decodeAs } from '#common/vietnamese/encodings/decode-as'
import { detectLegacy } from '#common/vietnamese/encodings/detect-legacy'
import { type LegacyEncoding, legacyEncodings } from '#common/vietnamese/encodings/legacy-encoding'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { say } from '#renderer/ui/toasts.ts'
import {
  closeOffer,
  type EncodingRepair,
  encodingRepair,
  repairTexts,
  takeBackRepair,
} from '../extensions/repair-encoding.ts'
import { withFonts } from './font-spans.ts'
import { blocksBetween, type PlacedChange, placeChanges } from './placed-blocks.ts'
import { RepairPreview } from './RepairPreview.tsx'

/** Before and after of a text in old fonts; nothing changes until it is accepted, and it can be taken back. */
export function RepairDialog({ editor }: { readonly editor: Editor }) {
  const offered = useEditorState({ editor, selector: ({ editor }) => encodingRepair(editor.state).offered })
  return offered === null ? null : <OfferedRepair editor={editor} offered={offered} />
}

interface OfferedProps {
  readonly editor: Editor
  readonly offered: NonNullable<EncodingRepair['offered']>
}

type Choice = LegacyEncoding | 'auto'

function OfferedRepair({ editor, offered }: OfferedProps) {
  const { t } = useText()
  const [choice, setChoice] = useState<Choice>('auto')
  const { doc } = editor.state
  const { blocks, findings } = useMemo(() => {
    const placed = blocksBetween(doc, offered.from, offered.to)
    const runs = withFonts(
      placed.map(block => block.runs),
      offered.fonts,
    )
    const charactersAtLeast = offered.by === 'paste' ? undefined : 0
    const found =
      choice === 'auto'
        ? detectLegacy(runs, charactersAtLeast === undefined ? {} : { charactersAtLeast })
        : decodeAs(runs, choice)
    return { blocks: placed, findings: found }
  }, [doc, offered, choice])
  const count = findings.reduce((sum, finding) => sum + finding.changes.length, 0)
  const guessed = findings.flatMap(finding => finding.changes).filter(change => change.guessed).length
  const close = () => {
    closeOffer(editor.view)
    editor.view.focus()
  }
  const apply = () => {
    closeOffer(editor.view)
    repair(placeChanges(blocks, findings))
  }
  const repair = (changes: readonly PlacedChange[]) => {
    const repaired = repairTexts(editor.view, changes)
    editor.view.focus()
    say(t('editor.encoding.done', { count: repaired }), {
      label: t('editor.encoding.takeBack'),
      run: () => takeBackRepair(editor.view),
    })
  }
  const { undone } = encodingRepair(editor.state)
  return (
    <Dialog
      open
      size="large"
      title={t('editor.encoding.title')}
      description={t(`editor.encoding.${offered.by === 'paste' ? 'pasted' : 'chosen'}`)}
      onOpenChange={open => {
        if (!open) close()
      }}
      onSubmit={apply}
      footer={
        <>
          {offered.by === 'command' && undone.length > 0 && (
            <Button
              onClick={() => {
                close()
                takeBackRepair(editor.view)
              }}
            >
              {t('editor.encoding.takeBack')}
            </Button>
          )}
          <Button onClick={close}>{t('editor.encoding.keep')}</Button>
          <Button type="submit" look="primary" disabled={count === 0}>
            {t('editor.encoding.apply', { count })}
          </Button>
        </>
      }
    >
      {offered.by === 'command' && (
        <Field label={t('editor.encoding.encoding')}>
          <Select<Choice>
            value={choice}
            onChange={setChoice}
            options={(['auto', ...legacyEncodings] as const).map(value => ({
              value,
              label: t(`editor.encoding.${value}`),
            }))}
          />
        </Field>
      )}
      {count === 0 ? (
        <p className="repair-none">
          {t(choice === 'auto' ? 'editor.encoding.none' : 'editor.encoding.noneSo')}
        </p>
      ) : (
        <RepairPreview
          texts={blocks.map(({ runs }) => runs.map(run => run.text).join(''))}
          findings={findings}
        />
      )}
      {guessed > 0 && <p className="repair-note">{t('editor.encoding.guessed', { count: guessed })}</p>}
    </Dialog>
  )
}
