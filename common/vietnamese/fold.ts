/** Letters without marks and case, đ as d: the one form in which search and slugs compare words. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFC')
}
