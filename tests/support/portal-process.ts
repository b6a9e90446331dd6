import { readdirSync, readFileSync } from 'node:fs'

/** The one child of the browser host is its portal; known where the system shows processes as files. */
export const canFindPortal = process.platform === 'linux'

export function portalProcessOf(host: number): number {
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && parentOf(name) === host) return Number(name)
  }
  throw new Error(`process ${host} has no child`)
}

/** The fields of `stat` after the name, which may contain anything, are state and parent. */
function parentOf(id: string): number | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}
