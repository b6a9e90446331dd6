import { z } from 'zod'
import { blobHash } from '../domain/ids'

/**
 * A stretch of text in reading order. `marks` are names of formatting ("bold", "link https://…"); `formatted` text is the
 * same in both versions but looked like `marksBefore`.
 */
export const textRun = z.strictObject({
  change: z.enum(['same', 'added', 'removed', 'formatted']),
  text: z.string(),
  marks: z.array(z.string()),
  marksBefore: z.array(z.string()),
})
export type TextRun = z.infer<typeof textRun>

const runs = z.array(textRun)

/** What became of a whole block, row or cell; `moved` ones stand unchanged elsewhere too. */
export const blockChange = z.enum(['same', 'added', 'removed', 'changed', 'moved'])
export type BlockChange = z.infer<typeof blockChange>

/** A named value of a picture, file or poll ("alt", "credit", "fileName", "question" …). */
const detail = z.strictObject({ name: z.string(), runs })

const cell = z.strictObject({ change: blockChange, header: z.boolean(), runs })
const row = z.strictObject({ change: blockChange, cells: z.array(cell) })

export const comparedBlock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    change: blockChange,
    /** Containers and block from outside in: "paragraph", "heading2", "bulletList paragraph", "orderedList start4 paragraph". */
    style: z.string(),
    /** Another style before; null when it stayed. */
    styleBefore: z.string().nullable(),
    runs,
  }),
  z.strictObject({ kind: z.literal('table'), change: blockChange, rows: z.array(row) }),
  z.strictObject({
    kind: z.literal('picture'),
    change: blockChange,
    picture: blobHash.nullable(),
    pictureBefore: blobHash.nullable(),
    details: z.array(detail),
    /** The caption. */
    runs,
  }),
  z.strictObject({
    kind: z.literal('file'),
    change: blockChange,
    file: blobHash.nullable(),
    fileBefore: blobHash.nullable(),
    details: z.array(detail),
  }),
  z.strictObject({ kind: z.literal('poll'), change: blockChange, details: z.array(detail) }),
  z.strictObject({ kind: z.literal('rule'), change: blockChange }),
])
export type ComparedBlock = z.infer<typeof comparedBlock>

export const comparedField = z.strictObject({
  key: z.string(),
  label: z.strictObject({ vi: z.string(), en: z.string() }),
  runs,
})
export type ComparedField = z.infer<typeof comparedField>

/** How much differs; a replaced word counts once. `signs` are stretches of punctuation alone, `formats` of looks alone. */
export const comparisonCounts = z.strictObject({
  words: z.int(),
  signs: z.int(),
  formats: z.int(),
  pictures: z.int(),
  files: z.int(),
  fields: z.int(),
  moved: z.int(),
})
export type ComparisonCounts = z.infer<typeof comparisonCounts>

export const comparison = z.strictObject({
  /** Headline and lead first, then the body in reading order; removed blocks stand where they stood. */
  blocks: z.array(comparedBlock),
  /** Only those that differ. */
  fields: z.array(comparedField),
  counts: comparisonCounts,
})
export type Comparison = z.infer<typeof comparison>
