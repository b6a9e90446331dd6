import type { Snippet, TextPiece } from '#common/api/search'
import { findStretches, type Stretch } from './find-stretches'
import type { Passage } from './passages'
import type { Query } from './query'
import { wordsOf } from './terms'

/** Characters of an excerpt before the first hit, and in all. */
const before = 50
const length = 220

interface Marked {
  readonly passage: Passage
  /** The longest runs in the text, in reading order, as character offsets. */
  readonly hits: readonly { readonly start: number; readonly end: number }[]
  readonly together: number
  readonly spelling: number
}

/** The headline and the place outside it that answers the query best; the part that weighs more where several do. */
export function snippetOf(passages: readonly Passage[], query: Query): Snippet {
  const marked = passages.map(passage => mark(passage, query))
  const [headline] = marked.filter(({ passage }) => passage.part === 'headline')
  const [best] = marked
    .filter(({ passage, together }) => passage.part !== 'headline' && together > 0)
    .sort((a, b) => b.together - a.together || b.spelling - a.spelling)
  const part = best?.passage.part
  return {
    headline: headline === undefined ? [] : pieces(headline, 0, headline.passage.text.length),
    excerpt:
      best === undefined || part === undefined || part === 'headline'
        ? null
        : { part, pieces: excerptOf(best) },
  }
}

function mark(passage: Passage, query: Query): Marked {
  const words = [...wordsOf(passage.text)]
  const stretches = findStretches(
    words.map(({ term }) => term),
    query,
  )
  const together = Math.max(0, ...stretches.map(({ from, to }) => to - from))
  const longest = stretches.filter(({ from, to }) => to - from === together)
  const offsets = ({ from, to }: Stretch) => ({
    start: words[from]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
  })
  const spelling = Math.max(0, ...longest.map(stretch => stretch.spelling))
  // The best spelling decides where the excerpt begins.
  const first = longest.findIndex(stretch => stretch.spelling === spelling)
  return { passage, hits: longest.slice(Math.max(0, first)).map(offsets), together, spelling }
}

function excerptOf(marked: Marked): TextPiece[] {
  const { text } = marked.passage
  const hit = marked.hits[0]?.start ?? 0
  const start = hit <= before ? 0 : text.indexOf(' ', hit - before) + 1
  const whole = start + length >= text.length
  const cut = whole ? text.length : text.lastIndexOf(' ', start + length)
  const end = cut > hit ? cut : Math.min(text.length, start + length)
  const found = pieces(marked, start, end)
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...found,
    ...(whole ? [] : [{ text: ' …', hit: false }]),
  ]
}

/** The text from `start` to `end`, hits apart. */
function pieces({ passage: { text }, hits }: Marked, start: number, end: number): TextPiece[] {
  const found: TextPiece[] = []
  const add = (from: number, to: number, hit: boolean): void => {
    if (to > from) found.push({ text: text.slice(from, to), hit })
  }
  let done = start
  for (const hit of hits) {
    if (hit.start < done || hit.end > end) continue
    add(done, hit.start, false)
    add(hit.start, hit.end, true)
    done = hit.end
  }
  add(done, end, false)
  return found
}
