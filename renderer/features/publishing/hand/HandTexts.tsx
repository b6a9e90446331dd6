import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { HandSheet } from '#common/api/hand-sheet'
import { correctionHeading } from '#common/domain/publication'
import { formatInstant } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'

type Text = NonNullable<HandSheet['text']>

interface Row {
  readonly label: string
  readonly words: string
  /** Formatted, for the body. */
  readonly html?: string
}

/** Each field of the portal's form with its words and a button that copies them. */
export function HandTexts({ text }: { readonly text: Text }) {
  const { t } = useText()
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set())
  const [failed, setFailed] = useState<string | null>(null)
  const { correction } = text
  const rows: Row[] = [
    { label: t('hand.headline'), words: text.headline },
    { label: t('hand.lead'), words: text.lead },
    ...(correction === null
      ? []
      : [
          {
            label: t('hand.correction'),
            words: `${correctionHeading(correction)}: ${correction.text}`,
          },
        ]),
    { label: t('hand.body'), words: text.bodyText, html: text.bodyHtml },
    { label: t('hand.category'), words: text.category },
    { label: t('hand.tags'), words: text.tags.join(', ') },
    { label: t('hand.date'), words: formatInstant(text.publishedAt) },
  ].filter(({ words }) => words !== '')
  async function copy({ label, words, html }: Row) {
    const plain = new Blob([words], { type: 'text/plain' })
    const item =
      html === undefined
        ? { 'text/plain': plain }
        : { 'text/plain': plain, 'text/html': new Blob([html], { type: 'text/html' }) }
    try {
      await navigator.clipboard.write([new ClipboardItem(item)])
    } catch {
      // The browser or another program keeps the clipboard to itself; the words can still be marked and copied by hand.
      setFailed(label)
      return
    }
    setFailed(null)
    setCopied(before => new Set(before).add(label))
  }
  return (
    <ul className="hand-texts">
      {rows.map(row => (
        <li key={row.label}>
          <span className="hand-field">{row.label}</span>
          <span className="hand-words" data-whole={failed === row.label || undefined}>
            {row.words}
          </span>
          <Button
            size="small"
            icon={copied.has(row.label) ? <Check size={15} /> : <Copy size={15} />}
            aria-label={t('hand.copyField', { field: row.label })}
            onClick={() => void copy(row)}
          >
            {t(copied.has(row.label) ? 'hand.copied' : 'hand.copy')}
          </Button>
          {failed === row.label && <Band tone="trouble">{t('hand.copyFailed')}</Band>}
        </li>
      ))}
    </ul>
  )
}
