import type { Random } from './random'
import {
  actions,
  bodies,
  clauses,
  connectives,
  givenNames,
  matters,
  middleNames,
  places,
  rareSyllables,
  surnames,
} from './vocabulary'

/** Sentences in the manner of commune news: the words are real, the news is not. */
export function headline(random: Random): string {
  return `${random.pick(bodies)} ${random.pick(places)} ${random.pick(actions)} về ${random.pick(matters)}`
}

export function lead(random: Random): string {
  return `${date(random)}, ${headline(random)}. ${sentence(random)}`
}

/** About `words` syllables. */
export function paragraphOf(random: Random, words: number): string {
  const sentences: string[] = []
  for (let count = 0; count < words; ) {
    const next = sentence(random)
    sentences.push(next)
    count += next.split(' ').length
  }
  return sentences.join(' ')
}

export function sentence(random: Random): string {
  const parts = [
    random.pick(connectives),
    random.next() < 0.4 ? `đồng chí ${person(random)}` : `${random.pick(bodies)} ${random.pick(places)}`,
    `${random.pick(actions)} về ${random.pick(matters)}`,
    ...(random.next() < 0.5 ? [`tại ${random.pick(places)}`] : []),
    ...(random.next() < 0.3
      ? [`theo Quyết định số ${1 + random.below(2_900)}/QĐ-UBND ngày ${date(random)}`]
      : []),
    ...(random.next() < 0.3 ? [`với tổng kinh phí ${1 + random.below(980)} triệu đồng`] : []),
    ...(random.next() < 0.5 ? [rare(random)] : []),
    random.pick(clauses),
  ]
  const text = parts.join(', ').replace(/, (về|tại|với|theo) /g, ' $1 ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

export function person(random: Random): string {
  return `${random.pick(surnames)} ${random.pick(middleNames)} ${random.pick(givenNames)}`
}

function date(random: Random): string {
  return `${1 + random.below(28)}/${1 + random.below(12)}/${2020 + random.below(7)}`
}

/** Two syllables of the long tail; low ranks come far more often than high ones (Zipf). */
function rare(random: Random): string {
  const one = (): string => rareSyllables[Math.floor(rareSyllables.length ** random.next()) - 1] ?? ''
  return `${one()} ${one()}`
}
