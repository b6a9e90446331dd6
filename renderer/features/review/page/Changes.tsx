import type { Comparison } from '#common/api/views'
import { useText } from '#renderer/text/use-text.ts'
import { shorten } from './shorten.ts'

type Part = Comparison['parts'][number]

interface Props {
  readonly comparison: Comparison
  readonly label: string
}

/** Word by word what was added and taken away, part by part; what stayed is shortened. */
export function Changes({ comparison, label }: Props) {
  const { t } = useText()
  const changed = comparison.parts.filter(part => part.differences.some(({ kind }) => kind !== 'same'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
    <section className="changes-scroll" aria-label={label} tabIndex={0}>
      <div className="changes">
        <p className="changes-base">{t(`review.base.${comparison.base}`)}</p>
        {changed.length === 0 && <p>{t('review.sameWords')}</p>}
        {changed.map(part => (
          <section key={part.part}>
            <h3>{t(`review.part.${part.part}`)}</h3>
            <Differences part={part} isNew={comparison.base === 'none'} />
          </section>
        ))}
      </div>
    </section>
  )
}

function Differences({ part, isNew }: { readonly part: Part; readonly isNew: boolean }) {
  return (
    <p className="changes-text" data-part={part.part}>
      {part.differences.map((difference, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one comparison never change places
        <Stretch key={`${index}.${difference.kind}`} difference={difference} isNew={isNew} />
      ))}
    </p>
  )
}

interface StretchProps {
  readonly difference: Part['differences'][number]
  /** Nothing to compare with: the text stands there plainly. */
  readonly isNew: boolean
}

function Stretch({ difference: { kind, text }, isNew }: StretchProps) {
  if (isNew) return text
  switch (kind) {
    case 'added':
      return <ins>{text}</ins>
    case 'removed':
      return <del>{text}</del>
    case 'same':
      return shorten(text)
  }
}
