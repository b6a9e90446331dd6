import { dayInVietnam, startOfDay } from '#common/domain/vietnam-time'
import './records.css'
import { FolderCheck } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { Output } from '#common/api/contract'
import type { InspectionScope } from '#common/api/records-operations'
import type { ArticleId } from '#common/domain/ids'
import { useAsk, useCommand } from '#renderer/api/queries.ts'
import { FolderDialog } from '#renderer/commands/FolderDialog.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { TaskProgress } from '#renderer/commands/TaskProgress.tsx'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { DayInput } from './DayInput.tsx'
import { PackContents } from './PackContents.tsx'

/** "Hồ sơ kiểm tra": says what a pack for inspectors would hold, and makes it. */
export function InspectionScreen() {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  const articles = (params.get('bai') ?? '').split(',').filter(Boolean) as ArticleId[]
  const [from, setFrom] = useState(firstOfMonth)
  const [to, setTo] = useState(today)
  const [comments, setComments] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [made, setMade] = useState<Output<'inspection.make'> | null>(null)
  const scope: InspectionScope =
    articles.length > 0
      ? { kind: 'articles', articles }
      : { kind: 'period', from: startOfDay(from), to: startOfDay(to, 1) }
  const { value: contents, problem } = useAsk('inspection.preview', { scope }, { keepPrevious: true })
  const task = useAsk('safekeeping.read', {}).value?.task ?? null
  const make = useCommand('inspection.make')

  async function run(folder: string) {
    setMade(null)
    const answer = await make.run({ scope, comments, folder })
    if (answer.ok) setMade(answer.value)
  }

  return (
    <Screen
      title={t('inspection.title')}
      actions={<Button onClick={() => navigate(paths.records)}>{t('inspection.back')}</Button>}
    >
      <div className="inspection">
        <p>{t('inspection.intro')}</p>
        <section aria-label={t('inspection.scope')}>
          <h2>{t('inspection.scope')}</h2>
          {articles.length > 0 ? (
            <p>
              {t('inspection.chosen', { count: articles.length })}{' '}
              <Button size="small" look="quiet" onClick={() => navigate(paths.inspection([]))}>
                {t('inspection.byPeriod')}
              </Button>
            </p>
          ) : (
            <div className="inspection-days">
              <DayInput
                label={t('inspection.from')}
                value={from}
                onChange={day => day !== '' && setFrom(day)}
              />
              <DayInput label={t('inspection.to')} value={to} onChange={day => day !== '' && setTo(day)} />
            </div>
          )}
        </section>
        {problem !== null && <Band tone="trouble">{problemText(t, problem)}</Band>}
        {contents?.articles === 0 && <Band tone="info">{t('inspection.nothing')}</Band>}
        {contents !== undefined && contents.articles > 0 && (
          <>
            <PackContents contents={contents} />
            <Checkbox checked={comments} onChange={setComments} disabled={contents.comments === 0}>
              {t('inspection.comments', { count: contents.comments })}
            </Checkbox>
            <div>
              <Button
                look="primary"
                icon={<FolderCheck size={16} />}
                disabled={task !== null}
                busy={make.busy}
                onClick={() => setChoosing(true)}
              >
                {t('inspection.choose')}
              </Button>
            </div>
          </>
        )}
        {task !== null && <TaskProgress task={task} />}
        {made !== null && (
          <Band
            tone="good"
            title={t('inspection.done', {
              articles: made.articles,
              approvals: made.approvals,
              size: formatBytes(made.bytes, language),
            })}
          >
            <p>
              <code>{made.path}</code>
            </p>
            <p>{t('inspection.doneNext')}</p>
            <p>
              <code>{made.sha256}</code>
            </p>
          </Band>
        )}
      </div>
      {choosing && (
        <FolderDialog
          title={t('inspection.folderTitle')}
          text={t('inspection.folderText')}
          action={t('inspection.folderAction')}
          onClose={() => setChoosing(false)}
          onChoose={async path => {
            void run(path)
            return true
          }}
        />
      )}
    </Screen>
  )
}

/** `YYYY-MM-DD` in Vietnam. */
function today(): string {
  return dayInVietnam(Date.now())
}

function firstOfMonth(): string {
  return `${today().slice(0, 8)}01`
}
