import { z } from 'zod'
import { signingKey } from './account'
import { instant, workspaceId } from './ids'

/** `typ` of the compact JWS (EdDSA) over a checkpoint, signed by the workstation's own key. */
export const checkpointType = 'toa-soan-journal-checkpoint+jws'

/**
 * Where the journal stood when something was pushed. Held by a portal it shows that nothing before it was cut off or made
 * anew since: whoever changes the journal cannot change what the portal holds.
 */
export const journalCheckpoint = z.strictObject({
  format: z.literal('toa-soan/journal-checkpoint'),
  v: z.literal(1),
  workspace: workspaceId,
  sequence: z.int().positive(),
  /** Chain hash after that record. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: instant,
  publicJwk: signingKey.shape.publicJwk,
})
export type JournalCheckpoint = z.infer<typeof journalCheckpoint>

export const checkpointHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal(checkpointType),
  kid: signingKey.shape.kid,
})
