import { parse } from 'yaml'
import { z } from 'zod'
import { returnReason } from '#common/domain/article'

const words = z.string().trim().min(1)
/** Words of the text as it stands in the file, and those that stood there before. */
const changes = z.array(z.strictObject({ was: words, is: words })).min(1)
export type Changes = z.infer<typeof changes>

const reviewer = words
const sentBack = { by: words, reason: returnReason, note: words }

const story = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.enum(['draft', 'submitted']) }),
  z.strictObject({ stage: z.literal('returned'), reviewer, reason: returnReason, note: words }),
  z.strictObject({
    stage: z.enum(['in-review', 'approved', 'live', 'expired']),
    reviewer,
    returned: z.strictObject({ ...sentBack, changes }).optional(),
  }),
  z.strictObject({ stage: z.literal('scheduled'), reviewer, at: words }),
  z.strictObject({ stage: z.literal('corrected'), reviewer, notice: words, changes }),
  z.strictObject({ stage: z.literal('revised'), reviewer, changes }),
  z.strictObject({ stage: z.literal('taken-down'), reviewer, reason: words }),
  z.strictObject({ stage: z.literal('spiked'), by: words, reason: words }),
])
export type WrittenStory = z.infer<typeof story>

const poll = z.strictObject({
  question: words,
  opens: words,
  closes: words,
  choices: z.array(words).min(2).max(8),
})
export type WrittenPoll = z.infer<typeof poll>

/** A row of a schedule: day, time, work, place, people, and what to prepare. */
const schedule = z.array(z.tuple([words, words, words, words, words]).rest(words))
export type WrittenSchedule = z.infer<typeof schedule>

/** What stands above the body of `articles/*.md`, in YAML between two lines of `---`. */
const frontMatter = z.strictObject({
  headline: words,
  lead: words,
  kind: words,
  category: words,
  writer: words,
  fields: z.record(z.string(), z.union([words, z.array(words)])).default({}),
  poll: poll.optional(),
  schedule: schedule.optional(),
  story,
})
export type FrontMatter = z.infer<typeof frontMatter>

/** Parts an article's file; throws when it has no front matter or one of another shape. */
export function splitFrontMatter(source: string): { readonly front: FrontMatter; readonly body: string } {
  const match = /^---\n(?<head>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/.exec(source)
  if (match === null) throw new RangeError('no front matter between two lines of ---')
  return { front: frontMatter.parse(parse(match.groups?.head ?? '')), body: match.groups?.body ?? '' }
}
