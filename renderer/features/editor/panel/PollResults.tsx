import { RefreshCw } from 'lucide-react'
import type { Output } from '#common/api/contract'
import { articleId } from '#common/domain/ids'
import { useAsk } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'

type Result = Output<'polls.results'>['results'][number]

const share = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 })

/** What readers answered so far, asked of the portals; nothing before the article is on one. */
export function PollResults({ article }: { readonly article: string }) {
  const { t } = useText()
  const { value, problem, again } = useAsk('polls.results', { article: articleId.parse(article) })
  if (problem === null && (value === undefined || value.results.length === 0)) return null
  return (
    <fieldset>
      <legend>{t('editor.poll.results')}</legend>
      {problem !== null && <p className="field-hint">{problemText(t, problem)}</p>}
      {value?.results.map(result => (
        <PortalResult key={result.portal} result={result} />
      ))}
      <div>
        <Button size="small" icon={<RefreshCw size={15} />} onClick={again}>
          {t('editor.poll.readResults')}
        </Button>
      </div>
    </fieldset>
  )
}

function PortalResult({ result: { name, poll } }: { readonly result: Result }) {
  const { t } = useText()
  const total = poll.choices.reduce((sum, { votes }) => sum + votes, 0)
  return (
    <section className="poll-results" aria-label={name}>
      <p>{t('editor.poll.votes', { name, count: total })}</p>
      <ul>
        {poll.choices.map(({ choice, text, votes }) => (
          <li key={choice}>
            {text}
            <strong>{` ${votes} (${share.format(total === 0 ? 0 : votes / total)})`}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
