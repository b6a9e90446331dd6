import type { BlockText } from '../block-text'
import type { Mark } from '../finding'
import { matches } from '../matches'

/** "…" and "..." in one article: the rarer form is marked. */
export function ellipsisForms(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const sign = (text: string) => text.match(/…/g)?.length ?? 0
  const dots = (text: string) => text.match(/(?<!\.)\.\.\.(?!\.)/g)?.length ?? 0
  const signs = blocks.reduce((sum, { text }) => sum + sign(text), 0)
  const three = blocks.reduce((sum, { text }) => sum + dots(text), 0)
  if (signs === 0 || three === 0) return blocks.map(() => [])
  const [pattern, fix] = signs >= three ? [/(?<!\.)\.\.\.(?!\.)/g, '…'] : [/…/g, '...']
  return blocks.map(({ text }) =>
    matches(text, pattern).map(match => ({
      rule: 'ellipsis-mixed' as const,
      from: match.index,
      to: match.index + match[0].length,
      params: { found: match[0], right: fix },
      fixes: [fix],
    })),
  )
}
