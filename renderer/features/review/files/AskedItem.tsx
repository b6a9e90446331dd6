import { useState } from 'react'
import type { Output } from '#common/api/contract'
import { returnReasons } from '#common/domain/article'
import { ComparisonView } from '#renderer/comparison/ComparisonView.tsx'
import { countsText } from '#renderer/comparison/counts-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Field, TextArea } from '#renderer/ui/Field.tsx'
import { PageFrame, type Passage } from '#renderer/ui/PageFrame.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { CheckList } from '../panel/CheckList.tsx'
import type { Decided } from './decided.ts'

interface Props {
  readonly item: Output<'approvalFiles.read'>['items'][number]
  /** Null: nothing to decide here. */
  readonly decided: Decided | null
  readonly onDecide: (decided: Decided) => void
}

type Tab = 'page' | 'changes' | 'checks'

/** One text of an approval file: its page, what changed, what the program found, and the decision. */
export function AskedItem({ item, decided, onDecide }: Props) {
  const { t } = useText()
  const [tab, setTab] = useState<Tab>('page')
  const [passage, setPassage] = useState<Passage | null>(null)
  const counts = item.isNew ? null : countsText(t, item.comparison.counts)
  return (
    <section className="asked-item" aria-label={item.headline}>
      <h2>{item.headline}</h2>
      <p className="quiet">{`${item.authors.join(', ')} · ${t('review.number', { number: item.number })}`}</p>
      <Tabs
        value={tab}
        keepMounted
        onChange={next => {
          setPassage(null)
          setTab(next)
        }}
        label={t('review.show')}
        tabs={[
          {
            value: 'page',
            label: t('review.page'),
            panel: (
              <div className="asked-page">
                <PageFrame
                  title={t('review.page')}
                  path={item.pagePath}
                  passage={passage}
                  onNotShown={() => say(t('review.passageNotShown'))}
                />
              </div>
            ),
          },
          {
            value: 'changes',
            label: item.isNew
              ? t('review.changesNew')
              : counts === null
                ? t('review.changesNone')
                : t('review.changes', { counts }),
            panel: (
              <div className="changes">
                {item.isNew ? (
                  <p>{t('review.base.none')}</p>
                ) : (
                  <ComparisonView comparison={item.comparison} layout="inline" />
                )}
              </div>
            ),
          },
          {
            value: 'checks',
            label: t('review.checks'),
            count: item.checks.length + item.passages.length,
            panel: (
              <CheckList
                checks={item.checks}
                passages={item.passages}
                onPassage={one => {
                  setPassage(one)
                  setTab('page')
                }}
              />
            ),
          },
        ]}
      />
      {decided !== null && <Choice headline={item.headline} decided={decided} onDecide={onDecide} />}
    </section>
  )
}

const choices = ['approve', 'return', 'comment'] as const

function Choice({
  headline,
  decided,
  onDecide,
}: Omit<Props, 'item' | 'decided'> & { headline: string; decided: Decided }) {
  const { t } = useText()
  const remarks = decided.decision === 'none' ? [] : decided.remarks
  const choose = (decision: (typeof choices)[number]) => {
    if (decision === 'return') onDecide({ decision, reason: 'facts', note: '', remarks })
    else onDecide({ decision, remarks })
  }
  return (
    <fieldset className="asked-choice">
      <legend>{t('review.files.decision')}</legend>
      {choices.map(choice => (
        <label key={choice}>
          <input
            type="radio"
            name={headline}
            checked={decided.decision === choice}
            onChange={() => choose(choice)}
          />
          {t(`review.files.choice.${choice}`)}
        </label>
      ))}
      {decided.decision === 'return' && (
        <>
          <Select
            label={t('review.reason')}
            value={decided.reason}
            options={returnReasons.map(reason => ({ value: reason, label: t(`returnReasons.${reason}`) }))}
            onChange={reason => onDecide({ ...decided, reason })}
          />
          <Field label={t('review.note')}>
            <TextArea
              rows={3}
              maxLength={2_000}
              value={decided.note}
              onChange={event => onDecide({ ...decided, note: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
      {decided.decision !== 'none' && (
        <Field label={t('review.files.remark')}>
          <TextArea
            rows={2}
            maxLength={2_000}
            value={remarks[0]?.text ?? ''}
            onChange={event => {
              const text = event.currentTarget.value
              onDecide({ ...decided, remarks: text.trim() === '' ? [] : [{ quote: '', text }] })
            }}
          />
        </Field>
      )}
    </fieldset>
  )
}
