/** Signs of the symbol fonts that offices use, by their place in the private area (Microsoft's font tables). */
const signs: Readonly<Record<string, string>> = {
  f06c: '●',
  f06e: '■',
  f06f: '☐',
  f071: '❑',
  f076: '❖',
  f0a3: '☐',
  f0a7: '▪',
  f0a8: '☐',
  f0b7: '•',
  f0d8: '➢',
  f0e0: '→',
  f0e8: '➔',
  f0fb: '✗',
  f0fc: '✓',
  f0fd: '☒',
  f0fe: '☑',
}
const symbolSigns: Readonly<Record<string, string>> = {
  f0a3: '≤',
  f0ae: '→',
  f0b0: '°',
  f0b1: '±',
  f0b3: '≥',
  f0b4: '×',
  f0b7: '•',
  f0b8: '÷',
  f0b9: '≠',
  f0d7: '·',
}

/** The character that `w:sym` draws, or null when nobody here knows it. */
export function symbolOf(font: string | undefined, code: string | undefined): string | null {
  const key = (code ?? '').toLowerCase()
  if (/^symbol$/i.test(font ?? '')) return symbolSigns[key] ?? null
  if (/wingdings|webdings/i.test(font ?? '')) return signs[key] ?? null
  const point = Number.parseInt(key, 16)
  return point >= 0x20 && point < 0xe000 ? String.fromCharCode(point) : null
}
