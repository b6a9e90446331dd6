import { placeTone } from '#common/vietnamese/syllables/place-tone'

/** Lower case and old tone style: "Thuỷ" and "thủy" are one. Keeps the length of NFC text. */
export function foldToneStyle(text: string): string {
  const lower = text.normalize('NFC').toLowerCase()
  if (!/o[àảãáạèẻẽéẹ]|u[ỳỷỹýỵ]/.test(lower)) return lower
  return lower.replace(/\p{L}*(?:o[àảãáạèẻẽéẹ]|u[ỳỷỹýỵ])(?!\p{L})/gu, word => placeTone(word, 'old'))
}
