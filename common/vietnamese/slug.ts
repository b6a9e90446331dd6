import { fold } from './fold'

/** `THÔNG BÁO: Lịch tiêm` → `thong-bao-lich-tiem`; at most 80 characters, cut between words, never empty. */
export function slug(text: string): string {
  const words = fold(text).match(/[a-z0-9]+/g) ?? []
  let result = ''
  for (const word of words) {
    const longer = result === '' ? word.slice(0, 80) : `${result}-${word}`
    if (longer.length > 80) break
    result = longer
  }
  return result === '' ? 'tin-bai' : result
}
