import type { Node } from 'prosemirror-model'
import { schema } from '#common/document/schema'
import { seeded } from './random'
import { headline, lead, paragraphOf } from './vietnamese-text'

type Json = Readonly<Record<string, unknown>>

/** The generated article with this number: news of 300 to 1,500 syllables, some 10 KB as a revision. */
export function articleDocument(number: number, words?: number): Node {
  const random = seeded(number + 1)
  const wanted = words ?? 300 + random.below(1_200)
  const paragraphs = Math.max(1, Math.round(wanted / 80))
  const line = (type: string, text: string): Json => ({ type, content: [{ type: 'text', text }] })
  return schema.nodeFromJSON({
    type: 'doc',
    attrs: { kind: 'news', category: random.pick(['tin-tuc', 'van-hoa', 'kinh-te', 'an-ninh']) },
    content: [
      line('headline', headline(random)),
      line('lead', lead(random)),
      ...Array.from({ length: paragraphs }, () => line('paragraph', paragraphOf(random, 80))),
    ],
  })
}
