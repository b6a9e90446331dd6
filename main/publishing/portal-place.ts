import { isAbsolute } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PortalKind } from '#common/domain/portal'

/** What somebody pasted, as an address: a path of this machine is a folder's. */
export function portalAddress(pasted: string): string {
  return isAbsolute(pasted) ? pathToFileURL(pasted).href : pasted
}

export function isFolder(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'file:'
}

/** What may answer at an address, in the order of asking. By hand goes whatever is a web page, so only when somebody says so. */
export function kindsAt(url: string, byHand: boolean): readonly PortalKind[] {
  if (isFolder(url)) return isPath(url) ? ['folder'] : []
  return byHand ? ['clipboard'] : ['portal-api', 'wordpress']
}

/** Not every `file:` address is a path of this system: another machine's name in it, or an escaped slash, is none. */
function isPath(url: string): boolean {
  try {
    return fileURLToPath(url) !== ''
  } catch {
    return false
  }
}
