import type { ComparedBlock } from '#common/api/comparison'
import { useText } from '#renderer/text/use-text.ts'
import { Runs, type Side } from './Runs.tsx'

interface Props {
  readonly block: ComparedBlock
  readonly side: Side
}

/** One block of a comparison, or one side of it; nothing where the block does not stand on that side. */
export function ComparedBlockView({ block, side }: Props) {
  const absent = side === 'before' ? 'added' : side === 'after' ? 'removed' : null
  if (block.change === absent) return null
  return (
    <div className="compared" data-change={block.change} data-kind={block.kind}>
      <Label block={block} side={side} />
      <Content block={block} side={side} />
    </div>
  )
}

/** What happened to the block as a whole, where the words alone do not say it. */
function Label({ block, side }: Props) {
  const { t } = useText()
  const style = block.kind === 'text' && block.styleBefore !== null && side !== 'before'
  const words = [
    block.change === 'moved' ? t('review.moved') : null,
    style && block.kind === 'text'
      ? t('review.styleChanged', {
          before: styleName(block.styleBefore ?? ''),
          after: styleName(block.style),
        })
      : null,
  ].filter(word => word !== null)
  return words.length === 0 ? null : <p className="compared-label">{words.join(' · ')}</p>

  function styleName(style: string): string {
    const last = style.split(' ').find(part => styles.some(known => known === part))
    const known = styles.find(candidate => candidate === last)
    const start = /\bstart(\d+)/.exec(style)?.[1]
    const name = known === undefined ? style : t(`review.style.${known}`)
    return start === undefined ? name : t('review.styleFrom', { name, start })
  }
}

const styles = [
  'procedureSection',
  'stepTitle',
  'bulletList',
  'orderedList',
  'blockquote',
  'callout-note',
  'callout-warning',
  'callout-danger',
  'pullQuote',
  'steps',
  'heading2',
  'heading3',
  'heading4',
  'paragraph',
  'headline',
  'lead',
] as const

function Content({ block, side }: Props) {
  switch (block.kind) {
    case 'text':
      return (
        <p
          className="changes-text"
          data-style={side === 'before' ? (block.styleBefore ?? block.style) : block.style}
        >
          <Runs runs={block.runs} side={side} short={side === 'both'} />
        </p>
      )
    case 'table':
      return (
        <div className="compared-table">
          <table>
            <tbody>
              {block.rows
                .filter(row => row.change !== goneOn(side))
                .map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one comparison never change places
                  <tr key={index} data-change={row.change}>
                    {row.cells
                      .filter(cell => cell.change !== goneOn(side))
                      .map((cell, column) => {
                        const Cell = cell.header ? 'th' : 'td'
                        return (
                          // biome-ignore lint/suspicious/noArrayIndexKey: nor do the cells of a row
                          <Cell key={column} data-change={cell.change}>
                            <Runs runs={cell.runs} side={side} />
                          </Cell>
                        )
                      })}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )
    case 'picture':
      return (
        <figure>
          <Pictures block={block} side={side} />
          <figcaption>
            <Runs runs={block.runs} side={side} />
          </figcaption>
          <Details details={block.details} side={side} />
        </figure>
      )
    case 'file':
    case 'poll':
      return <Details details={block.details} side={side} />
    case 'rule':
      return <hr />
  }
}

/** The old picture and the new one; once where it is the same. */
function Pictures({ block, side }: Props & { readonly block: Extract<ComparedBlock, { kind: 'picture' }> }) {
  const { t } = useText()
  const { picture, pictureBefore } = block
  const replaced = picture !== pictureBefore
  return (
    <div className="compared-pictures">
      {pictureBefore !== null && side !== 'after' && (replaced || side === 'before') && (
        <span data-change={replaced ? 'removed' : 'same'}>
          <img src={`/blob/${pictureBefore}`} alt={t('review.pictureBefore')} />
        </span>
      )}
      {picture !== null && side !== 'before' && (
        <span data-change={replaced ? 'added' : 'same'}>
          <img src={`/blob/${picture}`} alt={t('review.pictureAfter')} />
        </span>
      )}
    </div>
  )
}

interface DetailsProps {
  readonly details: Extract<ComparedBlock, { kind: 'file' }>['details']
  readonly side: Side
}

function Details({ details, side }: DetailsProps) {
  const { t } = useText()
  return (
    <dl className="compared-details">
      {details.map(({ name, runs }) => {
        const known = detailNames.find(candidate => candidate === name.split(' ')[0])
        return (
          <div key={name}>
            <dt>{known === undefined ? name : t(`review.detail.${known}`)}</dt>
            <dd>
              <Runs runs={runs} side={side} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const detailNames = [
  'alt',
  'credit',
  'layout',
  'focus',
  'label',
  'fileName',
  'size',
  'question',
  'opensAt',
  'closesAt',
  'choice',
] as const

function goneOn(side: Side): 'added' | 'removed' | null {
  if (side === 'both') return null
  return side === 'before' ? 'added' : 'removed'
}
