import './comparison.css'
import type { Comparison } from '#common/api/comparison'
import { useText } from '#renderer/text/use-text.ts'
import { ComparedBlockView } from './ComparedBlockView.tsx'
import { foldSame } from './fold-same.ts'
import { Runs, type Side } from './Runs.tsx'

export type Layout = 'inline' | 'columns'

interface Props {
  readonly comparison: Comparison
  readonly layout: Layout
}

/** Two texts in one, or beside each other; what stayed is folded away. */
export function ComparisonView({ comparison, layout }: Props) {
  const { t, language } = useText()
  const sides: readonly Side[] = layout === 'inline' ? ['both'] : ['before', 'after']
  return (
    <div className="comparison" data-layout={layout}>
      {foldSame(comparison.blocks).map(folded =>
        folded.kind === 'same' ? (
          <p key={folded.index} className="compared-same">
            {t('review.unchangedBlocks', { count: folded.count })}
          </p>
        ) : (
          <div key={folded.index} className="compared-row">
            {sides.map(side => (
              <div key={side}>
                <ComparedBlockView block={folded.block} side={side} />
              </div>
            ))}
          </div>
        ),
      )}
      {comparison.fields.length > 0 && (
        <>
          <h3>{t('review.part.fields')}</h3>
          {comparison.fields.map(field => (
            <div key={field.key} className="compared-row">
              {sides.map(side => (
                <p key={side} className="compared-field">
                  <span>{field.label[language]}: </span>
                  <Runs runs={field.runs} side={side} />
                </p>
              ))}
            </div>
          ))}
        </>
      )}
    </div>
  )
}
