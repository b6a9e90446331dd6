import './files.css'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '#common/api/contract'
import { formatInstant } from '#common/domain/vietnam-time'
import { useAsk } from '#renderer/api/queries.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { AskedItem } from './AskedItem.tsx'
import { type Decided, isDecided } from './decided.ts'
import { Outcome } from './Outcome.tsx'
import { Passphrase } from './Passphrase.tsx'
import { saveBlob } from './save-blob.ts'

/** One approval file: to be decided here, or what became of it. */
export function ExchangeScreen({ id }: { readonly id: string }) {
  const { t } = useText()
  const { value, problem, again } = useAsk('approvalFiles.read', { exchange: id })
  if (problem !== null)
    return (
      <Screen title={t('review.files.title')}>
        <Band tone="trouble">{problemText(t, problem)}</Band>
      </Screen>
    )
  if (value === undefined) return <ScreenSpinner label={t('review.opening')} />
  return <OpenExchange key={id} request={value} onAnswered={again} />
}

interface Props {
  readonly request: Output<'approvalFiles.read'>
  readonly onAnswered: () => void
}

function OpenExchange({ request, onAnswered }: Props) {
  const { t } = useText()
  const { tell } = useCommandContext()
  const { exchange, items, mayDecide } = request
  const [decided, setDecided] = useState<Readonly<Record<string, Decided>>>({})
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const answers = items.flatMap(({ article }) => {
    const found = decided[article]
    return found !== undefined && isDecided(found) ? [{ article, ...found }] : []
  })
  const answer = async () => {
    setBusy(true)
    const done = await tell('approvalFiles.answer', {
      exchange: exchange.id,
      items: answers,
      ...(passphrase !== '' && { passphrase }),
    })
    setBusy(false)
    if (done === null) return
    saveBlob(done.file, done.fileName)
    say(t('review.files.answerMade', { name: done.fileName }))
    onAnswered()
  }
  const file = exchange.direction === 'sent' ? exchange : exchange.answer
  return (
    <Screen
      title={t('review.files.title')}
      subtitle={
        exchange.direction === 'sent'
          ? t('review.files.sentTo', { name: exchange.person, time: formatInstant(exchange.at) })
          : t('review.files.cameFrom', {
              name: exchange.person,
              organisation: exchange.organisation,
              time: formatInstant(exchange.at),
            })
      }
      actions={
        file?.file == null ? null : (
          <Button onClick={() => file.file !== null && saveBlob(file.file, file.fileName)}>
            {t('review.files.saveAgain')}
          </Button>
        )
      }
    >
      <div className="approval-files">
        <p>
          <Link to={paths.approvalFiles}>{t('review.files.all')}</Link>
        </p>
        {exchange.direction === 'received' && exchange.answer === null && !mayDecide && (
          <Band tone="amber">{t('review.files.notYours')}</Band>
        )}
        {exchange.answer !== null && <Outcome answer={exchange.answer} />}
        {items.map(item => (
          <AskedItem
            key={item.article}
            item={item}
            decided={mayDecide ? (decided[item.article] ?? { decision: 'none' }) : null}
            onDecide={next => setDecided({ ...decided, [item.article]: next })}
          />
        ))}
        {mayDecide && (
          <form
            className="exchange-answer"
            onSubmit={event => {
              event.preventDefault()
              void answer()
            }}
          >
            <p className="quiet">{t('review.files.answerText')}</p>
            <Passphrase value={passphrase} onChange={setPassphrase} />
            <Button type="submit" look="primary" busy={busy} disabled={answers.length < items.length}>
              {t('review.files.answer', { done: answers.length, of: items.length })}
            </Button>
          </form>
        )}
      </div>
    </Screen>
  )
}
