import { RotateCcw } from 'lucide-react'
import { useEffect } from 'react'
import type { ArticleId } from '#common/domain/ids'
import { formatInstant } from '#common/domain/vietnam-time'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { say } from '#renderer/ui/toasts.ts'

interface Props {
  readonly article: ArticleId
  readonly onBroughtBack: () => void
}

/** What autosaving kept, by the clock; any of it can become the draft again. */
export function KeptStates({ article, onBroughtBack }: Props) {
  const { t } = useText()
  const { value, again } = useAsk('drafts.states', { article })
  const { run, busy } = useCommand('drafts.bringBack')
  // Typing makes no answer old (the editor follows drafts itself), so every opening of the list asks anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening; `again` is another function each time
  useEffect(() => again(), [])
  return (
    <section className="kept-states">
      <h3>{t('editor.kept.title')}</h3>
      <p>{value?.states.length === 0 ? t('editor.kept.empty') : t('editor.kept.text')}</p>
      <ol className="revision-list">
        {value?.states.map(({ version, at }) => {
          const time = formatInstant(at)
          return (
            <li key={version}>
              <time className="kept-state-time numbers" dateTime={at}>
                {time}
              </time>
              <Button
                size="small"
                look="quiet"
                icon={<RotateCcw size={15} />}
                aria-label={t('editor.kept.bringBackAt', { time })}
                disabled={busy}
                onClick={async () => {
                  const done = await run({ article, version })
                  if (!done.ok) return
                  say(t('editor.kept.done', { time }))
                  onBroughtBack()
                }}
              >
                {t('editor.kept.bringBack')}
              </Button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
