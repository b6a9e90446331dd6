import './editor.css'
import { schemaVersion } from '#common/document/schema'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { PageFrame } from '#renderer/ui/PageFrame.tsx'
import type { ReadDraft } from './draft/read-draft.ts'
import { previewPath } from './panel/preview-path.ts'
import { unknownPart } from './unknown-part.ts'

interface Props {
  readonly article: string
  readonly why: Exclude<ReadDraft, { readonly kind: 'document' }>
}

/** A draft this program may not edit: it is never put into an editor, so nothing can overwrite it. */
export function ShownOnly({ article, why }: Props) {
  const { t } = useText()
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
      <PageFrame title={t('editor.preview.title')} path={previewPath(article, { version: '' })} />
    </div>
  )
}
