import { type KeyCard, keyCard, keyCardType } from '#common/domain/approval-file'
import type { UnlockedKey } from '#main/accounts/signing-key'
import { sha256 } from '#main/articles/freeze'
import type { StoredAccount } from '#main/core/collections'
import { keyNamedBy, peek, signValue, verifiedValue } from '../review/sign-text'

/** Somebody's public key as a file to carry to another machine: `TOA-SOAN-KHOA` and a JWS by the key itself. */
const firstLine = 'TOA-SOAN-KHOA 1'

export async function writeKeyCard(
  account: Pick<StoredAccount, 'name'>,
  organisation: string,
  key: StoredAccount['keys'][number],
  unlocked: UnlockedKey,
): Promise<string> {
  const card: KeyCard = {
    format: 'toa-soan/key-card',
    v: 1,
    name: account.name,
    organisation,
    kid: key.kid,
    publicJwk: key.publicJwk,
    agreementX: key.agreementX ?? null,
    demo: key.demo,
    createdAt: key.createdAt,
  }
  const jws = await signValue(card, keyCardType, { kid: key.kid, privateKey: unlocked.signing })
  return [
    firstLine,
    `Họ tên: ${card.name}`,
    `Đơn vị: ${organisation}`,
    `Vân tay: ${fingerprint(card.publicJwk.x)}`,
    '',
    jws,
    '',
  ].join('\n')
}

/** The card in such a file, signed by the key it shows; null when it is none or was altered. */
export async function readKeyCard(text: string): Promise<KeyCard | null> {
  const jws = text.trim().split(/\s+/).at(-1) ?? ''
  const shown = keyCard.safeParse(peek(jws))
  if (!shown.success || keyNamedBy(jws, keyCardType) !== shown.data.kid) return null
  return verifiedValue(jws, shown.data.publicJwk, keyCard)
}

/** What two people read to each other over the telephone: 96 bits of the key's hash in groups of four. */
export function fingerprint(x: string): string {
  return (sha256(x).slice(0, 24).match(/.{4}/g) ?? []).join(' ')
}
