import { type Problem, problem } from '#common/api/problems/problem'
import { unreachable } from '#common/domain/unreachable'
import type { BackupFault } from '#main/store/backup/backup-error'

/** A fault of a copy in the words people get. */
export function faultProblem(fault: BackupFault, path: string, detail: string): Problem {
  switch (fault) {
    case 'folder-missing':
      return problem('folder-not-found', { path })
    case 'folder-lost':
      return problem('folder-lost', { path })
    case 'folder-refused':
      return problem('folder-not-writable', { path })
    case 'folder-inside':
      return problem('folder-inside-workspace', { path })
    case 'folder-taken':
      return problem('folder-not-empty', { path })
    case 'disk-full':
      return problem('folder-full', { path })
    case 'not-whole':
      return problem('backup-not-whole', { detail: detail.slice(0, 300) })
    case 'not-found':
      return problem('backup-not-found')
    case 'newer':
      return problem('backup-newer')
    case 'restless':
      return problem('workspace-restless')
    case 'too-large':
      return problem('inspection-too-large', { limitBytes: Number(detail) })
    case 'zip-full':
      return problem('export-too-large')
    case 'cancelled':
      return problem('safekeeping-cancelled')
    default:
      return unreachable(fault)
  }
}
