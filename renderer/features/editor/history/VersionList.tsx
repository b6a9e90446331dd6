import type { ArticleView } from '#common/api/views'
import type { RevisionHash } from '#common/domain/ids'
import { formatInstant } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { originKey, VersionActions } from './VersionActions.tsx'

interface Props {
  readonly view: ArticleView
  readonly onShow: (hash: RevisionHash) => void
  readonly onCompare: (hash: RevisionHash) => void
  readonly onRestored: () => void
}

/** Newest first: what was submitted, what was kept, and what was kept before something was brought back. */
export function VersionList({ view, onShow, onCompare, onRestored }: Props) {
  const { t } = useText()
  return (
    <ol className="revision-list">
      {view.revisions
        .toSorted((a, b) => b.number - a.number)
        .map(revision => (
          <li key={revision.id}>
            <strong>
              {t('versions.number', { number: revision.number })}
              {revision.name !== undefined && ` “${revision.name}”`}
            </strong>
            <span>
              {view.people[revision.by]} · {t(originKey(revision))}
            </span>
            <time dateTime={revision.at}>{formatInstant(revision.at)}</time>
            <span className="revision-actions">
              <Button size="small" look="quiet" onClick={() => onShow(revision.hash)}>
                {t('editor.history.show')}
              </Button>
              <Button size="small" look="quiet" onClick={() => onCompare(revision.hash)}>
                {t('versions.compare')}
              </Button>
              <VersionActions view={view} revision={revision} onRestored={onRestored} />
            </span>
          </li>
        ))}
    </ol>
  )
}
