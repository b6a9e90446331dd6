import { isWebAddress } from '../domain/field'

/** What a link in the text may point to: http, https, a mail address, or a telephone number. */
export function isLinkAddress(value: unknown): value is string {
  if (typeof value !== 'string') return false
  return (
    isWebAddress(value) ||
    /^mailto:[\w.+-]{1,64}@[\w.-]{1,200}$/.test(value) ||
    /^tel:\+?[\d.-]{3,20}$/.test(value)
  )
}
