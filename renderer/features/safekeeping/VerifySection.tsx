import { ShieldCheck } from 'lucide-react'
import type { SafekeepingView } from '#common/api/safekeeping'
import { useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { useMoment } from '#renderer/ui/use-moment.ts'
import { NewestBackup } from './NewestBackup.tsx'

/** Reads the whole store again and names the first thing that is not as it was written. */
export function VerifySection({ view }: { readonly view: SafekeepingView }) {
  const { t, number } = useText()
  const moment = useMoment()
  const verify = useCommand('safekeeping.verify')
  const { verification } = view
  const bad = verification?.firstBad ?? null
  return (
    <section aria-label={t('verify.title')}>
      <h2>{t('verify.title')}</h2>
      <p>{t('verify.text')}</p>
      <div className="store-actions">
        <Button
          icon={<ShieldCheck size={16} />}
          disabled={view.task !== null}
          busy={verify.busy}
          onClick={() => void verify.run({})}
        >
          {t('verify.run')}
        </Button>
      </div>
      {verification?.ok === true && (
        <Band tone="good" title={t('verify.whole', { at: moment(verification.at) })}>
          {t('verify.counts', { records: number(verification.records), blobs: number(verification.blobs) })}
        </Band>
      )}
      {verification !== null && bad !== null && (
        <Band tone="trouble" title={t('verify.broken', { at: moment(verification.at) })}>
          <dl className="store-facts">
            <dt>{t('verify.file')}</dt>
            <dd>
              <code>{bad.file}</code>
            </dd>
            <dt>{t('verify.place')}</dt>
            <dd>
              {bad.sequence === null
                ? t('verify.byte', { offset: number(bad.offset) })
                : t('verify.record', { sequence: number(bad.sequence), offset: number(bad.offset) })}
            </dd>
            <dt>{t('verify.reason')}</dt>
            <dd>
              <code>{bad.reason}</code>
            </dd>
          </dl>
          <p>{t('verify.next')}</p>
          <NewestBackup last={view.backup.last} />
        </Band>
      )}
    </section>
  )
}
