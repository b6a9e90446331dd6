import type { Mark, MarkSpec, Node } from 'prosemirror-model'

/** Who suggested something, and when; everything one person does at one place is one suggestion, under one `id`. */
export interface SuggestionStamp {
  readonly id: string
  /** Account. */
  readonly by: string
  /** Instant. */
  readonly at: string
}

const stamp = {
  id: { validate: pattern(/^[\w-]{1,40}$/) },
  by: { validate: pattern(/^[a-z2-7]{26}$/) },
  at: { validate: pattern(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/) },
}

/**
 * Suggestions live in the draft as marks on text and on blocks; a revision has none.
 * - `inserted`: new. `split` n > 0: not the block is new but its beginning; to reject is to join n levels to the one before.
 * - `deleted`: to go. `join` n > 0: not the block goes but its beginning; to accept is to join n levels.
 * - `changed`: other formatting, type or attributes than `before`, which is `{ marks }` of a text, `{ type, attrs }` of a block.
 */
export const suggestionMarkSpecs = {
  inserted: {
    group: 'suggestion',
    inclusive: false,
    attrs: { ...stamp, split: { default: 0, validate: levels } },
  },
  deleted: {
    group: 'suggestion',
    inclusive: false,
    attrs: { ...stamp, join: { default: 0, validate: levels } },
  },
  changed: { group: 'suggestion', inclusive: false, attrs: { ...stamp, before: { validate: isBefore } } },
} as const satisfies Record<string, MarkSpec>

export type SuggestionMarkName = keyof typeof suggestionMarkSpecs

export function suggestionMark(node: Node, name: SuggestionMarkName): Mark | undefined {
  return node.marks.find(mark => mark.type.name === name)
}

export function isSuggestionMark(mark: Mark): boolean {
  return Object.hasOwn(suggestionMarkSpecs, mark.type.name)
}

/** The formatting readers would get. */
export function plainMarks(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(mark => !isSuggestionMark(mark))
}

export function stampOf({ attrs }: Mark): SuggestionStamp {
  return { id: String(attrs.id), by: String(attrs.by), at: String(attrs.at) }
}

function pattern(expression: RegExp): (value: unknown) => void {
  return value => demand(typeof value === 'string' && expression.test(value))
}

function levels(value: unknown): void {
  demand(Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 60)
}

function isBefore(value: unknown): void {
  demand(
    typeof value === 'object' &&
      value !== null &&
      (('marks' in value && Array.isArray(value.marks)) ||
        ('type' in value && typeof value.type === 'string')),
  )
}

function demand(condition: boolean): void {
  if (!condition) throw new RangeError('invalid suggestion')
}
