const cluster = /[a-zđA-ZĐ\u00c0-\u1ef9][\u0300-\u0303\u0306\u0309\u031b\u0323\u0340\u0341]+/gu
const vietnameseLetters = /^[aăâeêioôơuưyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ]$/i

/** Whether a text has Vietnamese letters made of several characters: macOS file names, "Unicode tổ hợp". */
export function hasLooseMarks(text: string): boolean {
  return composeVietnamese(text) !== text
}

/** Composes Vietnamese letters and nothing else; the text looks the same and compares equal to typed text. */
export function composeVietnamese(text: string): string {
  return text.replace(cluster, letters => {
    const composed = letters.normalize('NFC')
    return vietnameseLetters.test(composed) ? composed : letters
  })
}
