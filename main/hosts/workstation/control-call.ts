import { z } from 'zod'
import { contract } from '#common/api/contract'
import type { Answer } from '#common/api/operation'
import type { Session } from '#main/core/capability'
import { isOperation, type Newsroom } from '#main/newsroom'

/** One call of the command line: an operation, its input, and as whom. */
export const controlCall = z.strictObject({
  operation: z.string().max(60),
  input: z.unknown(),
  as: z.string().max(40).nullable(),
  passphrase: z.string().max(200).nullable(),
})
export type ControlCall = z.infer<typeof controlCall>

/** Signs in where the operation wants somebody, asks, and forgets the session. The caller has proved the token. */
export async function answerControlCall(newsroom: Newsroom, call: unknown): Promise<Answer<unknown>> {
  const { operation, input, as, passphrase } = controlCall.parse(call)
  const session: Session = { account: null }
  const wantsSomebody = isOperation(operation) && contract[operation].access !== 'anyone'
  if (as !== null && wantsSomebody) {
    const signIn = { signInName: as, ...(passphrase === null ? {} : { passphrase }) }
    const signedIn = await newsroom.ask('session.signIn', signIn, session)
    if (!signedIn.ok) return signedIn
  }
  return newsroom.ask(operation, input, session)
}
