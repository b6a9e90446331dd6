import { z } from 'zod'
import { emptyProfile, organisationProfile } from './organisation-profile'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const words = z.string().trim().min(1).max(200)

/** A name as the organisation writes it, and when it held (reorganisation of communes on 01/07/2025: old names end there). */
export const knownName = z.strictObject({
  kind: z.enum(['place', 'body', 'person', 'event']),
  name: words,
  variants: z.array(words).max(30),
  office: words.nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  successor: words.nullable(),
})

export const knownAbbreviation = z.strictObject({
  short: z.string().trim().min(2).max(20),
  full: words,
  familiar: z.boolean(),
})

/** A finding the organisation never wants to see again; `*` stands for any words. */
export const ignoredFinding = z.strictObject({
  rule: z.string().min(1).max(60),
  words: z.string().min(1).max(120),
})

/** The organisation's names, abbreviations, public contacts and what its proofreader passes over. */
export const namesTable = z.strictObject({
  names: z.array(knownName).max(2_000),
  abbreviations: z.array(knownAbbreviation).max(500),
  officialContacts: z.array(words).max(500),
  ignored: z.array(ignoredFinding).max(2_000),
  toneStyle: z.enum(['old', 'new']),
  profile: organisationProfile.default(emptyProfile),
})
export type NamesTable = z.infer<typeof namesTable>
