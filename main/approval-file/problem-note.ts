import type { Problem } from '#common/api/problems/problem'
import type { ProblemNote } from '#common/api/views'

/** A problem as it is kept in a record. */
export function toNote({ code, params }: Problem): ProblemNote {
  return {
    code,
    params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
  }
}
