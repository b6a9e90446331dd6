/** What a host lends so that the core stays deterministic in tests. */
export interface Environment {
  /** Milliseconds since the epoch; display only, order comes from the journal's sequence. */
  readonly now: () => number
  /** Random bytes, for ids and keys. */
  readonly randomBytes: (length: number) => Uint8Array
}

/** Now, as every stored instant is written. Display only: order comes from the journal. */
export function instantNow(environment: Pick<Environment, 'now'>): string {
  return new Date(environment.now()).toISOString()
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** A fresh random id of 26 base32 characters; parse it with the brand's schema. */
export function newId(environment: Environment): string {
  return Array.from(environment.randomBytes(26), byte => alphabet[byte & 31]).join('')
}
