import './editor.css'
import { schemaVersion } from '#common/document/schema'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { PageFrame } from '#renderer/ui/PageFrame.tsx'
import type { ReadDraft } from './draft/read-draft.ts'
import { previewPath } from './panel/preview-path.ts'

interface Props {
  readonly article: string
  readonly why: Exclude<ReadDraft, { readonly kind: 'document' }>
}

/** A draft this program may not edit: it is never put into an editor, so nothing can overwrite it. */
export function ShownOnly({ article, why }: Props) {
  const { t } = useText()
  const problem =
    why.kind === 'newer'
      ? { code: 'document-newer', params: { version: schemaVersion + 1 } }
      : { code: 'document-invalid', params: { reason: why.reason } }
  return (
    <div className="editor-screen">
      <div className="editor-bands">
        <Band tone="trouble" title={t('editor.shownOnly')}>
          {problemText(t, problem)}
        </Band>
      </div>
      <PageFrame title={t('editor.preview.title')} path={previewPath(article, { version: '' })} />
    </div>
  )
}
