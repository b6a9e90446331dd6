import { formatInstant } from '#common/domain/vietnam-time'
import { useSession } from '#renderer/api/session.tsx'
import { restoreArticles } from '#renderer/commands/article-commands.ts'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { reopenArticle, withdrawArticle } from './editor-commands.ts'
import type { EditorTarget } from './editor-target.ts'
import { rowOf } from './row-of.ts'

/** What holds this article right now, and what can be done about it. Drafts need no band. */
export function StageBand({ target }: { readonly target: EditorTarget }) {
  const { t } = useText()
  const { account } = useSession()
  const { view } = target
  const { article, people } = view
  const nameOf = (id: string | undefined) => (id === undefined ? '' : (people[id] ?? ''))
  switch (article.stage) {
    case 'draft':
      return null
    case 'returned':
      return article.returned === null ? null : (
        <Band
          tone="amber"
          title={t('editor.band.returned', { reason: t(`returnReasons.${article.returned.reason}`) })}
        >
          {article.returned.note !== '' && <p className="band-quote">{article.returned.note}</p>}
          <p className="band-by">
            {t('editor.band.by', {
              name: nameOf(article.returned.by),
              at: formatInstant(article.returned.at),
            })}
          </p>
        </Band>
      )
    case 'submitted':
      return (
        <Band tone="info" title={t('editor.band.submitted')} actions={<FrozenActions target={target} />}>
          {t('editor.band.submittedText')}
        </Band>
      )
    case 'in-review':
      return article.claim?.by === account.id ? (
        <Band tone="info" title={t('editor.band.mine')} actions={<FrozenActions target={target} />}>
          {t('editor.band.mineText')}
        </Band>
      ) : (
        <Band tone="info" title={t('editor.band.inReview', { name: nameOf(article.claim?.by) })}>
          {t('editor.band.inReviewText')}
        </Band>
      )
    case 'approved':
      return (
        <Band
          tone="good"
          title={t('editor.band.approved', { name: nameOf(article.approval?.by) })}
          actions={<ApprovedActions target={target} />}
        >
          {t('editor.band.approvedText')}
        </Band>
      )
    case 'spiked':
      return (
        <Band
          tone="info"
          title={t('editor.band.spiked', { name: nameOf(article.spiked?.by) })}
          actions={
            view.allowed.includes('restore') && (
              <CommandButton command={restoreArticles} target={[rowOf(view, account.id)]} />
            )
          }
        >
          {article.spiked?.reason}
        </Band>
      )
  }
}

function FrozenActions({ target }: { readonly target: EditorTarget }) {
  const { t } = useText()
  const { navigate, session } = useCommandContext()
  const { view } = target
  return (
    <>
      {view.allowed.includes('withdraw') && <CommandButton command={withdrawArticle} target={target} />}
      {session.may('article.edit-others') && (
        <Button onClick={() => navigate(paths.review(view.article.id))}>{t('editor.openReview')}</Button>
      )}
    </>
  )
}

function ApprovedActions({ target }: { readonly target: EditorTarget }) {
  const { t } = useText()
  const { navigate } = useCommandContext()
  const { view } = target
  return (
    <>
      {view.allowed.includes('reopen') && <CommandButton command={reopenArticle} target={target} />}
      {view.mayPublish && (
        <Button onClick={() => navigate(paths.publishing)}>{t('editor.goPublishing')}</Button>
      )}
    </>
  )
}
