import { decodeStretch } from './decode-stretch'
import type { LegacyReading } from './decode-word'
import { fontHint } from './font-hint'
import type { TextBlock } from './legacy-encoding'
import type { LegacyFinding } from './legacy-finding'
import { type Stretch, stretchesOf } from './stretches'
import { type Weight, weigh } from './weigh'

interface Options {
  /** Shorter texts are left alone: typing programs paste single syllables. 12 unless told. */
  readonly charactersAtLeast?: number
}

const tables: readonly LegacyReading[] = [
  { encoding: 'tcvn3', through: 'cp1252' },
  { encoding: 'vni', through: 'cp1252' },
]
const shownByCp1258: readonly LegacyReading[] = tables.map(table => ({ ...table, through: 'cp1258' }))
const charactersAtLeastByDefault = 12

/**
 * Finds the stretches of a text that were written with legacy fonts. The bytes are the proof, by how many words become
 * syllables; a font's name lowers what is asked, never decides. Unicode Vietnamese and other languages are left alone.
 */
export function detectLegacy(blocks: readonly TextBlock[], options: Options = {}): LegacyFinding[] {
  const { charactersAtLeast = charactersAtLeastByDefault } = options
  const length = blocks.flat().reduce((sum, run) => sum + run.text.trim().length, 0)
  if (length < charactersAtLeast) return []
  const stretches = blocks.flatMap((runs, block) => stretchesOf(runs, block))
  const proved = withoutCovered(stretches.map(stretch => ({ stretch, reading: proveReading(stretch) })))
  const found = new Set(proved.map(({ reading }) => reading).filter(reading => reading !== null))
  return proved.flatMap(({ stretch, reading }) => {
    const chosen = reading ?? readLikeTheRest(stretch, found)
    return chosen === null ? [] : decodeStretch(stretch, chosen)
  })
}

interface Proved {
  readonly stretch: Stretch
  readonly reading: LegacyReading | null
}

/** Where code page 1258 is proved for a group of words, its parts are not read once more by 1252. */
function withoutCovered(proved: readonly Proved[]): Proved[] {
  const wide = new Set(
    proved
      .filter(({ stretch, reading }) => stretch.cp1258 && reading !== null)
      .map(({ stretch }) => stretch.group),
  )
  return proved.filter(({ stretch }) => stretch.cp1258 || !wide.has(stretch.group))
}

/** The reading that the words of a stretch prove by themselves, or with the help of the font's name. */
function proveReading(stretch: Stretch): LegacyReading | null {
  const candidates = stretch.cp1258 ? shownByCp1258 : tables
  const weighed = candidates
    .map(reading => ({ reading, weight: weigh(stretch.words, reading) }))
    .filter(({ reading, weight }) => isProved(weight, fontHint(stretch.font).encoding === reading.encoding))
    .sort((a, b) => b.weight.share - a.weight.share || b.weight.evidence - a.weight.evidence)
  return weighed[0]?.reading ?? null
}

function isProved({ evidence, share, lost, gained }: Weight, hinted: boolean): boolean {
  if (gained === 0 || lost * 4 > gained) return false
  // A long text may hold names and foreign words.
  const shareAtLeast = hinted || gained >= 6 ? 0.75 : 0.88
  const evidenceAtLeast = hinted ? 0.3 : share === 1 ? 1.5 : 2
  return evidence >= evidenceAtLeast && share >= shareAtLeast
}

/** Short stretches beside proved ones: every word must be Vietnamese afterwards. */
function readLikeTheRest(stretch: Stretch, found: ReadonlySet<LegacyReading>): LegacyReading | null {
  for (const reading of found) {
    if ((reading.through === 'cp1258') !== stretch.cp1258) continue
    const { share, lost, gained, kept } = weigh(stretch.words, reading)
    const hinted = fontHint(stretch.font).encoding === reading.encoding
    if (share === 1 && lost === 0 && (gained > 0 || (hinted && kept > 0))) return reading
  }
  return null
}
