import type { SafekeepingView } from '#common/api/safekeeping'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { NewestBackup } from './NewestBackup.tsx'

/** What the last opening found, in plain words: what happened, what was kept where, what to do next. */
export function StoreState({ view }: { readonly view: SafekeepingView }) {
  const { t, language } = useText()
  const { readOnly, recovery, place, space, checkpointFailure } = view
  // A store that only reads was left as it was found: nothing is mended in it.
  const isMended = readOnly === null && (recovery.tornBytes > 0 || recovery.checkpoint !== 'newest')
  const isWell =
    readOnly === null && !isMended && place === null && space.level === 'enough' && checkpointFailure === null
  return (
    <section aria-label={t('safekeeping.state')}>
      <h2>{t('safekeeping.state')}</h2>
      {isWell && <Band tone="good">{t('safekeeping.well')}</Band>}
      {readOnly !== null && (
        <Band tone="trouble" title={t(`safekeeping.readOnly.${readOnly.cause}`)}>
          <p>{t(`safekeeping.readOnlyNext.${readOnly.cause}`)}</p>
          {readOnly.cause === 'damaged' && <NewestBackup last={view.backup.last} />}
          <details>
            <summary>{t('ui.technical')}</summary>
            <code>{readOnly.detail}</code>
          </details>
        </Band>
      )}
      {isMended && (
        <Band tone="amber" title={t('safekeeping.mended')}>
          {recovery.tornBytes > 0 && <p>{t('safekeeping.mendedTorn', { count: recovery.tornBytes })}</p>}
          {recovery.checkpoint !== 'newest' && <p>{t(`safekeeping.mendedFrom.${recovery.checkpoint}`)}</p>}
          {recovery.quarantine !== null && (
            <p>
              {t('safekeeping.keptAt')} <code>{recovery.quarantine}</code>
            </p>
          )}
          <p>{t('safekeeping.mendedNext')}</p>
        </Band>
      )}
      {checkpointFailure !== null && (
        <Band tone="amber" title={t('safekeeping.checkpointFailed')}>
          <p>{t('safekeeping.checkpointNext')}</p>
          <code>{checkpointFailure}</code>
        </Band>
      )}
      {space.level !== 'enough' && (
        <Band
          tone={space.level === 'low' ? 'amber' : 'trouble'}
          title={t(`safekeeping.space.${space.level}`)}
        >
          {t(`safekeeping.spaceNext.${space.level}`)}
        </Band>
      )}
      {place !== null && (
        <Band tone="amber" title={t(`safekeeping.place.${place.kind}`, { name: place.name })}>
          {t('safekeeping.placeNext')}
        </Band>
      )}
      <dl className="store-facts">
        <dt>{t('safekeeping.directory')}</dt>
        <dd>
          <code>{view.directory}</code>
        </dd>
        <dt>{t('safekeeping.free')}</dt>
        <dd>
          {space.freeBytes === null ? t('safekeeping.freeUnknown') : formatBytes(space.freeBytes, language)}
        </dd>
      </dl>
    </section>
  )
}
