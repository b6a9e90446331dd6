import { problem } from '#common/api/problems/problem'
import { errorCode } from '#main/store/files/error-code'
import type { Outcome } from '../connector'

const full = new Set(['ENOSPC', 'EDQUOT'])
const forbidden = new Set(['EROFS', 'EACCES', 'EPERM'])

/** What a disk refuses, in the queue's words. A stick that is pulled out in the middle leaves its state unknown. */
export async function diskOutcome<T>(path: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work()
  } catch (error) {
    const code = errorCode(error)
    // Anything else is a bug of ours.
    if (code === null) throw error
    if (full.has(code)) return { kind: 'refused', problem: problem('publish-folder-full', { path }) }
    if (forbidden.has(code))
      return { kind: 'refused', problem: problem('publish-folder-protected', { path }) }
    return { kind: 'unknown', status: null }
  }
}
