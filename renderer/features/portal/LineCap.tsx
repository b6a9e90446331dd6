import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'

/** In kbit/s, as line contracts name them. */
const caps = [128, 256, 512, 1_000, 2_000, 5_000] as const

/** How much of a shared line sending may take, so that the one-stop desk next door can still work. */
export function LineCap() {
  const { t } = useText()
  const { value } = useAsk('publishing.read', {})
  const save = useCommand('line.setCap')
  if (value === undefined) return null
  const kbit = value.capBytesPerSecond === null ? 'none' : String((value.capBytesPerSecond * 8) / 1_000)
  return (
    <section className="line-cap">
      <Field label={t('portal.cap')} hint={t('portal.capHint')}>
        <Select<string>
          value={kbit}
          disabled={save.busy}
          options={[
            { value: 'none', label: t('portal.capNone') },
            ...caps.map(cap => ({ value: String(cap), label: t('portal.capKbit', { cap }) })),
          ]}
          onChange={next =>
            void save.run({ bytesPerSecond: next === 'none' ? null : (Number(next) * 1_000) / 8 })
          }
        />
      </Field>
    </section>
  )
}
