import { isLinkAddress } from './link-address'

/** Why an address cannot be set at all. */
export type LinkFault = 'space' | 'scheme' | 'machine' | 'credentials' | 'host' | 'form'

/**
 * Why a link may mislead readers: `look-alike` letters of other scripts in the host, `official-look` a host that seems to
 * be the state's and is not, `other-words` an address as its words and another behind them.
 */
export type LinkDoubt = 'look-alike' | 'official-look' | 'other-words'

/** What is wrong with an address as it would be set; null when nothing is. */
export function linkFault(address: string): LinkFault | null {
  if (isLinkAddress(address)) return isNamed(address) ? null : 'host'
  if (/^(?:file:|[a-z]:[\\/]|\\\\)/i.test(address)) return 'machine'
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(?:https?|mailto|tel):/i.test(address)) return 'scheme'
  if (/\s/.test(address)) return 'space'
  return /^https?:\/\/[^/]*@/i.test(address) ? 'credentials' : 'form'
}

/** Whether a link may mislead; `words` are what readers see of it. */
export function linkDoubt(address: string, words: string): LinkDoubt | null {
  const host = linkHost(address)
  if (host === null) return null
  if (/[^\p{Script=Latin}\p{M}\d.-]/u.test(host) || /(?:^|\.)xn--/.test(host)) return 'look-alike'
  if (/gov[.-]?vn|dichvucong/.test(host) && !/(?:^|\.)gov\.vn$/.test(host)) return 'official-look'
  const shown = /^\s*(?:https?:\/\/)?((?:[\p{L}\d-]+\.)+\p{L}{2,})(?:[:/?#]\S*)?\s*$/iu.exec(words)?.[1]
  return shown === undefined || bare(shown) === bare(host) ? null : 'other-words'
}

/** The host of a web address; null for mail and telephone. */
export function linkHost(address: string): string | null {
  return /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase().normalize('NFC') ?? null
}

/** A web address names a host of at least two parts that ends in letters, or in the numbers of a machine. */
function isNamed(address: string): boolean {
  const host = linkHost(address)
  return host === null || /^[^.]+(?:\.[^.]+)*\.[^.\d][^.]*$|^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)
}

const bare = (host: string) =>
  host
    .toLowerCase()
    .normalize('NFC')
    .replace(/^www\./, '')
