/** Where code page 1258 (Windows in Vietnamese) differs from 1252 in the letters; by the character it shows. */
const specials: ReadonlyMap<string, string> = new Map([
  ['Ă', '\u00c3'],
  ['\u0300', '\u00cc'],
  ['Đ', '\u00d0'],
  ['\u0309', '\u00d2'],
  ['Ơ', '\u00d5'],
  ['Ư', '\u00dd'],
  ['\u0303', '\u00de'],
  ['ă', '\u00e3'],
  ['\u0301', '\u00ec'],
  ['đ', '\u00f0'],
  ['\u0323', '\u00f2'],
  ['ơ', '\u00f5'],
  ['ư', '\u00fd'],
  ['₫', '\u00fe'],
])
const readingsAtMost = 16

/**
 * Old bytes that a Vietnamese Windows showed by code page 1258 and something then composed, back as characters of code
 * page 1252. Where a letter stands for one byte or for two (`ñ` or n + ị), every reading is given, likeliest first.
 */
export function undoCp1258(word: string): string[] {
  let readings = ['']
  for (const [cluster] of word.normalize('NFD').matchAll(/.\p{M}*/gsu)) {
    const next = readingsOf(cluster)
    readings = readings.flatMap(start => next.map(end => start + end)).slice(0, readingsAtMost)
  }
  return readings
}

/** A letter and its marks: one of the marks may belong to the letter's own byte, the others were bytes of their own. */
function readingsOf(cluster: string): string[] {
  const [base = '', ...marks] = cluster
  const taken = marks.flatMap((own, index) => {
    const letter = byteOf((base + own).normalize('NFC'))
    return letter === null ? [] : [letter + codesOf(marks.filter((_, other) => other !== index))]
  })
  return [...taken, (byteOf(base) ?? base) + codesOf(marks)]
}

function byteOf(letter: string): string | null {
  return specials.get(letter) ?? (letter.length === 1 && letter <= '\u00ff' ? letter : null)
}

function codesOf(marks: readonly string[]): string {
  return marks.map(mark => specials.get(mark) ?? mark).join('')
}
