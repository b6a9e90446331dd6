import { restyleTones } from './syllables/place-tone'

const byLetters = new Intl.Collator('vi', { numeric: true, sensitivity: 'accent' })
const byCase = new Intl.Collator('vi', { numeric: true })

/**
 * Vietnamese dictionary order, word by word: letters a ă â … đ …, then tones ngang huyền hỏi ngã sắc nặng, then the next
 * word (`ba hoa` < `bà con` < `bả`); case last. Both tone styles are one word, numbers go by value.
 */
export function compareVietnamese(a: string, b: string): number {
  const left = wordsOf(a)
  const right = wordsOf(b)
  for (const [index, word] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const order = byLetters.compare(word, other)
    if (order !== 0) return order
  }
  return left.length - right.length || byCase.compare(a, b)
}

/** People by given name (the last word), then family name, then the names between: Lê Thị An < Trần Văn An < Đỗ Bình. */
export function comparePeople(a: string, b: string): number {
  return compareVietnamese(peopleKey(a), peopleKey(b)) || compareVietnamese(a, b)
}

function peopleKey(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ')
}

function wordsOf(text: string): string[] {
  const composed = text.normalize('NFC')
  return (newStyle.test(composed) ? restyleTones(composed, 'old') : composed)
    .split(/[\s\-–/.,:;()“”"]+/)
    .filter(Boolean)
}

/** Open oà, oè, uỳ: the only places where the styles differ. */
const newStyle = /(?:o[àảãáạèẻẽéẹ]|u[ỳỷỹýỵ])(?!\p{L})/iu
