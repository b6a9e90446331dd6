import type { LegacyEncoding } from './legacy-encoding'
import tables from './legacy-tables.json' with { type: 'json' }

const decodeTables: Record<'tcvn3' | 'vni', ReadonlyMap<string, string>> = {
  tcvn3: new Map(
    Object.entries(tables.tcvn3).map(([byte, letter]) => [
      String.fromCodePoint(Number.parseInt(byte, 16)),
      letter,
    ]),
  ),
  vni: new Map(Object.entries(tables.vni)),
}
const viqrTable: ReadonlyMap<string, string> = new Map(Object.entries(tables.viqr))

/** PDF readers and normalisers replace some characters of code page 1252 by their twins. */
const twins: ReadonlyMap<string, string> = new Map([
  ['\u03bc', '\u00b5'],
  ['\u2219', '\u00b7'],
  ['\u22c5', '\u00b7'],
])

/**
 * Characters of one legacy encoding read as Unicode: left to right, the longest code first. Characters without a code
 * stay. VNI and lower-case TCVN3 are exact; TCVN3 has no capitals with tones: `restoreCapitals` finds those.
 */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === 'viqr' ? decodeViqr(text) : decodeWith(decodeTables[encoding], text)
}

/** The reverse of `decodeLegacy`; capitals that TCVN3 lacks become small letters, which its H fonts draw as capitals. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): string {
  const codes = encodeTables[encoding]
  return Array.from(
    text.normalize('NFC'),
    letter => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter,
  ).join('')
}

const encodeTables: Record<LegacyEncoding, ReadonlyMap<string, string>> = {
  tcvn3: inverse(decodeTables.tcvn3),
  vni: inverse(decodeTables.vni),
  viqr: inverse(viqrTable),
}

function inverse(table: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...table].map(([code, letter]) => [letter, code]))
}

function decodeWith(table: ReadonlyMap<string, string>, text: string): string {
  let result = ''
  for (let at = 0; at < text.length; ) {
    const pair = pairAt(table, text, at)
    const letter = twins.get(text.charAt(at)) ?? text.charAt(at)
    result += pair ?? table.get(letter) ?? text.charAt(at)
    at += pair === undefined ? 1 : 2
  }
  return result
}

/** Some programs write the modifier of a capital in lower case: `Aùnh`. */
function pairAt(table: ReadonlyMap<string, string>, text: string, at: number): string | undefined {
  const letter = text.charAt(at)
  const modifier = text.charAt(at + 1)
  return modifier === ''
    ? undefined
    : (table.get(letter + modifier) ?? table.get(letter + modifier.toUpperCase()))
}

/**
 * RFC 1456 with its backslash escapes. A full stop or question mark may be punctuation: it is where the text or line
 * ends, and before a capital unless its own word has one too (`Thi. Lan` is a name).
 */
function decodeViqr(text: string): string {
  let result = ''
  for (let at = 0; at < text.length; ) {
    if (text.charAt(at) === '\\' && at + 1 < text.length) {
      result += text.charAt(at + 1)
      at += 2
      continue
    }
    const code = longestViqrCode(text, at)
    result += code === '' ? text.charAt(at) : (viqrTable.get(code) ?? (code.startsWith('D') ? 'Đ' : 'đ'))
    at += Math.max(code.length, 1)
  }
  return result
}

function longestViqrCode(text: string, at: number): string {
  for (const length of [3, 2]) {
    const code = text.slice(at, at + length)
    const known = code.length === length && (viqrTable.has(code) || /^[dD][dD]$/.test(code))
    if (known && !(/[.?]$/.test(code) && endsSentence(text, at + length))) return code
  }
  return ''
}

function endsSentence(text: string, at: number): boolean {
  const rest = text.slice(at)
  if (/^(?:\s*$|\s*\n|["”’)])/u.test(rest)) return true
  const word = /\S+$/.exec(text.slice(0, at))?.[0] ?? ''
  return /^\s+\p{Lu}/u.test(rest) && !/^\p{Lu}/u.test(word)
}
