import { z } from 'zod'

/** What the child at work tells: at its start what it found, then each thing that was acknowledged to somebody. */
export const report = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opened'),
    /** Processor time of opening: a machine that others use too says little by its clock. */
    cpuMs: z.number(),
    health: z.string(),
    whole: z.boolean(),
    firstBad: z.string(),
    articles: z.array(
      z.object({ id: z.string(), stage: z.string(), revision: z.string().nullable(), draft: z.int() }),
    ),
    jobs: z.array(z.object({ article: z.string(), state: z.string(), sequence: z.int() })),
    /** Files asked about in the command line that are not there or not whole. */
    missingBlobs: z.array(z.string()),
    /** Approved articles whose seal does not hold. */
    brokenSeals: z.array(z.string()),
  }),
  z.object({ kind: z.literal('place'), name: z.string() }),
  z.object({ kind: z.literal('saved'), article: z.string(), version: z.int() }),
  z.object({ kind: z.literal('submitted'), article: z.string(), revision: z.string() }),
  z.object({ kind: z.literal('approved'), article: z.string(), revision: z.string() }),
  z.object({ kind: z.literal('pushed'), article: z.string() }),
  z.object({ kind: z.literal('confirmed'), article: z.string() }),
  z.object({ kind: z.literal('blob'), hash: z.string() }),
  z.object({ kind: z.literal('checkpoint') }),
])

export type Report = z.infer<typeof report>
export type Opened = Extract<Report, { kind: 'opened' }>
