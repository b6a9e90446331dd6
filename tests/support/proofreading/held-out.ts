import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleText, BlockKind, TextBlock } from '#common/vietnamese/proofreading/article-text'
import { emptyNamesTable, type NamesTable } from '#common/vietnamese/proofreading/names-table'
import { proofread } from '#common/vietnamese/proofreading/proofread'
import { type RuleClass, ruleClasses, ruleOf } from '#common/vietnamese/proofreading/rule-table'
import { type CleanScore, type SeedScore, tallyOf, today } from './corpus'

const lasting = { validFrom: null, validTo: null, successor: null, office: null, variants: [] as string[] }

/** What the commune of the held-out texts has entered. */
const names: NamesTable = {
  ...emptyNamesTable,
  names: [
    { ...lasting, kind: 'place', name: 'Hà Lĩnh', variants: ['Hà Lỉnh'] },
    { ...lasting, kind: 'place', name: 'xã Đông Khê', validTo: '2025-06-30', successor: 'xã Yên Trạch' },
    { ...lasting, kind: 'person', name: 'Lê Văn Thuận', variants: ['Lê Văn Thuân'] },
  ],
}

/** A place that is wrong in the spoiled text; `block` is null for what no words show. */
interface Planted {
  readonly class: RuleClass
  readonly block: number | null
  readonly from: number
  readonly to: number
}

interface HeldOut {
  readonly clean: ArticleText
  readonly spoiled: ArticleText
  readonly planted: readonly Planted[]
}

const markers: readonly (readonly [string, BlockKind])[] = [
  ['~ ', 'lead'],
  ['## ', 'heading'],
  ['- ', 'list-item'],
  ['> ', 'quotation'],
]

function classOf(name: string | undefined): RuleClass {
  const found = ruleClasses.find(one => one === name)
  if (found === undefined) throw new Error(`no class of rules: ${name}`)
  return found
}

const plain = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('⏎', '\n')

interface Piece {
  readonly kind: BlockKind
  readonly right: string
  readonly wrong: string
  readonly spots: readonly Omit<Planted, 'block'>[]
}

function readPiece(kind: BlockKind, line: string): Piece {
  let right = ''
  let wrong = ''
  const spots: Omit<Planted, 'block'>[] = []
  for (const part of line.split(/(\{\{[^{}]*\}\})/)) {
    const seed = /^\{\{(.*?)\|(.*)\|(.*)\}\}$/.exec(part)
    const from = wrong.length
    right += plain(seed?.[3] ?? part)
    wrong += plain(seed?.[2] ?? part)
    if (seed !== null) spots.push({ class: classOf(seed[1]), from, to: wrong.length })
  }
  return { kind, right, wrong, spots }
}

const cell = /(?<!\{\{[^{}]*)\|/
function readLine(line: string, index: number): readonly Piece[] {
  if (index === 0) return [readPiece('headline', line)]
  if (line.startsWith('| '))
    return (
      line
        .slice(1)
        .split(cell)
        .map(one => readPiece('table-cell', one.trim()))
        // A row may end with a bar.
        .filter(({ wrong }) => wrong !== '')
    )
  const marker = markers.find(([sign]) => line.startsWith(sign))
  return [readPiece(marker?.[1] ?? 'paragraph', marker === undefined ? line : line.slice(marker[0].length))]
}

function readArticle(part: string): HeldOut {
  const lines = part.split('\n').filter(line => line.trim() !== '')
  const said = (word: string): string | undefined =>
    lines.find(line => line.startsWith(`@${word} `))?.slice(word.length + 2)
  const source = (said('nguồn') ?? '- | - | - | -')
    .split(' | ')
    .map(one => (one.trim() === '-' ? null : one.trim()))
  const pieces = lines.filter(line => !line.startsWith('@')).flatMap(readLine)
  const article = (blocks: readonly TextBlock[]): ArticleText => ({
    blocks: blocks.filter(({ text }) => text !== ''),
    kind: said('loại') ?? 'news',
    source: {
      name: source[0] ?? null,
      url: source[1] ?? null,
      author: source[2] ?? null,
      date: source[3] ?? null,
    },
    today,
    names,
  })
  const expected = said('mong')
  return {
    clean: article(expected === undefined ? pieces.map(({ kind, right }) => ({ kind, text: right })) : []),
    spoiled: article(pieces.map(({ kind, wrong }) => ({ kind, text: wrong }))),
    planted: [
      ...pieces.flatMap(({ spots }, block) => spots.map(spot => ({ ...spot, block }))),
      ...(expected === undefined ? [] : [{ class: classOf(expected), block: null, from: 0, to: 0 }]),
    ],
  }
}

/** Corpora in the notation of `held-out.txt`; their authors had not read the rules (but for the third: docs/proofreading.md). */
export const heldOutFiles = [
  'held-out.txt',
  'unseen.txt',
  'third.txt',
  'fourth.txt',
  'fifth.txt',
  'sixth.txt',
  'seventh.txt',
  'eighth.txt',
  'ninth.txt',
  'tenth.txt',
] as const
/** Nothing is wrong with these. */
export const cleanFiles = [
  'clean-portal.txt',
  'clean-prose.txt',
  'clean-crafts.txt',
  'clean-news.txt',
] as const

export type HeldOutFile = (typeof heldOutFiles)[number] | (typeof cleanFiles)[number]

function readHeldOut(file: HeldOutFile): readonly HeldOut[] {
  const text = readFileSync(join(process.cwd(), 'tests/corpus', file), 'utf8').replaceAll('\r\n', '\n')
  return text
    .split(/\n\s*\n/)
    .filter(part => part.trim() !== '')
    .map(readArticle)
}

/** These speak of a whole paragraph or article: a finding anywhere in the paragraph is meant for the planted place. */
const wide: readonly RuleClass[] = ['quotes', 'duplicates', 'headline', 'punctuation', 'ellipsis']

/** All that is wrong with an article stands in it together; a finding is right when it touches a planted place. */
export function scoreHeldOutSeeds(file: HeldOutFile): SeedScore {
  const byClass: SeedScore['byClass'] = new Map()
  const notes: string[] = []
  for (const { spoiled, planted } of readHeldOut(file)) {
    const findings = proofread(spoiled)
    const hit = ({ rule, block, from, to }: (typeof findings)[number], at: Planted): boolean =>
      at.block === null || (wide.includes(at.class) && at.block === block)
        ? ruleOf(rule).class === at.class
        : at.block === block && from <= at.to && at.from <= to
    for (const at of planted) {
      const found = findings.some(one => hit(one, at))
      tallyOf(byClass, at.class)[found ? 'found' : 'missed'] += 1
      if (!found)
        notes.push(
          `missed ${at.class}: ${spoiled.blocks[at.block ?? 0]?.text.slice(Math.max(0, at.from - 12), at.to + 12)}`,
        )
    }
    for (const one of findings.filter(finding => !planted.some(at => hit(finding, at)))) {
      const name = ruleOf(one.rule).class
      tallyOf(byClass, name).alarms += 1
      const text = spoiled.blocks[one.block]?.text ?? ''
      notes.push(
        `alarm ${one.rule}: ${text.slice(Math.max(0, one.from - 12), one.from)}[${text.slice(one.from, one.to)}]`,
      )
    }
  }
  return { byClass, notes }
}

/** The same articles as they should have been. */
export function scoreHeldOutClean(file: HeldOutFile): CleanScore {
  let words = 0
  const alarms: string[] = []
  for (const { clean } of readHeldOut(file)) {
    for (const { text } of clean.blocks) words += text.split(/\s+/).length
    for (const one of proofread(clean)) {
      const text = clean.blocks[one.block]?.text ?? ''
      alarms.push(
        `${one.rule}: ${text.slice(Math.max(0, one.from - 15), one.from)}[${text.slice(one.from, one.to)}]`,
      )
    }
  }
  return { words, alarms }
}
