import { join } from 'node:path'
import { type CryptoKey, importJWK } from 'jose'
import { z } from 'zod'
import {
  type PortalError,
  type RegisteredKey,
  type RegisterKeyRequest,
  registeredKey,
} from '#common/api/portal-api'
import type { AccountId } from '#common/domain/ids'
import { ok, type Result } from '#common/domain/result'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'
import { refused } from './articles/refusal'
import { createTurns } from './storage/turns'

/** What a key may be used for: approvals, or decisions to publish ahead of one. */
export type KeyUse = NonNullable<RegisterKeyRequest['uses']>[number]

/** The reviewers this portal trusts: an administrator enters and retires their public keys. */
export interface ReviewerKeys {
  /** Durable when resolved; the same again is content, another key or a retired one under this kid is refused. */
  register(kid: string, request: RegisterKeyRequest, at: string): Promise<Result<RegisteredKey, PortalError>>
  /** From now on no seal by this key is accepted; retiring twice keeps the first time. */
  retire(kid: string, at: string): Promise<Result<RegisteredKey, PortalError>>
  /** The key to check a seal with and whose it is, or why seals by it are refused. */
  forSeal(kid: string, use: KeyUse): Promise<Result<{ key: CryptoKey; reviewer: AccountId }, PortalError>>
}

const keysFile = z.strictObject({ keys: z.array(registeredKey) })

export async function openReviewerKeys(options: {
  readonly files: Files
  readonly directory: string
  readonly acceptDemoKeys: boolean
}): Promise<ReviewerKeys> {
  const { files } = options
  const path = join(options.directory, 'keys.json')
  const inTurn = createTurns()
  const imported = new Map<string, Promise<CryptoKey>>()
  const stored = await files.read(path)
  const initial = stored === null ? [] : keysFile.parse(JSON.parse(Buffer.from(stored).toString())).keys
  let keys: ReadonlyMap<string, RegisteredKey> = new Map(initial.map(key => [key.kid, key]))

  async function put(key: RegisteredKey): Promise<Result<RegisteredKey, PortalError>> {
    const next = new Map(keys).set(key.kid, key)
    const text = JSON.stringify({ keys: [...next.values()] }, null, 2)
    await replaceFile(files, path, Buffer.from(text))
    keys = next
    return ok(key)
  }

  return {
    register: (kid, request, at) =>
      inTurn('keys', async () => {
        if (request.demo && !options.acceptDemoKeys) return demoRefused()
        if (!(await isUsable(request))) return refused('malformed', 'Khóa công khai không phải khóa Ed25519.')
        const held = keys.get(kid)
        if (held === undefined) return put({ kid, ...request, registeredAt: at, retiredAt: null })
        if (held.retiredAt === null && sameKey(held, request))
          return sameUses(held, request) ? ok(held) : put({ ...held, uses: usesOf(request) })
        return refused('key-taken', 'Mã khóa này đã đăng ký cho khóa khác hoặc đã ngừng dùng.')
      }),
    retire: (kid, at) =>
      inTurn('keys', async () => {
        const held = keys.get(kid)
        if (held === undefined) return refused('not-found', 'Cổng không có khóa này.')
        return held.retiredAt === null ? put({ ...held, retiredAt: at }) : ok(held)
      }),
    async forSeal(kid, use) {
      const held = keys.get(kid)
      if (held === undefined || held.retiredAt !== null) {
        const state = held === undefined ? 'chưa đăng ký' : 'đã ngừng dùng'
        return refused(
          'seal-key-unknown',
          `Khóa của người duyệt ${state} trên cổng. Nhờ quản trị cổng đăng ký.`,
        )
      }
      if (held.demo && !options.acceptDemoKeys) return demoRefused()
      if (!usesOf(held).includes(use))
        return refused(
          'seal-key-unknown',
          `Cổng chưa cho khóa này ${useText[use]}. Nhờ quản trị cổng đăng ký.`,
        )
      const key = imported.get(kid) ?? importKey(held)
      imported.set(kid, key)
      return ok({ key: await key, reviewer: held.reviewer })
    },
  }
}

function demoRefused() {
  return refused(
    'demo-key-refused',
    'Cổng này không nhận khóa của tài khoản mẫu. Dùng khóa của người duyệt thật.',
  )
}

const useText = { approve: 'ký phê duyệt', urgent: 'ký quyết định đăng khẩn' } as const

function usesOf({ uses = ['approve'] }: Pick<RegisterKeyRequest, 'uses'>): KeyUse[] {
  return uses
}

function sameUses(held: RegisterKeyRequest, request: RegisterKeyRequest): boolean {
  return usesOf(held).toSorted().join() === usesOf(request).toSorted().join()
}

function sameKey(held: RegisteredKey, request: RegisterKeyRequest): boolean {
  return (
    held.publicJwk.x === request.publicJwk.x &&
    held.reviewer === request.reviewer &&
    held.demo === request.demo
  )
}

function isUsable(request: RegisterKeyRequest): Promise<boolean> {
  return importKey(request).then(
    () => true,
    () => false,
  )
}

async function importKey({ publicJwk }: Pick<RegisteredKey, 'publicJwk'>): Promise<CryptoKey> {
  const key = await importJWK(publicJwk, 'EdDSA')
  if (key instanceof Uint8Array) throw new TypeError('not a public key')
  return key
}
