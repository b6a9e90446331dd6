import '../settings.css'
import type { TemplateBook } from '#common/domain/template-book'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { SnippetSection } from './SnippetSection.tsx'
import { TemplateSection } from './TemplateSection.tsx'
import { TimetableSection } from './TimetableSection.tsx'

/** "Cài đặt → Mẫu tin": templates and snippets of the office, and drafts that are made by themselves. */
export function TemplatesSettings() {
  const { t } = useText()
  const mayChange = useSession().may('article.edit-others')
  const { value, problem, again } = useAsk('templates.read', {})
  const { run } = useCommand('templates.change')
  if (problem !== null) return <ProblemBand problem={problem} again={again} />
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  const save = async (book: TemplateBook): Promise<boolean> => {
    const answer = await run({ book })
    if (answer.ok) say(t('templates.saved'))
    return answer.ok
  }
  const section = { book: value.book, mayChange, onSave: save }
  return (
    <div className="machine-settings names-settings">
      <p>{t('templates.about')}</p>
      <TemplateSection {...section} />
      <SnippetSection {...section} />
      <TimetableSection {...section} />
    </div>
  )
}
