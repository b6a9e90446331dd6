import { placeTone } from '../../syllables/place-tone'

/** Lower case and old tone style: "Thuỷ" and "thủy" are one. Keeps the length of NFC text. */
export function foldToneStyle(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{L}*(?:o[àảãáạèẻẽéẹ]|u[ỳỷỹýỵ])(?!\p{L})/gu, word => placeTone(word, 'old'))
}
