import { areNeighbours, type BlockText } from '../block-text'
import type { Mark } from '../finding'

/** Words that are never said twice in a row; luôn luôn, ngày ngày, từ từ are. */
const neverTwice = new Set(
  'của các những và với được cho trong tại theo để đã sẽ đang này về do đến nhằm như thì mà nhưng vì nên cũng bằng khi hoặc bởi trên dưới ngoài sau trước giữa qua bị tỉnh xã huyện phường việc sự cuộc những mọi ủy hội thị thành công'.split(
    ' ',
  ),
)

export function doubledWords({ words, text }: BlockText): Mark[] {
  return words.flatMap((word, index): Mark[] => {
    const next = words[index + 1]
    const afterNext = words[index + 2]
    const fourth = words[index + 3]
    if (next === undefined || !areNeighbours(text, word, next)) return []
    if (word.lower === next.lower && neverTwice.has(word.lower) && /^\p{Ll}/u.test(next.text)) {
      return [
        {
          rule: 'word-doubled',
          from: word.from,
          to: next.to,
          params: { found: `${word.text} ${next.text}` },
          fixes: [word.text],
        },
      ]
    }
    // tổ chức tổ chức, hội nghị hội nghị
    if (afterNext === undefined || fourth === undefined || word.lower === next.lower) return []
    const pair =
      word.lower === afterNext.lower &&
      next.lower === fourth.lower &&
      areNeighbours(text, next, afterNext) &&
      areNeighbours(text, afterNext, fourth)
    return pair && /^\p{Ll}/u.test(afterNext.text)
      ? [
          {
            rule: 'word-doubled',
            from: word.from,
            to: fourth.to,
            params: { found: text.slice(word.from, fourth.to) },
            fixes: [text.slice(word.from, next.to)],
          },
        ]
      : []
  })
}

const leastCharacters = 60
const leastWords = 14

/** Paragraphs that stand twice, and passages nearly alike. Lists and tables repeat themselves on purpose. */
export function doubledPassages(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const seen = new Map<string, number>()
  const passages: {
    readonly shingles: ReadonlySet<string>
    readonly numbers: string
    readonly index: number
  }[] = []
  return blocks.map((block, index) => {
    const text = block.text.trim()
    if (
      !['paragraph', 'lead', 'quotation', 'list-item'].includes(block.kind) ||
      text.length < leastCharacters
    )
      return []
    const key = block.words.map(word => word.lower).join(' ')
    const whole = { from: 0, to: block.text.length }
    const first = seen.get(key)
    if (first !== undefined) return [{ rule: 'paragraph-doubled', ...whole, params: { first: first + 1 } }]
    seen.set(key, index)
    if (block.kind === 'list-item' || block.words.length < leastWords) return []
    const own = { shingles: shinglesOf(block), numbers: (text.match(/\d+/g) ?? []).join(' '), index }
    const near = passages.find(
      other => other.numbers === own.numbers && likeness(other.shingles, own.shingles) >= 0.72,
    )
    passages.push(own)
    return near === undefined
      ? []
      : [{ rule: 'passage-nearly-doubled', ...whole, params: { first: near.index + 1 } }]
  })
}

function shinglesOf({ words }: BlockText): Set<string> {
  return new Set(
    words.slice(2).map((word, index) => `${words[index]?.lower} ${words[index + 1]?.lower} ${word.lower}`),
  )
}

/** Jaccard: what both have of what either has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (Math.min(a.size, b.size) < Math.max(a.size, b.size) * 0.6) return 0
  let both = 0
  for (const one of a) if (b.has(one)) both += 1
  return both / (a.size + b.size - both)
}
