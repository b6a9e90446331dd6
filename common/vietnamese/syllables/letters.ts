/** The six tones in dictionary order: a < à < ả < ã < á < ạ. */
export const tones = ['ngang', 'huyen', 'hoi', 'nga', 'sac', 'nang'] as const
export type Tone = (typeof tones)[number]

/** The key of Telex that sets a tone. */
export const telexTones: Readonly<Record<string, Tone>> = {
  s: 'sac',
  f: 'huyen',
  r: 'hoi',
  x: 'nga',
  j: 'nang',
}

/** Row: a vowel letter without tone; column: tone, in the order of `tones`. */
const vowelRows = [
  'aàảãáạ',
  'ăằẳẵắặ',
  'âầẩẫấậ',
  'eèẻẽéẹ',
  'êềểễếệ',
  'iìỉĩíị',
  'oòỏõóọ',
  'ôồổỗốộ',
  'ơờởỡớợ',
  'uùủũúụ',
  'ưừửữứự',
  'yỳỷỹýỵ',
]

export interface ToneLetter {
  /** Lower-case letter without tone; circumflex, breve and horn stay: `ấ` → `â`. */
  readonly base: string
  readonly tone: Tone
}

const byLetter = new Map<string, ToneLetter>()
const rowOfVowel = new Map<string, string>()
for (const row of vowelRows) {
  rowOfVowel.set(row.charAt(0), row)
  for (const [index, tone] of tones.entries()) {
    byLetter.set(row.charAt(index), { base: row.charAt(0), tone })
  }
}
const consonants = new Set('bcdđghklmnpqrstvx')

/** A lower-case composed letter of the Vietnamese alphabet taken apart; null for any other character. */
export function splitTone(letter: string): ToneLetter | null {
  return byLetter.get(letter) ?? (consonants.has(letter) ? { base: letter, tone: 'ngang' } : null)
}

export function isVowel(letter: string): boolean {
  return byLetter.has(letter)
}

/** `â` and sắc → `ấ`; letters that carry no tone come back as they are. */
export function addTone(base: string, tone: Tone): string {
  return rowOfVowel.get(base)?.charAt(tones.indexOf(tone)) ?? base
}
