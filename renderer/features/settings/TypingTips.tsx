import { useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Field, TextInput } from '#renderer/ui/Field.tsx'

/** How to set a Vietnamese typing tool, and a line to try it on. */
export function TypingTips() {
  const { t } = useText()
  const [sample, setSample] = useState('')
  const composed = sample !== '' && sample !== sample.normalize('NFC')
  return (
    <section>
      <h2>{t('typing.title')}</h2>
      <ul>
        <li>{t('typing.unicode')}</li>
        <li>{t('typing.tools')}</li>
        <li>{t('typing.old')}</li>
      </ul>
      <Field label={t('typing.try')} hint={composed ? t('typing.composed') : t('typing.tryHint')}>
        <TextInput value={sample} onChange={event => setSample(event.target.value)} />
      </Field>
    </section>
  )
}
