import { childOf, childrenOf, readXml, type XmlElement } from '../package/read-xml'
import type { ZipPackage } from '../package/read-zip'

interface Level {
  readonly format: string
  readonly start: number
  readonly text: string
}

/** How Word would mark a paragraph. `text` is what stands before it where no list of ours counts in that way. */
export type Label =
  | { readonly kind: 'bullet' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }

/** Word's automatic numbers, which stand nowhere in the text; counts on with every paragraph. */
export interface Numbering {
  next(id: string, level: number): Label | null
}

export function readNumberingPart(zip: ZipPackage, part: string | null): Numbering {
  const root = part === null || !zip.has(part) ? undefined : readXml(zip, part)
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map(element => [element.attributes['w:abstractNumId'] ?? '', element]),
  )
  const numbers = new Map(
    childrenOf(root, 'w:num').map(element => [element.attributes['w:numId'] ?? '', element]),
  )
  /** Lists that share a definition count on together. */
  const counters = new Map<string, number[]>()
  const restarted = new Set<string>()

  return {
    next(id, depth) {
      const number = numbers.get(id)
      const abstractId = childOf(number, 'w:abstractNumId')?.attributes['w:val']
      if (number === undefined || abstractId === undefined) return null
      const levels = levelsOf(abstracts.get(abstractId), number)
      const level = levels.get(depth)
      if (level === undefined || level.format === 'none') return null
      if (level.format === 'bullet') return { kind: 'bullet' }
      const counts = counters.get(abstractId) ?? []
      counters.set(abstractId, counts)
      const override = startOverride(number, depth)
      if (override !== null && !restarted.has(`${id}.${depth}`)) {
        restarted.add(`${id}.${depth}`)
        counts.length = Math.min(counts.length, depth)
        counts[depth] = override
      } else counts[depth] = counts[depth] === undefined ? level.start : counts[depth] + 1
      counts.length = depth + 1
      const value = counts[depth] ?? level.start
      if (level.format === 'decimal' && /^%\d[.)]?$/.test(level.text.trim())) return { kind: 'number', value }
      return { kind: 'text', text: written(level.text, counts, levels) }
    },
  }
}

function levelsOf(abstract: XmlElement | undefined, number: XmlElement): Map<number, Level> {
  const overridden = childrenOf(number, 'w:lvlOverride').flatMap(element => childrenOf(element, 'w:lvl'))
  return new Map(
    [...childrenOf(abstract, 'w:lvl'), ...overridden].map(element => [
      Number(element.attributes['w:ilvl'] ?? 0),
      {
        format: childOf(element, 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
        start: whole(childOf(element, 'w:start')?.attributes['w:val'], 1),
        text: childOf(element, 'w:lvlText')?.attributes['w:val'] ?? '',
      },
    ]),
  )
}

function startOverride(number: XmlElement, depth: number): number | null {
  const override = childrenOf(number, 'w:lvlOverride').find(
    element => element.attributes['w:ilvl'] === String(depth),
  )
  const value = childOf(override, 'w:startOverride')?.attributes['w:val']
  return value === undefined ? null : whole(value, 1)
}

/** `Điều %1.` with the counters filled in. */
function written(text: string, counts: readonly number[], levels: ReadonlyMap<number, Level>): string {
  return text.replaceAll(/%([1-9])/g, (_all, digit: string) => {
    const depth = Number(digit) - 1
    const level = levels.get(depth)
    return inFormat(counts[depth] ?? level?.start ?? 1, level?.format ?? 'decimal')
  })
}

function inFormat(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

/** a … z, aa, bb … as Word counts. */
function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26))
  return letter.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 10))
}

const romanParts = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(value: number): string {
  let rest = Math.min(value, 3_999)
  let result = ''
  for (const [worth, sign] of romanParts) {
    while (rest >= worth) {
      result += sign
      rest -= worth
    }
  }
  return result
}

function whole(value: string | undefined, otherwise: number): number {
  const number = Number(value ?? otherwise)
  return Number.isInteger(number) && number >= 0 && number < 100_000 ? number : otherwise
}
