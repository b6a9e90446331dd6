import { quRimes, type Rime, rimes } from './rimes'

/** One toneless written syllable taken apart. */
export interface SyllableShape {
  readonly onset: string
  readonly glide: '' | 'o' | 'u'
  readonly nucleus: string
  readonly coda: string
  readonly rarity: 'common' | 'rare'
  /** Index of the letter that carries the tone mark in each style. */
  readonly toneAt: { readonly old: number; readonly new: number }
}

const onsets = ' b c ch d đ g gi h kh l m n ng nh p ph r s t th tr v x'.split(' ')

/** Lips cannot round twice: `bua` is bu-a, and words like buýt, voan, moay are loans. */
const rarelyWithGlide = new Set(['b', 'm', 'p', 'ph', 'v', 'n', 'r', 'g', 'gi'])
/** Onsets that may be followed by y alone, where the language also writes i. */
const withY = new Set(['', 'c', 'h', 'l', 'm', 's', 't', 'v', 'd', 'th', 'n'])
const commonWithY = new Set(['', 'c', 'h', 'l', 'm', 's', 't'])

/** Rare by the rules above and yet everyday words: ngoạm, khuỷu, noãn, xẻng, kẻng, xoong, séc, xe buýt, góa, pin … */
const everyday = new Set(
  'ngoam khuyu noan xeng keng xoong boong sec buyt goa pin quau voan leng reng yeng'.split(' '),
)

/** Every written syllable of the grammar without tone: spelling (lower case, NFC) → parts. */
export const syllableTable: ReadonlyMap<string, SyllableShape> = build()

function build(): Map<string, SyllableShape> {
  const table = new Map<string, SyllableShape>()
  for (const rime of quRimes) add(table, 'qu', `q${rime.glide}${rime.nucleus}${rime.coda}`, rime, 'common')
  for (const onset of onsets) {
    for (const rime of rimes) {
      const spelling = spell(onset, rime)
      if (spelling !== null) add(table, spelling.onset, spelling.written, rime, rarityOf(onset, rime))
    }
  }
  return table
}

function add(
  table: Map<string, SyllableShape>,
  onset: string,
  written: string,
  rime: Rime,
  rarity: 'common' | 'rare',
): void {
  if (table.has(written)) return
  const { glide, nucleus, coda } = rime
  table.set(written, {
    onset,
    glide,
    nucleus,
    coda,
    rarity: everyday.has(written) ? 'common' : rime.rare ? 'rare' : rarity,
    toneAt: { old: tonePlace(written, onset, 'old'), new: tonePlace(written, onset, 'new') },
  })
}

/** How onset and rime are written together: c/k, g/gh, ng/ngh by the next letter; gi swallows an i. */
function spell(onset: string, { glide, nucleus, coda }: Rime): { onset: string; written: string } | null {
  const rime = glide + nucleus + coda
  const first = rime.charAt(0)
  const front = 'eêi'.includes(first)
  // After /k/ the glide is written with q.
  if (onset === 'c' && glide !== '') return null
  if (first === 'y' && onset !== '' && !(nucleus === 'y' && withY.has(onset))) return null
  if (onset === '' && nucleus === 'iê') return null
  if (onset === 'gi') {
    return nucleus === 'ia' ? null : { onset, written: first === 'i' ? `g${rime}` : onset + rime }
  }
  const spelled = spellOnset(onset, front || first === 'y')
  return { onset: spelled, written: spelled + rime }
}

function spellOnset(onset: string, front: boolean): string {
  if (!front) return onset
  if (onset === 'c') return 'k'
  return onset === 'g' || onset === 'ng' ? `${onset}h` : onset
}

function rarityOf(onset: string, { glide, nucleus, coda }: Rime): 'common' | 'rare' {
  const doubtfulGlide = glide !== '' && rarelyWithGlide.has(onset)
  const doubtfulY =
    glide === '' && nucleus === 'y' && onset !== '' && (coda !== '' || !commonWithY.has(onset))
  return onset === 'p' || doubtfulGlide || doubtfulY ? 'rare' : 'common'
}

/**
 * The rule typing programs follow (Unikey's getTonePosition): â ê ô, then ơ of ươ, then ă ơ ư; of three vowel letters
 * the middle one; of two the second before a consonant, else the first. The new style differs in open oa, oe, uy only.
 */
function tonePlace(written: string, onset: string, style: 'old' | 'new'): number {
  const start = onset === 'gi' && !/^gi[aăâeêioôơuưy]/.test(written) ? 1 : onset.length
  const vowels = /^[aăâeêioôơuưy]+/.exec(written.slice(start))?.[0] ?? ''
  const coda = written.slice(start + vowels.length)
  return start + placeInVowels(vowels, coda, style, onset === 'qu')
}

function placeInVowels(vowels: string, coda: string, style: 'old' | 'new', afterQu: boolean): number {
  if (vowels.length === 1) return 0
  for (const marked of ['âêô', 'ơ', 'ăư']) {
    const at = [...vowels].findLastIndex(letter => marked.includes(letter))
    if (at !== -1) return at
  }
  if (vowels.length === 3) return 1
  if (coda !== '') return 1
  return style === 'new' && !afterQu && ['oa', 'oe', 'uy'].includes(vowels) ? 1 : 0
}
