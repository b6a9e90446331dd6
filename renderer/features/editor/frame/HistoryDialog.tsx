import { useState } from 'react'
import type { ArticleView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { KeptStates } from '../draft/KeptStates.tsx'
import { FullPreview } from '../panel/FullPreview.tsx'
import { previewPath } from '../panel/preview-path.ts'
import { originKey, VersionActions } from './VersionActions.tsx'

interface Props {
  readonly view: ArticleView
  readonly onClose: () => void
}

/** Every text that was ever submitted, newest first, each to look at as it was. */
export function HistoryDialog({ view, onClose }: Props) {
  const { t } = useText()
  const [shown, setShown] = useState<string | null>(null)
  const revisions = view.revisions.toSorted((a, b) => b.number - a.number)
  return (
    <Dialog
      open
      title={t('editor.history.title')}
      description={revisions.length === 0 ? t('editor.history.empty') : t('editor.history.text')}
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      <ol className="revision-list">
        {revisions.map(revision => (
          <li key={revision.id}>
            <strong>
              {t('editor.history.number', { number: revision.number })}
              {revision.name !== undefined && ` “${revision.name}”`}
            </strong>
            <span>
              {view.people[revision.by]} · {t(originKey(revision))}
            </span>
            <time dateTime={revision.at}>{formatInstant(revision.at)}</time>
            <Button size="small" look="quiet" onClick={() => setShown(revision.hash)}>
              {t('editor.history.show')}
            </Button>
            <VersionActions view={view} revision={revision} onRestored={onClose} />
          </li>
        ))}
      </ol>
      {view.allowed.includes('edit') && <KeptStates article={view.article.id} onBroughtBack={onClose} />}
      {shown !== null && (
        <FullPreview
          path={previewPath(view.article.id, { revision: shown })}
          onClose={() => setShown(null)}
        />
      )}
    </Dialog>
  )
}
