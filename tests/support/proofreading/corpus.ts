import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleText, BlockKind } from '#common/vietnamese/proofreading/article-text'
import { emptyNamesTable } from '#common/vietnamese/proofreading/names-table'
import { proofread } from '#common/vietnamese/proofreading/proofread'
import { type RuleClass, ruleClasses, ruleOf } from '#common/vietnamese/proofreading/rule-table'

const folder = join(process.cwd(), 'tests/corpus')
export const today = '2026-11-23'

/** Articles of a corpus file: lines of each, the headline first. */
export function readTexts(file: string): readonly (readonly string[])[] {
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
  return text
    .split(/\n\s*\n/)
    .map(part => part.split('\n').filter(line => line.trim() !== ''))
    .filter(lines => lines.length > 0)
}

export interface Seed {
  /** Number of the article in `clean.txt`, from 1. */
  readonly article: number
  readonly class: RuleClass
  readonly right: string
  readonly wrong: string
}

export function readSeeds(): readonly Seed[] {
  return readFileSync(join(folder, 'seeds.txt'), 'utf8')
    .split('\n')
    .flatMap(line => {
      const match = /^(\d+) (\S+) \| (.*) → (.*)$/.exec(line)
      const name = ruleClasses.find(one => one === match?.[2])
      if (match === null || name === undefined) return []
      return [{ article: Number(match[1]), class: name, right: match[3] ?? '', wrong: match[4] ?? '' }]
    })
}

export function articleOf(lines: readonly string[]): ArticleText {
  const kind = (index: number): BlockKind => (index === 0 ? 'headline' : 'paragraph')
  return {
    blocks: lines.map((text, index) => ({ kind: kind(index), text })),
    kind: 'news',
    source: { name: null, url: null, author: null, date: null },
    today,
    names: emptyNamesTable,
  }
}

export interface Tally {
  found: number
  missed: number
  alarms: number
}

export interface SeedScore {
  readonly byClass: Map<RuleClass, Tally>
  readonly notes: readonly string[]
}

export interface CleanScore {
  readonly words: number
  readonly alarms: readonly string[]
}

export function tallyOf(byClass: SeedScore['byClass'], name: RuleClass): Tally {
  const tally = byClass.get(name) ?? { found: 0, missed: 0, alarms: 0 }
  byClass.set(name, tally)
  return tally
}

export function sumOf({ byClass }: SeedScore): Tally {
  const total = { found: 0, missed: 0, alarms: 0 }
  for (const { found, missed, alarms } of byClass.values()) {
    total.found += found
    total.missed += missed
    total.alarms += alarms
  }
  return total
}

/** One text for each seed: a seed counts as found when a finding of its class touches the words that were changed. */
export function scoreSeeds(): SeedScore {
  const texts = readTexts('clean.txt')
  const byClass = new Map<RuleClass, Tally>()
  const notes: string[] = []
  for (const seed of readSeeds()) {
    const lines = texts[seed.article - 1] ?? []
    const block = lines.findIndex(line => line.includes(seed.right))
    if (block === -1 || seed.right === seed.wrong) continue
    const at = lines[block]?.indexOf(seed.right) ?? 0
    const spoiled = lines.map((line, index) =>
      index === block ? line.replace(seed.right, () => seed.wrong) : line,
    )
    const findings = proofread(articleOf(spoiled))
    const touching = findings.filter(
      one =>
        one.block === block &&
        ((one.from <= at + seed.wrong.length && at <= one.to) || ruleOf(one.rule).class === seed.class),
    )
    const tally = tallyOf(byClass, seed.class)
    if (touching.length > 0) tally.found += 1
    else {
      tally.missed += 1
      notes.push(`missed ${seed.class}: ${seed.right} → ${seed.wrong}`)
    }
    for (const alarm of findings.filter(one => !touching.includes(one))) {
      tally.alarms += 1
      notes.push(
        `alarm ${alarm.rule} (${ruleOf(alarm.rule).class}): ${spoiled[alarm.block]?.slice(alarm.from, alarm.to)}`,
      )
    }
  }
  return { byClass, notes }
}

export function scoreClean(texts: readonly (readonly string[])[]): CleanScore {
  let words = 0
  const alarms: string[] = []
  for (const lines of texts) {
    words += lines.join(' ').split(/\s+/).length
    for (const one of proofread(articleOf(lines))) {
      alarms.push(`${one.rule}: ${lines[one.block]?.slice(one.from, one.to)}`)
    }
  }
  return { words, alarms }
}
