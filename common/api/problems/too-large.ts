import { fileLimits } from '#common/domain/file-limits'
import { type Problem, problem } from './problem'

/** What to say of a picture or an attachment of this size; null where it is taken. */
export function tooLarge(name: string, sizeBytes: number): Problem | null {
  return sizeBytes > fileLimits.uploadBytes ? refusedSize(name, sizeBytes) : null
}

/** What to say of a picture or an attachment that was refused for its size, whatever is known of that. */
export function refusedSize(name: string, sizeBytes: number): Problem {
  const limitBytes = fileLimits.uploadBytes
  return problem('file-too-large', { name, sizeBytes: Math.max(sizeBytes, limitBytes + 1), limitBytes })
}
