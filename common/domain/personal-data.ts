import { z } from 'zod'
import { legalBasisIds } from '../vietnamese/personal-data/legal-bases'
import { personalDataKinds } from '../vietnamese/personal-data/personal-data'
import { accountId, instant } from './ids'

/** A person's decision that one piece of personal data stays in the text. */
export const personalDataDecision = z.strictObject({
  kind: z.enum(personalDataKinds),
  /** The words as they stand in the draft. */
  text: z.string().min(1).max(400),
  basis: z.enum(legalBasisIds),
  note: z.string().trim().max(500),
})
export type PersonalDataDecision = z.infer<typeof personalDataDecision>

/** What is kept of a decision: never the data itself, only its mask and a digest that recognises it again. */
export const keptDecision = z.strictObject({
  kind: z.enum(personalDataKinds),
  digest: z.string().length(64),
  masked: z.string(),
  basis: z.enum(legalBasisIds),
  note: z.string(),
  by: accountId,
  at: instant,
})
export type KeptDecision = z.infer<typeof keptDecision>

/** One piece found in a draft, for the dialog before submission. */
export const personalDataFinding = z.strictObject({
  kind: z.enum(personalDataKinds),
  text: z.string(),
  masked: z.string(),
  /** The words around it. */
  before: z.string(),
  after: z.string(),
  /** Document positions. */
  from: z.int(),
  to: z.int(),
  decided: keptDecision.nullable(),
})
export type PersonalDataFinding = z.infer<typeof personalDataFinding>
