import { CircleAlert, CircleCheck, Lightbulb } from 'lucide-react'
import type { Check } from '#common/api/views'
import { checkText } from '#renderer/text/check-text.ts'
import { useText } from '#renderer/text/use-text.ts'

interface Props {
  readonly checks: readonly Check[]
  readonly onJump: (check: Check) => void
}

/** "Kiểm tra": what blocks the submission, what is worth a look; a click goes there. */
export function ChecksTab({ checks, onJump }: Props) {
  const { t } = useText()
  const must = checks.filter(check => check.level === 'must')
  const should = checks.filter(check => check.level === 'should')
  if (checks.length === 0) {
    return (
      <p className="checks-clean">
        <CircleCheck size={18} aria-hidden="true" />
        {t('editor.checks.clean')}
      </p>
    )
  }
  return (
    <div className="checks">
      <CheckGroup title={t('editor.checks.must')} level="must" checks={must} onJump={onJump} />
      <CheckGroup title={t('editor.checks.should')} level="should" checks={should} onJump={onJump} />
    </div>
  )
}

interface GroupProps extends Props {
  readonly title: string
  readonly level: Check['level']
}

function CheckGroup({ title, level, checks, onJump }: GroupProps) {
  const { t } = useText()
  const Icon = level === 'must' ? CircleAlert : Lightbulb
  if (checks.length === 0) return null
  return (
    <section data-level={level}>
      <h2>{`${title} (${checks.length})`}</h2>
      <ul>
        {checks.map((check, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one code may occur several times; the list is replaced as a whole
          <li key={`${check.code}.${index}`}>
            <button type="button" onClick={() => onJump(check)}>
              <Icon size={16} aria-hidden="true" />
              {checkText(t, check)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
