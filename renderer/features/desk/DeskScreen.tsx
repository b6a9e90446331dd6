import { FilePlus2, Inbox } from 'lucide-react'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { type Counter, counterOfSlug } from '#renderer/commands/counters.ts'
import { createNews, importFiles } from '#renderer/commands/create.ts'
import { FileDrop } from '#renderer/imports/FileDrop.tsx'
import { offerFiles } from '#renderer/imports/waiting-files.ts'
import { useText } from '#renderer/text/use-text.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ArticleList } from './ArticleList.tsx'
import { CounterBar } from './CounterBar.tsx'
import { CreateButton } from './CreateButton.tsx'
import { KeysHint } from './KeysHint.tsx'

/** "Bàn việc": what waits for this person, as counters that filter the list below. */
export function DeskScreen({ slug }: { readonly slug: string | undefined }) {
  const { t } = useText()
  const context = useCommandContext()
  const counter = counterOfSlug(slug)
  const take = (files: readonly File[]) => {
    if (!importFiles.isEnabled(context)) return
    offerFiles(files)
    void importFiles.run(context)
  }
  return (
    <Screen fill title={t('frame.desk')} actions={<CreateButton />}>
      <FileDrop words={t('desk.importDrop')} onFiles={take}>
        <KeysHint />
        <CounterBar current={counter} />
        <ArticleList
          key={counter}
          label={t(`counters.${counter}`)}
          filter={{ counter }}
          empty={<NothingHere counter={counter} />}
        />
      </FileDrop>
    </Screen>
  )
}

function NothingHere({ counter }: { readonly counter: Counter }) {
  const { t } = useText()
  const context = useCommandContext()
  if (counter !== 'all' && counter !== 'drafts') {
    return (
      <EmptyState icon={<Inbox size={24} />} title={t('desk.nothingWaits')}>
        {t(`desk.nothing.${counter}`)}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<FilePlus2 size={24} />}
      title={t('desk.empty')}
      action={
        createNews.isEnabled(context) && (
          <CommandButton command={createNews} target={undefined} look="primary" />
        )
      }
    >
      {t('desk.emptyText')}
    </EmptyState>
  )
}
