import { decodeWord, knownLoss, type LegacyReading } from './decode-word'
import { fontHint } from './font-hint'
import type { LegacyFinding } from './legacy-finding'
import { type DecodedChange, restoreCapitals } from './restore-capitals'
import type { Stretch } from './stretches'
import { isAscii } from './weigh'

/** Every word of a stretch by one reading, as a finding; none where nothing changes. */
export function decodeStretch(stretch: Stretch, reading: LegacyReading): LegacyFinding[] {
  const lossy = reading.encoding === 'tcvn3' && isLossy(stretch, reading)
  const decoded: DecodedChange[] = []
  for (const { text, from } of stretch.words) {
    const capitals = fontHint(stretch.fontAt(from)).capitals && reading.encoding === 'tcvn3'
    if (isAscii(text) && !capitals) continue
    const {
      text: plain,
      guessed,
      valid,
    } = isAscii(text) ? { text, guessed: false, valid: true } : decodeWord(text, reading)
    if (!valid && !/\p{L}/u.test(text)) continue
    const known = lossy ? knownLoss(plain) : undefined
    const after = known ?? plain
    decoded.push({
      from,
      to: from + text.length,
      before: text,
      after,
      guessed: guessed || known !== undefined,
      capitals,
    })
  }
  const changes = (
    reading.encoding === 'tcvn3' ? restoreCapitals(stretch.text, decoded) : decoded.map(drop)
  ).filter(({ before, after }) => before !== after)
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return []
  return [{ block: stretch.block, ...reading, from: first.from, to: last.to, changes }]
}

function drop({ capitals: _, ...change }: DecodedChange) {
  return change
}

/** Some word lacks its ư and none has one: the soft hyphens are gone. */
function isLossy({ words }: Stretch, reading: LegacyReading): boolean {
  return (
    words.some(({ text }) => !isAscii(text) && decodeWord(text, reading).guessed) &&
    !words.some(({ text }) => text.includes('\u00ad'))
  )
}
