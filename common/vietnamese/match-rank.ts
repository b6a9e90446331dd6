import { fold } from './fold'
import { restyleTones } from './syllables/place-tone'

/**
 * How well a text answers a search: 3 as typed (either tone style, any case), 2 the same letters without tones
 * (`xa` finds xã before xe), 1 without any marks (`thanh hoa` finds Thanh Hóa), 0 not at all.
 */
export function matchRank(query: string, text: string): 0 | 1 | 2 | 3 {
  if (!fold(text).includes(fold(query).trim())) return 0
  if (exactForm(text).includes(exactForm(query).trim())) return 3
  return withoutTones(text).includes(withoutTones(query).trim()) ? 2 : 1
}

/** One form for texts that differ in composition, case and tone style only; for exact search and duplicates. */
export function exactForm(text: string): string {
  return restyleTones(text.normalize('NFC').toLowerCase(), 'old')
}

const toneMarks = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

function withoutTones(text: string): string {
  return Array.from(text.toLowerCase().normalize('NFD'))
    .filter(letter => !toneMarks.includes(letter))
    .join('')
    .normalize('NFC')
}
