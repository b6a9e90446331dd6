import type { Core } from '#main/core/capability'
import type { KnownKey } from './open-file'

/** Keys whose requests are taken: of registered correspondents, and the confirmed ones of our own people. */
export function knownKeys({ store }: Core): KnownKey[] {
  const others = [...store.all('correspondents').values()].map(({ card, retiredAt }) => ({
    kid: card.kid,
    publicJwk: card.publicJwk,
    retiredAt,
  }))
  const own = [...store.all('accounts').values()]
    .flatMap(({ keys }) => keys)
    .filter(({ unconfirmed }) => unconfirmed !== true)
    .map(({ kid, publicJwk, retiredAt }) => ({ kid, publicJwk, retiredAt }))
  return [...others, ...own]
}
