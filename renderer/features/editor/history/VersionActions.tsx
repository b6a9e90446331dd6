import type { ArticleView } from '#common/api/views'
import type { Revision } from '#common/domain/article'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { say } from '#renderer/ui/toasts.ts'

interface Props {
  readonly view: ArticleView
  readonly revision: Revision
  readonly onRestored: () => void
}

/** Naming a version, and making it the draft again. */
export function VersionActions({ view, revision, onRestored }: Props) {
  const { t } = useText()
  const { asker, tell } = useCommandContext()
  const { number } = revision
  const { id: article, stage } = view.article
  const nameIt = async () => {
    const name = await asker.text({
      title: t('versions.nameTitle', { number }),
      label: t('versions.nameLabel'),
      action: t('ui.save'),
    })
    if (name !== null) await tell('revisions.name', { article, number, name })
  }
  const restore = async () => {
    const sure = await asker.confirm({
      title: t('versions.restoreTitle', { number }),
      description: t('versions.restoreText'),
      action: t('versions.restore'),
    })
    if (!sure || (await tell('revisions.restore', { article, number })) === null) return
    say(t('versions.restored'))
    onRestored()
  }
  const isOpen = stage === 'draft' || stage === 'returned'
  return (
    <>
      <Button size="small" look="quiet" onClick={() => void nameIt()}>
        {t('versions.name')}
      </Button>
      {isOpen && view.allowed.includes('edit') && (
        <Button size="small" look="quiet" onClick={() => void restore()}>
          {t('versions.restore')}
        </Button>
      )}
    </>
  )
}

/** Why a version was made. */
export function originKey({ origin }: Pick<Revision, 'origin'>) {
  switch (origin) {
    case 'kept':
      return 'versions.kept'
    case 'automatic':
      return 'versions.automatic'
    case undefined:
      return 'versions.submitted'
  }
}
