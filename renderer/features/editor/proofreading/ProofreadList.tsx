import './proofreading.css'
import { type Editor, useEditorState } from '@tiptap/react'
import { SpellCheck } from 'lucide-react'
import { useMemo } from 'react'
import { type RuleClass, ruleClasses, ruleOf } from '#common/vietnamese/proofreading/rule-table'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { applyAll, applyFix } from './apply-fix.ts'
import { marksReading, type PlacedFinding, placedFindings } from './proofread-marks.ts'
import { fixText, reasonText } from './reason-text.ts'
import { goTo } from './use-proofreader.ts'

interface Props {
  readonly editor: Editor
  readonly editable: boolean
}

/** How many findings are marked; read again only when the worker has answered. */
export function useFindings(editor: Editor): readonly PlacedFinding[] {
  const reading = useEditorState({ editor, selector: ({ editor }) => marksReading(editor.state) })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reading is what makes the list old
  return useMemo(() => placedFindings(editor.state), [editor, reading])
}

/** "Soát lỗi": what the proofreader found, class by class; one click goes there, one mends it or all of its rule. */
export function ProofreadList({ editor, editable }: Props) {
  const { t } = useText()
  const findings = useFindings(editor)
  if (findings.length === 0) return null
  return (
    <section className="proof-list" aria-label={t('proofreading.title')}>
      <h2>
        <SpellCheck size={16} aria-hidden="true" />
        {`${t('proofreading.title')} (${findings.length})`}
      </h2>
      {ruleClasses.map(name => (
        <ClassGroup
          key={name}
          name={name}
          findings={findings.filter(({ finding }) => ruleOf(finding.rule).class === name)}
          editor={editor}
          editable={editable}
        />
      ))}
    </section>
  )
}

function ClassGroup({
  name,
  findings,
  editor,
  editable,
}: Props & { readonly name: RuleClass; readonly findings: readonly PlacedFinding[] }) {
  const { t } = useText()
  if (findings.length === 0) return null
  const rules = [...new Set(findings.map(({ finding }) => finding.rule))]
  return (
    <section>
      <h3>{t(`proofreading.classes.${name}`)}</h3>
      <ul>
        {findings.map(placed => {
          const [fix] = placed.finding.fixes
          return (
            <li key={`${placed.finding.rule}.${placed.from}`}>
              <button type="button" className="proof-item" onClick={() => goTo(editor, placed)}>
                <span className="proof-words" data-severity={placed.finding.severity}>
                  {shownWords(editor, placed)}
                </span>
                <span>{reasonText(t, placed.finding)}</span>
              </button>
              {editable && fix !== undefined && (
                <Button size="small" look="quiet" onClick={() => applyFix(editor, placed, fix)}>
                  {fix.trim() === '' ? fixText(t, fix) : shownWords(editor, placed, fix)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {editable &&
        rules.map(rule => {
          const same = findings.filter(({ finding }) => finding.rule === rule && finding.fixes.length > 0)
          if (same.length < 2) return null
          return (
            <Button
              key={rule}
              size="small"
              onClick={() => say(t('proofreading.mended', { count: applyAll(editor, same) }))}
            >
              {t('proofreading.mendAll', { count: same.length, name: t(`proofreading.names.${rule}`) })}
            </Button>
          )
        })}
    </section>
  )
}

/** A blank or a mark alone says nothing: it is shown with the words it stands between, each blank drawn. */
function shownWords(
  { state }: Editor,
  { words: found, from, to, place }: PlacedFinding,
  words = found,
): string {
  // The list may be drawn before the text that is there now was read.
  const isGone = to > state.doc.content.size
  if (/[\p{L}\p{N}]/u.test(words) || place !== undefined || isGone) return shorten(words.trim())
  const around = state.doc.resolve(from)
  const before = state.doc.textBetween(around.start(), from, ' ', ' ')
  const after = state.doc.textBetween(to, Math.max(to, around.end()), ' ', ' ')
  const drawn = words.replaceAll(/\s/g, '␣')
  return `${before.split(/\s/).at(-1) ?? ''}${drawn}${after.split(/\s/)[0] ?? ''}`
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 38)}…` : words
}
