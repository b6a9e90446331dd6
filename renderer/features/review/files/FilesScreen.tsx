import './files.css'
import { Link } from 'wouter'
import type { ExchangeView } from '#common/api/approval-operations'
import { formatInstant } from '#common/domain/vietnam-time'
import { useAsk } from '#renderer/api/queries.ts'
import { paths } from '#renderer/commands/paths.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ImportButton } from './ImportButton.tsx'
import { KeyRegister } from './KeyRegister.tsx'

/** "Tệp duyệt": what went to reviewers elsewhere, what came to be decided, and whose keys are believed. */
export function FilesScreen() {
  const { t } = useText()
  const { value, problem, again } = useAsk('approvalFiles.list', {})
  return (
    <Screen title={t('review.files.title')} actions={<ImportButton onDone={again} />}>
      <div className="approval-files">
        {problem !== null && <Band tone="trouble">{problemText(t, problem)}</Band>}
        <p className="quiet">{t('review.files.about')}</p>
        <ul className="exchange-list">
          {value?.exchanges.map(exchange => (
            <li key={exchange.id}>
              <Link to={paths.approvalFile(exchange.id)}>
                <ExchangeLine exchange={exchange} />
              </Link>
            </li>
          ))}
        </ul>
        {value?.exchanges.length === 0 && <p>{t('review.files.none')}</p>}
        <KeyRegister />
      </div>
    </Screen>
  )
}

function ExchangeLine({ exchange }: { readonly exchange: ExchangeView }) {
  const { t } = useText()
  const { direction, person, organisation, items, at, answer } = exchange
  const [first] = items
  const more = items.length > 1 ? ` ${t('review.files.more', { count: items.length - 1 })}` : ''
  return (
    <>
      <strong>{`${first?.headline ?? ''}${more}`}</strong>
      <span className="quiet">
        {direction === 'sent'
          ? t('review.files.sentTo', { name: person, time: formatInstant(at) })
          : t('review.files.cameFrom', { name: person, organisation, time: formatInstant(at) })}
      </span>
      <span data-answered={answer !== null}>
        {answer === null
          ? t(direction === 'sent' ? 'review.files.waiting' : 'review.files.toDecide')
          : t('review.files.answered', { time: formatInstant(answer.at) })}
      </span>
    </>
  )
}
