import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '#common/api/contract'
import { useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'

/** Reads the whole journal and every stored file again and says whether anything changed. */
export function VerifyStore() {
  const { t, language } = useText()
  const verify = useCommand('store.verify')
  const [result, setResult] = useState<Output<'store.verify'> | null>(null)
  const number = (value: number) => value.toLocaleString(language)
  async function run() {
    setResult(null)
    const answer = await verify.run({})
    if (answer.ok) setResult(answer.value)
  }
  return (
    <section>
      <h2>{t('store.title')}</h2>
      <p>{t('store.text')}</p>
      <div>
        <Button icon={<ShieldCheck size={16} />} busy={verify.busy} onClick={() => void run()}>
          {t('store.verify')}
        </Button>
      </div>
      {result?.ok === true && (
        <Band tone="good">
          {t('store.whole', { records: number(result.records), blobs: number(result.blobs) })}
        </Band>
      )}
      {result?.ok === false && (
        <Band tone="trouble" title={t('store.broken')}>
          {t('store.brokenText', { place: result.firstBad ?? '' })}
        </Band>
      )}
    </section>
  )
}
