import type { TextPiece } from '#common/api/search'
import type { ProofreadPassage, TextPlace } from '#common/api/views'
import { articleText, type ReadText, readText } from '#common/document/proofread-text'
import { schema } from '#common/document/schema'
import type { NamesTable } from '#common/vietnamese/proofreading/names-table'
import { proofread } from '#common/vietnamese/proofreading/proofread'
import { ruleOf } from '#common/vietnamese/proofreading/rule-table'

export interface ProofreadTask {
  /** Its JSON. */
  readonly document: object
  readonly names: NamesTable
  /** `YYYY-MM-DD` in Vietnam. */
  readonly today: string
}

const aroundCharacters = 28
const mostCharacters = 90

/** What the writer's "Soát lỗi" shows of this text, each with the words it stands among. */
export function proofreadRevision({ document, names, today }: ProofreadTask): ProofreadPassage[] {
  const read = readText(schema.nodeFromJSON(document))
  const article = articleText(read, names, today)
  return (
    proofread(article)
      // What there is to say of a headline is among the checks already.
      .filter(({ rule }) => ruleOf(rule).class !== 'headline')
      .map(({ rule, params, block, from, to }) => ({
        code: rule,
        params: { ...params },
        quote: quote(article.blocks[block]?.text ?? '', from, to),
        place: placeIn(read, block, from, to),
      }))
  )
}

function placeIn({ blocks }: ReadText, block: number, from: number, to: number): TextPlace | null {
  const text = blocks[block]?.text
  if (text === undefined) return null
  return { text, from, to, nth: blocks.slice(0, block).filter(other => other.text === text).length }
}

function quote(text: string, from: number, to: number): TextPiece[] {
  const before = text.slice(0, from)
  const words = text.slice(from, to)
  const after = text.slice(to)
  const isLong = words.length > mostCharacters
  return [
    {
      text:
        before.length <= aroundCharacters
          ? before
          : `…${before.slice(-aroundCharacters).replace(/^\S*\s/, '')}`,
      hit: false,
    },
    { text: isLong ? `${words.slice(0, mostCharacters)}…` : words, hit: true },
    {
      text:
        after.length <= aroundCharacters
          ? after
          : `${after.slice(0, aroundCharacters).replace(/\s\S*$/, '')}…`,
      hit: false,
    },
  ].filter(piece => piece.text !== '')
}
