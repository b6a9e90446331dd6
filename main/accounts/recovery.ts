import { type Problem, problem } from '#common/api/problems/problem'
import { instantNow } from '#common/domain/environment'
import { ok, type Result, refuse } from '#common/domain/result'
import { auditEvent, type Core } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import { wrappedKeySchema } from '#main/core/collections'
import { wrapWorkspaceKey } from './new-account'
import { findBySignInName } from './people'
import { newSigningKey } from './signing-key'
import { unwrap } from './wrapping'

export const recoveryLabel = 'toa-soan/recovery'
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 160 bits in eight groups of four, without the letters that look alike on paper. */
export function newRecoveryCode(core: Core): string {
  const letters = Array.from(core.environment.randomBytes(32), byte => alphabet[byte & 31]).join('')
  return letters.match(/.{4}/g)?.join('-') ?? letters
}

/** The sheet to print and lock away. */
export function recoverySheet(
  organisation: string,
  administrator: string,
  code: string,
  date: string,
): string {
  return [
    'TÒA SOẠN: PHIẾU KHÔI PHỤC QUYỀN QUẢN TRỊ',
    '',
    `Đơn vị: ${organisation}`,
    `Quản trị: ${administrator}`,
    `Ngày lập: ${date}`,
    '',
    `Mã khôi phục: ${code}`,
    '',
    'In phiếu này, niêm phong và cất trong tủ hồ sơ; không lưu trên máy.',
    'Khi quên mật khẩu: màn hình đăng nhập → “Quên mật khẩu” → nhập mã này và mật khẩu mới.',
    'Ai giữ phiếu này có thể đặt lại mật khẩu quản trị.',
    '',
  ].join('\n')
}

/** Sets a new passphrase with the printed code. The old signing key cannot be unwrapped any more: it retires. */
export async function recoverAccount(
  core: Core,
  input: { readonly signInName: string; readonly recoveryCode: string; readonly passphrase: string },
): Promise<Result<{ readonly account: StoredAccount; readonly workspaceKey: Uint8Array }, Problem>> {
  const key = await unwrapWithCode(core, input.recoveryCode)
  if (key === null) return refuse(problem('wrong-passphrase'))
  const workspaceKey = Buffer.from(key, 'base64url')
  const wrapped = await wrapWorkspaceKey(core, { passphrase: input.passphrase, workspaceKey })
  const signingKey = await newSigningKey(core.environment, input.passphrase)
  // Read again after the waiting: what changed meanwhile (roles, leaving) is not undone, and decides.
  const current = findBySignInName(core, input.signInName)
  if (current?.active !== true || !current.roles.includes('administrator'))
    return refuse(problem('wrong-passphrase'))
  const now = instantNow(core.environment)
  const recovered: StoredAccount = {
    ...current,
    workspaceKey: wrapped,
    keys: [...current.keys.map(old => ({ ...old, retiredAt: old.retiredAt ?? now })), signingKey],
    failures: { count: 0, lockedUntil: null },
  }
  await core.store.commit({
    event: auditEvent(core, 'account.recovered', recovered.id, recovered.id),
    changes: [{ collection: 'accounts', put: recovered }],
  })
  return ok({ account: recovered, workspaceKey })
}

/** Whether this is the printed code; also what a single administrator confirms a change of keys with. */
export async function isRecoveryCode(core: Core, recoveryCode: string): Promise<boolean> {
  return (await unwrapWithCode(core, recoveryCode)) !== null
}

/** The workspace key as text, or null when the code is wrong or none was ever printed. */
async function unwrapWithCode(core: Core, recoveryCode: string): Promise<string | null> {
  const stored = core.store.get('settings', 'recovery')
  if (stored === undefined) return null
  const code = recoveryCode
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z2-9]/g, '')
  const grouped = code.match(/.{1,4}/g)?.join('-') ?? ''
  return unwrap(grouped, recoveryLabel, wrappedKeySchema.parse(stored.value))
}
