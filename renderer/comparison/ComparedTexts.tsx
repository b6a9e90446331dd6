import { type ReactNode, useState } from 'react'
import type { Comparison } from '#common/api/comparison'
import type { Problem } from '#common/api/problems/problem'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Segments } from '#renderer/ui/Segments.tsx'
import { ComparisonView, type Layout } from './ComparisonView.tsx'
import { countsText } from './counts-text.ts'

interface Props {
  readonly label: string
  /** What chooses the two texts. */
  readonly tools: ReactNode
  /** Undefined while it is asked for. */
  readonly comparison: Comparison | undefined
  readonly problem: Problem | null
  readonly children?: ReactNode
}

/** Two texts, inline or side by side, with how much differs said in one line. */
export function ComparedTexts({ label, tools, comparison, problem, children }: Props) {
  const { t } = useText()
  const [layout, setLayout] = useState<Layout>('inline')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
    <section className="changes-scroll" aria-label={label} tabIndex={0}>
      <div className="changes" data-layout={layout}>
        <div className="changes-tools">
          {tools}
          <Segments
            label={t('review.layout')}
            value={layout}
            options={[
              { value: 'inline', label: t('review.layout.inline') },
              { value: 'columns', label: t('review.layout.columns') },
            ]}
            onChange={setLayout}
          />
        </div>
        {problem !== null && <Band tone="trouble">{problemText(t, problem)}</Band>}
        {children}
        {comparison !== undefined && problem === null && (
          <>
            <p className="changes-base">{countsText(t, comparison.counts) ?? t('review.sameWords')}</p>
            <ComparisonView comparison={comparison} layout={layout} />
          </>
        )}
      </div>
    </section>
  )
}
