import type { BlockText } from '../block-text'
import type { Mark } from '../finding'
import { isShouting } from './capitals'

/** Longer headlines are cut in the portal's lists. */
export const headlineCharacters = 90

/** What a headline should not be. Offsets are in the text as it stands. */
export function headlineMarks(text: string): Mark[] {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  const shown = text.slice(start, end)
  const whole = { from: start, to: end }
  const marks: Mark[] = []
  if (shown === '') return []
  if (shown.length > headlineCharacters)
    marks.push({
      rule: 'headline-long',
      ...whole,
      params: { characters: shown.length, most: headlineCharacters },
    })
  if (isDocumentHeading(shown)) marks.push({ rule: 'headline-document-heading', ...whole })
  else if (isShouting(shown)) marks.push({ rule: 'headline-capitals', ...whole })
  if (/[^.]\.$/.test(shown) && !/(?:v\.v|TP|Tp)\.$/.test(shown))
    marks.push({ rule: 'headline-full-stop', from: end - 1, to: end, fixes: [''] })
  if (/^\p{Ll}/u.test(shown) && /^\p{Ll}+(?:\s|,)/u.test(shown))
    marks.push({
      rule: 'headline-lower-case',
      from: start,
      to: start + 1,
      params: { found: shown.charAt(0) },
      fixes: [shown.charAt(0).toUpperCase()],
    })
  return marks
}

/** THÔNG BÁO Về việc …, V/v …, Số: 12/TB-UBND: the head of a signed document, pasted. */
function isDocumentHeading(text: string): boolean {
  return (
    (/^(?:THÔNG BÁO|QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|CÔNG VĂN|GIẤY MỜI|CÔNG ĐIỆN|HƯỚNG DẪN|CHỈ THỊ)[\s:.–-]+(?:về việc|v\/v|số\s*:?\s*\d)/iu.test(
      text,
    ) &&
      /^\p{Lu}{2}/u.test(text)) ||
    // BIÊN BẢN HÒA GIẢI - Một bờ rào …: the kind of document, then what it is about.
    /^(?:THÔNG BÁO|QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|CÔNG VĂN|GIẤY MỜI|CÔNG ĐIỆN|HƯỚNG DẪN|CHỈ THỊ|BIÊN BẢN)(?: \p{Lu}+){0,6}\s*(?:[-–:]|(?:V\/[Vv]|VỀ VIỆC|SỐ \d))/u.test(
      text,
    ) ||
    // The heading alone, its subject left behind.
    /^(?:THÔNG BÁO|QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|BÁO CÁO|TỜ TRÌNH|CÔNG VĂN|GIẤY MỜI|CÔNG ĐIỆN|HƯỚNG DẪN|CHỈ THỊ)$/u.test(
      text,
    ) ||
    /^(?:về việc|v\/v)(?:\s|:)/iu.test(text) ||
    /^(?:CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|Số\s*:)/u.test(text)
  )
}

export function headline({ kind, text }: BlockText): Mark[] {
  return kind === 'headline' ? headlineMarks(text) : []
}
