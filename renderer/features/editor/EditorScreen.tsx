import { useMemo } from 'react'
import { useAsk } from '#renderer/api/queries.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { ArticleEditor } from './ArticleEditor.tsx'
import { readDraft } from './draft/read-draft.ts'
import { useDraft } from './draft/use-draft.ts'
import { ShownOnly } from './ShownOnly.tsx'

/** "Soạn tin": one article, its text, its fields and what readers will see of it. */
export function EditorScreen({ articleId }: { readonly articleId: string }) {
  const { t } = useText()
  const { navigate } = useCommandContext()
  const { opened, reopen } = useDraft(articleId)
  const { value: view, problem: viewProblem } = useAsk('articles.read', { article: articleId })
  const read = useMemo(() => (opened.kind === 'open' ? readDraft(opened.draft) : null), [opened])
  const problem = opened.kind === 'problem' ? opened.problem : viewProblem
  if (problem !== null) {
    return (
      <Band
        tone="trouble"
        actions={
          <>
            <Button onClick={reopen}>{t('ui.tryAgain')}</Button>
            <Button onClick={() => navigate(paths.articles)}>{t('editor.toArticles')}</Button>
          </>
        }
      >
        {problemText(t, problem)}
      </Band>
    )
  }
  if (opened.kind !== 'open' || read === null || view === undefined)
    return <ScreenSpinner label={t('editor.opening')} />
  if (read.kind !== 'document') return <ShownOnly document={opened.draft.document} why={read} />
  return (
    <ArticleEditor key={opened.opening} draft={opened.draft} json={read.json} view={view} onReopen={reopen} />
  )
}
