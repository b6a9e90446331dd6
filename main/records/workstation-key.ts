import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import type { Secrets } from '#main/accounts/keyring'
import { auditEvent, type Core } from '#main/core/capability'

const publicHalf = z.strictObject({
  kid: z.string(),
  publicJwk: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
})
const privateHalf = publicHalf.shape.publicJwk.extend({ d: z.string() })

export type WorkstationPublicKey = z.infer<typeof publicHalf>
export interface WorkstationKey extends WorkstationPublicKey {
  /** Ed25519 JWK as JSON. */
  readonly privateJwk: string
}

const id = 'workstation-key'

/** The public half, known to everybody; null before the first use. */
export function workstationPublicKey(core: Core): WorkstationPublicKey | null {
  const stored = core.store.get('settings', id)
  return stored === undefined ? null : publicHalf.parse(stored.value)
}

/**
 * The key the workstation itself signs with (packs, checkpoints of the journal), made at its first use and kept among the
 * secrets, so that a workspace that moves keeps it. Null while the keyring is locked.
 */
export function createWorkstationKey(core: Core, secrets: Secrets): () => Promise<WorkstationKey | null> {
  let making: Promise<WorkstationKey | null> | null = null

  function stored(): WorkstationKey | null {
    const known = workstationPublicKey(core)
    const privateJwk = secrets.read(id)
    return known === null || privateJwk === null ? null : { ...known, privateJwk }
  }

  async function make(): Promise<WorkstationKey | null> {
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
    const jwk = privateHalf.parse(await exportJWK(pair.privateKey))
    const privateJwk = JSON.stringify(jwk)
    const secret = secrets.write(id, privateJwk)
    if (secret === null) return null
    const value: WorkstationPublicKey = {
      kid: Buffer.from(core.environment.randomBytes(12)).toString('base64url'),
      publicJwk: { kty: jwk.kty, crv: jwk.crv, x: jwk.x },
    }
    await core.store.commit({
      event: auditEvent(core, 'workspace.key-made', null, null, { kid: value.kid }),
      changes: [{ collection: 'settings', put: { id, value } }, secret],
    })
    return { ...value, privateJwk }
  }

  return async () => {
    const known = stored()
    // A key that is only locked away must not be replaced by a new one.
    if (known !== null || workstationPublicKey(core) !== null) return known
    making ??= make().finally(() => {
      making = null
    })
    return making
  }
}
