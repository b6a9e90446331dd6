/** The same letters, upper and lower case kept, without marks; đ as d. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC')
}

/** Letters without marks and case, đ as d: the one form in which search and slugs compare words. */
export function fold(text: string): string {
  return withoutMarks(text).toLowerCase()
}
