import type { ArticleText, TextBlock } from './article-text'
import { type BlockText, isWithin, readBlock } from './block-text'
import type { Finding, Mark } from './finding'
import { ignoredWords } from './ignored-words'
import { ruleOf } from './rule-table'
import { abbreviations } from './rules/abbreviations'
import { astray } from './rules/astray'
import { capitals } from './rules/capitals'
import { characters } from './rules/characters'
import { compounds } from './rules/compounds'
import { dates } from './rules/dates'
import { doubledPassages, doubledSentences, doubledWords, repeatedSentences } from './rules/duplicates'
import { ellipsisForms } from './rules/ellipsis-forms'
import { headline } from './rules/headline'
import { names } from './rules/names'
import { numberWords } from './rules/number-words'
import { numbers } from './rules/numbers'
import { people } from './rules/people'
import { phrases } from './rules/phrases'
import { places } from './rules/places'
import { punctuation } from './rules/punctuation'
import { quotes } from './rules/quotes'
import { repost } from './rules/repost'
import { spacing } from './rules/spacing'
import { strangers } from './rules/strangers'
import { syllables } from './rules/syllables'

/** Answers of the rules that look at one block alone, kept between two readings of an article that is being written. */
export type BlockCache = Map<string, { readonly block: BlockText; readonly marks: readonly Mark[] }>

/** Everything to mend in an article, in reading order. Pure but for the cache, which only saves time. */
export function proofread(article: ArticleText, cache: BlockCache = new Map()): Finding[] {
  const read = article.blocks.map(block => readCached(block, article, cache))
  const blocks = read.map(({ block }) => block)
  const whole = [
    quotes(blocks),
    ellipsisForms(blocks),
    doubledPassages(blocks),
    abbreviations(blocks, article.names),
    names(blocks, article.names, article.today),
    people(blocks),
    places(blocks),
    strangers(blocks),
    repeatedSentences(blocks),
  ]
  const source = repost(article)
  return blocks.flatMap((block, index) => {
    const marks = [
      ...(read[index]?.marks ?? []),
      ...whole.flatMap(rule => rule[index] ?? []),
      ...(source?.block === index ? source.marks : []),
    ]
    return withoutOverlaps(marks.filter(mark => isHeard(mark, block)))
      .filter(mark => !isPassedOver(mark, block, article))
      .map(mark => finding(mark, index))
  })
}

function readCached(block: TextBlock, { names: table, today }: ArticleText, cache: BlockCache) {
  const year = Number(today.slice(0, 4))
  const key = `${block.kind} ${table.toneStyle} ${year} ${block.text}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const ready = readBlock(block)
  const marks = [
    ...characters(ready),
    ...spacing(ready),
    ...punctuation(ready),
    ...numbers(ready),
    ...numberWords(ready),
    ...dates(ready, year),
    ...phrases(ready),
    ...syllables(ready, table.toneStyle),
    ...compounds(ready),
    ...astray(ready),
    ...doubledWords(ready),
    ...doubledSentences(ready),
    ...capitals(ready),
    ...headline(ready),
  ]
  // Room for several long articles; beyond it the oldest answers go.
  if (cache.size > 5_000) cache.clear()
  const entry = { block: ready, marks }
  cache.set(key, entry)
  return entry
}

/** Silent in quotations where the rule says so. */
function isHeard(mark: Mark, block: BlockText): boolean {
  return !(ruleOf(mark.rule).notInQuotations && isWithin(block.quoted, mark.from, mark.to))
}

/** The organisation has said "never again". */
function isPassedOver(mark: Mark, block: BlockText, { names: table }: ArticleText): boolean {
  const words = ignoredWords(block.text, mark)
  return table.ignored.some(
    entry => entry.rule === mark.rule && (entry.words === '*' || entry.words === words),
  )
}

/** Two rules on the same words say the same thing twice: the one that stands first (the surer) stays. Whole blocks count apart. */
function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks) {
    const taken = kept.some(other => !standsApart(other) && other.from < mark.to && mark.from < other.to)
    if (standsApart(mark) || !taken) kept.push(mark)
  }
  return kept.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** What is said of a whole block, and of where a text comes from, hides nothing and is hidden by nothing. */
function standsApart(mark: Mark): boolean {
  return mark.to - mark.from > 60 || ruleOf(mark.rule).class === 'repost'
}

function finding({ rule, from, to, params = {}, fixes = [] }: Mark, block: number): Finding {
  return { rule, severity: ruleOf(rule).severity, block, from, to, params, fixes }
}
