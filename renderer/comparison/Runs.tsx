import type { TextRun } from '#common/api/comparison'
import { useText } from '#renderer/text/use-text.ts'
import { shorten } from './shorten.ts'

/** Which text of a comparison is shown: both in one, or one of them. */
export type Side = 'both' | 'before' | 'after'

interface Props {
  readonly runs: readonly TextRun[]
  readonly side: Side
  /** A long stretch that stayed is cut in the middle. */
  readonly short?: boolean
}

/** Words that came, went or look different now. */
export function Runs({ runs, side, short = false }: Props) {
  const gone = side === 'before' ? 'added' : side === 'after' ? 'removed' : null
  return runs
    .filter(run => run.change !== gone)
    .map((run, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one comparison never change places
      <Run key={index} run={run} side={side} short={short} />
    ))
}

function Run({ run, side, short }: { readonly run: TextRun; readonly side: Side; readonly short: boolean }) {
  const { t } = useText()
  const marks = run.change === 'formatted' && side === 'before' ? run.marksBefore : run.marks
  const className = marks.map(mark => `mark-${mark.split(' ')[0]}`).join(' ')
  switch (run.change) {
    case 'added':
      return <ins className={className}>{run.text}</ins>
    case 'removed':
      return <del className={className}>{run.text}</del>
    case 'formatted':
      return (
        <mark
          className={className}
          title={t('review.formatChanged', { before: list(run.marksBefore), after: list(run.marks) })}
        >
          {run.text}
        </mark>
      )
    case 'same':
      return <span className={className}>{short ? shorten(run.text) : run.text}</span>
  }
  function list(names: readonly string[]): string {
    const words = names.map(name => {
      const [mark = '', ...rest] = name.split(' ')
      const known = markNames.find(candidate => candidate === mark)
      return [known === undefined ? mark : t(`review.mark.${known}`), ...rest].join(' ')
    })
    return words.length === 0 ? t('review.mark.none') : words.join(', ')
  }
}

const markNames = [
  'bold',
  'italic',
  'underline',
  'strike',
  'subscript',
  'superscript',
  'link',
  'picture',
  'file',
] as const
