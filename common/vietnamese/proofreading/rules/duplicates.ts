import { isSyllable } from '#common/vietnamese/syllables/parse-syllable'
import { areNeighbours, type BlockText, type Word } from '../block-text'
import type { Mark } from '../finding'
import { isWord, neverSlips } from '../known-words'
import { matches } from '../matches'

/** What is said twice for good: ngày ngày, luôn luôn, xanh xanh. */
const saidTwice = new Set(
  `ba bà bảy băng bập bầm bồng bừng buồn biêng bong chan chang chang chầm chập chiều chiêng chín chuồn chung chút chưng cay con cò cong cụ cười cu chồng chim dần dài dào dịu dừa dưng đa đau đăm đâu đây đầy đen đêm đều đi điêu đìu đo đỏ đời đôi đu đúng đùng đường em êm eo êm
  gâu gật gần giây giờ gò hai hà hanh hao hau he hề hì hây hiu ho hoe hóm hùm hu hùng hừ im khà khăng khít khẽ khư khang kha kim lai lang lâng lắc lăm lăng lặng lấm lâu lắm lấp lầm lần loang lom long lô lơ lờ lù lung luôn lừ lừng lưng mãi màu mặn mau mập mênh miên mỏng mơ mơn mùa muôn
  nao năm nắng nằng nâu ngang ngày nghe nghiêm ngọt người nguôi ngùn ngút nhà nhạt nhang nhăm nhẹ nhè nhoai nhơn nhỏ nho no non núi nứng nức oang ong phây phơi phới phừng quanh quay quanh ra răm rào rầm rần rập rì riêng ríu rối rơi ru rừng rực rưng rười sáng san sau sát se sẽ sừng sùng sùi sù sồn song sông
  tám tà tàn tăm tắp tâm tây tấp tí tít tim thao thăm thẳm thẳng thinh thoang thong thơm thon thoăn thu thi thì thon tha thủ thường thướt tim tươi tròn trùng trưng trơ trăng trong trắng từ từng tùm tung tư ùn ùa vàng vành văng vằng vèo vi viu vo vòng vơ vù vụt vui xa xanh xám xăm xềnh xinh xì xôn xồng xum xuân xưa yêu ầm ào ì ù ư ừ ơ à ha hì hê`.split(
    /\s+/,
  ),
)

/** Beside the words that stand anywhere: nobody says these twice, as one may any word of look, sound or movement (run run, ồm ồm). */
const neverTwice: ReadonlySet<string> = new Set(
  `thẻ phút hãy mang thêm chưa nay hộ khai tuyến đấu lớp hàng mọi lợi thư học động cần họp tặng trao nhận gửi nộp xin mời giao tổ ban hội đoàn phòng trạm
  trường chi tỉnh huyện phường làm phát gồm đạt thuộc giữa nhờ tuy dù chủ chúc triển tuyên xây lập mở đóng thu cấp bán mua giúp góp khám chữa tiêm tham dự
  việc bài tin ảnh sách văn luật phí thuế tiền đồng vốn đất ruộng vườn giống phân thuốc máy loa kênh cống biết nói kể hỏi báo gọi gặp đón tiếp`.split(
    /\s+/,
  ),
)

export function doubledWords({ words, text }: BlockText): Mark[] {
  return words.flatMap((word, index): Mark[] => {
    const next = words[index + 1]
    const afterNext = words[index + 2]
    const fourth = words[index + 3]
    if (next === undefined || !areNeighbours(text, word, next)) return []
    if (
      word.lower === next.lower &&
      word.lower.length > 1 &&
      !isSeam(words[index - 1], word, next, afterNext) &&
      !isTwiceTwo(words, index, text) &&
      ((!saidTwice.has(word.lower) && isOnceEnough(words[index - 1], word, next, afterNext)) ||
        isBeforeNumber(text, word, next) ||
        isBeforeName(text, next, afterNext)) &&
      isSyllable(word.lower) &&
      (/^\p{Ll}/u.test(next.text) ||
        (/(?:^|[.!?…]\s+)$/u.test(text.slice(0, word.from)) &&
          text.charAt(next.to) === ' ' &&
          !/^\p{Lu}/u.test(words[index + 2]?.text ?? '')))
    ) {
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
    const triple = words.slice(index, index + 6)
    const isTriple =
      triple.length === 6 &&
      triple.every((one, at) => one.lower === triple[(at + 3) % 6]?.lower) &&
      triple.every((one, at) => {
        const following = triple[at + 1]
        return following === undefined || areNeighbours(text, one, following)
      })
    if (isTriple) {
      const [from, half, to] = [word.from, triple[2]?.to ?? word.to, triple[5]?.to ?? word.to]
      const found = text.slice(from, to)
      return [{ rule: 'word-doubled', from, to, params: { found }, fixes: [text.slice(from, half)] }]
    }
    // tổ chức tổ chức, hội nghị hội nghị
    if (afterNext === undefined || fourth === undefined || word.lower === next.lower) return []
    const pair =
      word.lower === afterNext.lower &&
      next.lower === fourth.lower &&
      areNeighbours(text, next, afterNext) &&
      areNeighbours(text, afterNext, fourth)
    const isNameTwice = word.text === afterNext.text && next.text === fourth.text && isTitled.has(word.lower)
    const isPhraseTwice = word.text === afterNext.text && /^\p{Ll}/u.test(next.text)
    return pair && (/^\p{Ll}/u.test(afterNext.text) || isNameTwice || isPhraseTwice)
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

const isTitled: ReadonlySet<string> = new Set(['ông', 'bà', 'anh', 'chị', 'em', 'cụ', 'cô', 'chú', 'thầy'])

/** One of the two belongs to a word with its neighbour ("hòm thư thư"), or it is a word nobody says twice. */
function isOnceEnough(before: Word | undefined, word: Word, next: Word, after: Word | undefined): boolean {
  return (
    neverSlips.has(word.lower) ||
    neverTwice.has(word.lower) ||
    isTitled.has(word.lower) ||
    (before !== undefined && isWord(`${before.lower} ${word.lower}`)) ||
    (after !== undefined && isWord(`${next.lower} ${after.lower}`))
  )
}

/** "đi đi lại lại": two words that may be said twice, each said twice. */
function isTwiceTwo(words: readonly Word[], index: number, text: string): boolean {
  const isTwice = (at: number) => {
    const [first, second] = [words[at], words[at + 1]]
    return (
      first !== undefined &&
      second !== undefined &&
      first.lower === second.lower &&
      !(neverTwice.has(first.lower) || (neverSlips.has(first.lower) && !saidTwice.has(first.lower))) &&
      areNeighbours(text, first, second)
    )
  }
  const isBeside = (left: number) => {
    const [before, after] = [words[left], words[left + 1]]
    return before !== undefined && after !== undefined && areNeighbours(text, before, after)
  }
  return (isTwice(index - 2) && isBeside(index - 1)) || (isTwice(index + 2) && isBeside(index + 1))
}

/** "trực tiếp tiếp dân": the end of one word and the beginning of another. */
function isSeam(before: Word | undefined, word: Word, next: Word, after: Word | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    isWord(`${before.lower} ${word.lower}`) &&
    isWord(`${next.lower} ${after.lower}`)
  )
}

/** "bà bà Lành": a form of address before a name. */
function isBeforeName(text: string, next: Word, after: Word | undefined): boolean {
  return (
    after !== undefined &&
    isTitled.has(next.lower) &&
    areNeighbours(text, next, after) &&
    /^\p{Lu}\p{Ll}+$/u.test(after.text)
  )
}

/** "ngày ngày 5/10": said twice it means every day, and no number follows. */
function isBeforeNumber(text: string, { lower }: Word, next: Word): boolean {
  return ['ngày', 'năm'].includes(lower) && /^ \d/.test(text.slice(next.to))
}

const sentence = /[^.!?…]+[.!?…]+/gu
const sentenceAtLeast = 40
/** One right behind the other. */
const sentenceAtOnce = 15

/** The same sentence twice in one paragraph: pasted twice. */
export function doubledSentences({ text, kind }: BlockText): Mark[] {
  if (kind === 'quotation' || kind === 'table-cell') return []
  const seen = new Set<string>()
  let last = ''
  return matches(text, sentence).flatMap((match): Mark[] => {
    const words = match[0].trim()
    const isAtOnce = words === last && words.length >= sentenceAtOnce
    last = words
    if (words.length < sentenceAtLeast && !isAtOnce) return []
    if (!isAtOnce && !seen.has(words)) {
      seen.add(words)
      return []
    }
    const [from, to] = [match.index, match.index + match[0].length]
    return [{ rule: 'sentence-doubled', from, to, params: { found: words }, fixes: [''] }]
  })
}

/** The same sentence in two paragraphs. */
export function repeatedSentences(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const seen = new Map<string, number>()
  return blocks.map(({ text, kind }, index) => {
    if (kind !== 'paragraph') return []
    return matches(text, sentence).flatMap((match): Mark[] => {
      const words = match[0].trim()
      const first = seen.get(words)
      if (words.length < leastCharacters || words.length === text.trim().length) return []
      if (first === undefined) seen.set(words, index)
      if (first === undefined || first === index) return []
      const [from, to] = [match.index, match.index + match[0].length]
      return [{ rule: 'sentence-doubled', from, to, params: { found: words }, fixes: [''] }]
    })
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
