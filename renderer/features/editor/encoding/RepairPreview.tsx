import type { LegacyFinding, WordChange } from '#common/vietnamese/encodings/legacy-finding'
import { useText } from '#renderer/text/use-text.ts'

interface Props {
  /** Texts of the blocks that the findings speak of. */
  readonly texts: readonly string[]
  readonly findings: readonly LegacyFinding[]
}

const shownAtMost = 40

/** Every paragraph that changes, as it is and as it will be, with the changed words marked. */
export function RepairPreview({ texts, findings }: Props) {
  const { t } = useText()
  const changed = texts.flatMap((text, block) => {
    const changes = findings.filter(finding => finding.block === block).flatMap(finding => finding.changes)
    return changes.length === 0 ? [] : [{ block, text, changes }]
  })
  const hidden = changed.length - shownAtMost
  return (
    <div className="repair-preview">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('editor.encoding.before')}</th>
            <th scope="col">{t('editor.encoding.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.slice(0, shownAtMost).map(({ block, text, changes }) => (
            <tr key={block}>
              <td>{marked(text, changes, 'before')}</td>
              <td lang="vi">{marked(text, changes, 'after')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="repair-note">{t('editor.encoding.more', { count: hidden })}</p>}
    </div>
  )
}

function marked(text: string, changes: readonly WordChange[], side: 'before' | 'after') {
  let at = 0
  const parts = changes.flatMap(change => {
    const untouched = text.slice(at, change.from)
    at = change.to
    return [
      untouched,
      <mark key={change.from} data-side={side} data-guessed={change.guessed || undefined}>
        {change[side]}
      </mark>,
    ]
  })
  return [...parts, text.slice(at)]
}
