import './editor.css'
import { rawLines } from '#common/document/raw-lines'
import { schemaVersion } from '#common/document/schema'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import type { ReadDraft } from './draft/read-draft.ts'
import { unknownPart } from './unknown-part.ts'

interface Props {
  /** As it is stored. */
  readonly document: unknown
  readonly why: Exclude<ReadDraft, { readonly kind: 'document' }>
}

/** A draft this program may not edit: it is never put into an editor, so nothing can overwrite it. */
export function ShownOnly({ document, why }: Props) {
  const { t } = useText()
  const [headline, ...lines] = rawLines(document)
  const words = () => {
    if (why.kind === 'newer')
      return problemText(t, { code: 'document-newer', params: { version: schemaVersion + 1 } })
    const part = unknownPart(why.reason)
    return part === null
      ? t('editor.shownOnly.broken', { reason: why.reason })
      : t('editor.shownOnly.unknown', { part })
  }
  return (
    <div className="editor-screen">
      <div className="editor-bands">
        <Band tone="trouble" title={t('editor.shownOnly')}>
          {words()}
        </Band>
      </div>
      <article className="shown-only" lang="vi" aria-label={t('editor.shownOnly')}>
        <h1>{headline}</h1>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text that cannot change
          <p key={index}>{line}</p>
        ))}
      </article>
    </div>
  )
}
