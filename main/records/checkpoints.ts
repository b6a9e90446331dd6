import { importJWK, type JWK } from 'jose'
import { instantNow } from '#common/domain/environment'
import { checkpointType, type JournalCheckpoint, journalCheckpoint } from '#common/domain/journal-checkpoint'
import type { Core } from '#main/core/capability'
import { keyNamedBy, peek, signValue, verifiedValue } from '../review/sign-text'
import { type WorkstationKey, workstationPublicKey } from './workstation-key'

/**
 * What a checkpoint held elsewhere says of the journal here. `cut`: ours ends before it. `altered`: another record stands
 * at its place. `foreign`: not signed by this workstation's key.
 */
export interface CheckpointVerdict {
  readonly state: 'match' | 'cut' | 'altered' | 'foreign'
  readonly sequence: number
  readonly at: string
}

/** Where the journal stands now, signed; null while the keyring is locked. */
export async function signCheckpoint(
  core: Core,
  key: () => Promise<WorkstationKey | null>,
): Promise<string | null> {
  const signer = await key()
  if (signer === null) return null
  const value: JournalCheckpoint = {
    format: 'toa-soan/journal-checkpoint',
    v: 1,
    workspace: core.store.workspace,
    ...core.store.head,
    at: instantNow(core.environment),
    publicJwk: signer.publicJwk,
  }
  const privateKey = await importJWK(JSON.parse(signer.privateJwk) as JWK, 'EdDSA')
  if (privateKey instanceof Uint8Array) throw new TypeError('not a private key')
  return signValue(value, checkpointType, { kid: signer.kid, privateKey })
}

/** Each look reads a piece of the journal; the newest ones decide. */
const mostCompared = 10

/** Holds checkpoints, newest first, against the journal; the first that does not fit, else the newest; null of none. */
export async function compareCheckpoints(
  core: Core,
  held: readonly string[],
): Promise<CheckpointVerdict | null> {
  let newest: CheckpointVerdict | null = null
  for (const jws of held.slice(0, mostCompared)) {
    const verdict = await compareCheckpoint(core, jws)
    if (verdict.state !== 'match') return verdict
    newest ??= verdict
  }
  return newest
}

async function compareCheckpoint(core: Core, jws: string): Promise<CheckpointVerdict> {
  const ours = workstationPublicKey(core)
  const isOurs = ours !== null && keyNamedBy(jws, checkpointType) === ours.kid
  const value = isOurs ? await verifiedValue(jws, ours.publicJwk, journalCheckpoint) : null
  if (value === null || value.workspace !== core.store.workspace) {
    const shown = journalCheckpoint.safeParse(peek(jws))
    const { sequence, at } = shown.success ? shown.data : { sequence: 0, at: instantNow(core.environment) }
    return { state: 'foreign', sequence, at }
  }
  const { sequence, at, hash } = value
  const [entry] = await core.store.history({ before: sequence + 1, limit: 1 })
  const found = entry?.position
  if (found?.sequence !== sequence) return { state: 'cut', sequence, at }
  return { state: found.hash === hash ? 'match' : 'altered', sequence, at }
}
