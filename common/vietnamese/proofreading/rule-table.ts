import type { Severity } from './finding'

export const ruleClasses = [
  'characters',
  'spacing',
  'quotes',
  'ellipsis',
  'punctuation',
  'numbers',
  'dates',
  'names',
  'capitals',
  'abbreviations',
  'syllables',
  'phrases',
  'duplicates',
  'headline',
  'repost',
] as const
export type RuleClass = (typeof ruleClasses)[number]

interface Rule {
  readonly class: RuleClass
  readonly severity: Severity
  /** Words of others stay as they were said: the rule keeps out of quotations. */
  readonly notInQuotations?: true
}

/** Every rule with its class, weight and where it keeps silent. Words for people: `proofreading.rules` of the catalogues. */
export const rules = {
  'decomposed-letters': { class: 'characters', severity: 'error' },
  'invisible-character': { class: 'characters', severity: 'error' },
  'lookalike-letter': { class: 'characters', severity: 'error' },
  'letter-in-figure': { class: 'characters', severity: 'error' },
  'styled-letters': { class: 'characters', severity: 'warning' },
  'broken-letter': { class: 'characters', severity: 'error' },
  'double-space': { class: 'spacing', severity: 'warning' },
  'space-before-mark': { class: 'spacing', severity: 'error' },
  'space-after-mark': { class: 'spacing', severity: 'error' },
  'figure-joined': { class: 'spacing', severity: 'warning' },
  'space-inside-brackets': { class: 'spacing', severity: 'warning' },
  'quote-unclosed': { class: 'quotes', severity: 'error' },
  'quote-unopened': { class: 'quotes', severity: 'error' },
  'quote-mixed': { class: 'quotes', severity: 'error' },
  'quote-straight': { class: 'quotes', severity: 'hint' },
  'bracket-unclosed': { class: 'quotes', severity: 'warning' },
  'ellipsis-form': { class: 'ellipsis', severity: 'error' },
  'ellipsis-mixed': { class: 'ellipsis', severity: 'hint', notInQuotations: true },
  'marks-doubled': { class: 'punctuation', severity: 'error' },
  'sentence-end': { class: 'punctuation', severity: 'warning' },
  'number-grouping': { class: 'numbers', severity: 'warning' },
  'decimal-point': { class: 'numbers', severity: 'warning' },
  'document-number': { class: 'numbers', severity: 'warning' },
  'percent-spacing': { class: 'numbers', severity: 'warning' },
  'percent-over': { class: 'numbers', severity: 'hint' },
  'ratio-mismatch': { class: 'numbers', severity: 'warning' },
  'number-in-words': { class: 'numbers', severity: 'error' },
  'about-exactly': { class: 'numbers', severity: 'hint', notInQuotations: true },
  'impossible-date': { class: 'dates', severity: 'error' },
  'impossible-time': { class: 'dates', severity: 'error' },
  'weekday-mismatch': { class: 'dates', severity: 'error' },
  'range-reversed': { class: 'dates', severity: 'error' },
  'recently-long-ago': { class: 'dates', severity: 'error', notInQuotations: true },
  'anniversary-mismatch': { class: 'dates', severity: 'error' },
  'quarter-mismatch': { class: 'dates', severity: 'error' },
  'name-variant': { class: 'names', severity: 'warning', notInQuotations: true },
  'name-ceased': { class: 'names', severity: 'hint', notInQuotations: true },
  'office-differs': { class: 'names', severity: 'warning', notInQuotations: true },
  'person-two-spellings': { class: 'names', severity: 'warning' },
  'place-two-spellings': { class: 'names', severity: 'warning' },
  'person-two-titles': { class: 'names', severity: 'warning' },
  'tone-style-mixed': { class: 'names', severity: 'hint', notInQuotations: true },
  'sentence-start': { class: 'capitals', severity: 'error' },
  'capital-inside-word': { class: 'capitals', severity: 'error' },
  'official-capital': { class: 'capitals', severity: 'warning', notInQuotations: true },
  'capital-too-many': { class: 'capitals', severity: 'warning', notInQuotations: true },
  'abbreviation-unexplained': { class: 'abbreviations', severity: 'hint', notInQuotations: true },
  'abbreviation-unknown': { class: 'abbreviations', severity: 'hint', notInQuotations: true },
  'abbreviation-initials': { class: 'abbreviations', severity: 'warning' },
  'abbreviation-form': { class: 'abbreviations', severity: 'warning' },
  'not-a-syllable': { class: 'syllables', severity: 'error' },
  'tone-place': { class: 'syllables', severity: 'error' },
  'words-joined': { class: 'syllables', severity: 'error' },
  'unwritten-syllable': { class: 'phrases', severity: 'error' },
  'hoi-nga': { class: 'phrases', severity: 'error' },
  'confusable-phrase': { class: 'phrases', severity: 'error' },
  'compound-misspelt': { class: 'phrases', severity: 'warning' },
  'word-doubled': { class: 'duplicates', severity: 'warning' },
  'sentence-doubled': { class: 'duplicates', severity: 'error' },
  'paragraph-doubled': { class: 'duplicates', severity: 'error' },
  'passage-nearly-doubled': { class: 'duplicates', severity: 'hint', notInQuotations: true },
  'headline-long': { class: 'headline', severity: 'hint' },
  'headline-capitals': { class: 'headline', severity: 'warning' },
  'headline-full-stop': { class: 'headline', severity: 'warning' },
  'headline-lower-case': { class: 'headline', severity: 'warning' },
  'headline-document-heading': { class: 'headline', severity: 'warning' },
  'repost-author': { class: 'repost', severity: 'warning' },
  'repost-date': { class: 'repost', severity: 'warning' },
  'repost-link': { class: 'repost', severity: 'warning' },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

export function ruleOf(id: RuleId): Rule {
  return rules[id]
}
