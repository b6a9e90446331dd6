import { decodeLegacy } from './convert'
import { decodeStretch } from './decode-stretch'
import type { LegacyEncoding, TextBlock } from './legacy-encoding'
import type { LegacyFinding, WordChange } from './legacy-finding'
import { stretchesOf } from './stretches'

/**
 * What a text says when somebody knows its encoding; words that are Unicode Vietnamese for certain stay. The only way to
 * VIQR, whose marks are ordinary punctuation and prove nothing.
 */
export function decodeAs(blocks: readonly TextBlock[], encoding: LegacyEncoding): LegacyFinding[] {
  return blocks.flatMap((runs, block) => {
    if (encoding === 'viqr') return viqrFinding(runs.map(run => run.text).join(''), block)
    return stretchesOf(runs, block).flatMap(stretch =>
      stretch.cp1258 ? [] : decodeStretch(stretch, { encoding, through: 'cp1252' }),
    )
  })
}

function viqrFinding(text: string, block: number): LegacyFinding[] {
  const changes = Array.from(text.matchAll(/\S+/g), match => viqrChange(text, match[0], match.index)).filter(
    ({ before, after }) => before !== after,
  )
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return []
  return [{ block, encoding: 'viqr', through: 'cp1252', from: first.from, to: last.to, changes }]
}

function viqrChange(text: string, before: string, from: number): WordChange {
  const to = from + before.length
  // A space and a capital after the word decide whether its last sign is punctuation.
  const following = text.slice(to, to + 2)
  const decoded = decodeLegacy(before + following, 'viqr')
  const after = decoded.slice(0, decoded.length - following.length)
  return { from, to, before, after, guessed: /[.?]$/.test(before) && !/[.?]$/.test(after) }
}
