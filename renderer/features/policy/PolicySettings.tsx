import './policy.css'
import { useState } from 'react'
import type { PolicyView } from '#common/api/review-operations'
import { kinds } from '#common/domain/kinds/registry'
import { type ReviewRules, signingRoles } from '#common/domain/review-policy'
import { formatInstant } from '#common/domain/vietnam-time'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { ExceptionFields } from './ExceptionFields.tsx'
import { LevelFields } from './LevelFields.tsx'

/** "Cài đặt → Quy trình duyệt": how many levels sign, in which order and who. */
export function PolicySettings() {
  const { t } = useText()
  const { value, problem, again } = useAsk('review.policy', {})
  if (problem !== null) return <ProblemBand problem={problem} again={again} />
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return <PolicyPage key={value.history.length} policy={value} />
}

function PolicyPage({ policy }: { readonly policy: PolicyView }) {
  const { t } = useText()
  const mayChange = useSession().may('account.manage')
  const { run, busy } = useCommand('review.setPolicy')
  const [rules, setRules] = useState<ReviewRules>(policy.rules)
  const accounts = useAsk('accounts.list', {}).value?.accounts ?? []
  const people = accounts.filter(
    ({ active, roles }) => active && signingRoles.some(role => roles.includes(role)),
  )
  const save = async () => {
    if ((await run({ rules })).ok) say(t('policy.saved'))
  }
  return (
    <div className="machine-settings">
      <section>
        <h2>{t('policy.usual')}</h2>
        <p>{t('policy.about')}</p>
        <LevelFields
          levels={rules.levels}
          people={people}
          disabled={!mayChange}
          onChange={levels => setRules({ ...rules, levels })}
        />
      </section>
      {rules.exceptions.map((exception, at) => (
        <ExceptionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: an exception is its place in the order
          key={at}
          exception={exception}
          people={people}
          disabled={!mayChange}
          onChange={next => setRules({ ...rules, exceptions: rules.exceptions.toSpliced(at, 1, next) })}
          onRemove={() => setRules({ ...rules, exceptions: rules.exceptions.toSpliced(at, 1) })}
        />
      ))}
      {mayChange && (
        <section>
          <div>
            <Button
              onClick={() =>
                setRules({
                  ...rules,
                  exceptions: [
                    ...rules.exceptions,
                    { kinds: [kinds[0]?.id ?? 'news'], categories: [], levels: rules.levels },
                  ],
                })
              }
            >
              {t('policy.addException')}
            </Button>
          </div>
          <Switch checked={rules.sameSigner} onChange={sameSigner => setRules({ ...rules, sameSigner })}>
            {t('policy.sameSigner')}
          </Switch>
          <div>
            <Button look="primary" busy={busy} onClick={() => void save()}>
              {t('ui.save')}
            </Button>
          </div>
        </section>
      )}
      {policy.history.length > 0 && (
        <section>
          <h2>{t('policy.history')}</h2>
          <ul>
            {policy.history.map(({ number, byName, at, levels }) => (
              <li key={number}>
                {t('policy.entry', { number, name: byName, at: formatInstant(at) })}
                {` · ${levels.map(level => level.name).join(' → ')}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
