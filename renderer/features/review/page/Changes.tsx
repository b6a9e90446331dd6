import { useState } from 'react'
import type { ReviewView } from '#common/api/views'
import type { RevisionHash } from '#common/domain/ids'
import { useAsk } from '#renderer/api/queries.ts'
import { ComparedTexts } from '#renderer/comparison/ComparedTexts.tsx'
import { versionLabel } from '#renderer/comparison/version-label.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Select } from '#renderer/ui/Select.tsx'

interface Props {
  readonly review: ReviewView
  readonly label: string
}

type From = RevisionHash | 'usual'

/** What changed since the text readers (or the last reviewer) saw; any two versions where somebody chooses others. */
export function Changes({ review, label }: Props) {
  const { t } = useText()
  const [from, setFrom] = useState<From>('usual')
  const { article, revisions } = review.article
  const asked = useAsk(
    'revisions.compare',
    { article: article.id, from: from === 'usual' ? null : from, to: article.revision ?? 'draft' },
    { enabled: from !== 'usual', keepPrevious: true },
  )
  const { base } = review.comparison
  const older = revisions.filter(({ number }) => number !== article.revisionNumber)
  return (
    <ComparedTexts
      label={label}
      tools={
        <Select<From>
          label={t('review.compareWith')}
          value={from}
          options={[
            { value: 'usual', label: t(`review.base.${base}`) },
            ...older.map(revision => ({ value: revision.hash, label: versionLabel(t, revision) })),
          ]}
          onChange={setFrom}
        />
      }
      comparison={from === 'usual' ? review.comparison : asked.value?.comparison}
      problem={asked.problem}
    />
  )
}
