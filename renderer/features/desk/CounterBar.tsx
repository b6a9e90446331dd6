import { Link } from 'wouter'
import { useCounters } from '#renderer/api/counters.ts'
import { useSession } from '#renderer/api/session.tsx'
import type { Counter } from '#renderer/commands/counters.ts'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'

/** The numbers of the desk; each leads to exactly what it counts. */
export function CounterBar({ current }: { readonly current: Counter }) {
  const { t, number } = useText()
  const { may } = useSession()
  const counters = useCounters()
  const countOf = (count: number | undefined) => (count === undefined ? '–' : number(count))
  const shown: readonly Counter[] = [
    'all',
    ...(may('article.write') ? (['drafts', 'returnedToMe'] as const) : []),
    ...(may('article.sign') ? (['waitingForMyReview'] as const) : []),
    'waitingToPush',
    ...rare.filter(counter => (counters?.[counter] ?? 0) > 0 || current === counter),
    'attention',
  ]
  return (
    <nav className="counter-bar" aria-label={t('counters.label')}>
      {shown.map(counter => (
        <Link
          key={counter}
          to={counter === 'all' ? paths.desk : paths.deskCounter(counter)}
          className="counter"
          aria-current={counter === current ? 'true' : undefined}
          data-tone={(counters?.[counter] ?? 0) > 0 ? tones[counter] : undefined}
        >
          <span className="counter-number numbers">{countOf(counters?.[counter])}</span>
          <span>{t(`counters.${counter}`)}</span>
        </Link>
      ))}
    </nav>
  )
}

/** Shown only where they count something. */
const rare = ['urgent', 'mentioned'] as const

const tones: Partial<Record<Counter, 'amber' | 'trouble'>> = {
  returnedToMe: 'amber',
  urgent: 'amber',
  mentioned: 'amber',
  attention: 'trouble',
}
