import { fileLimits } from '#common/domain/file-limits'
import { type Problem, problem } from './problem'

/** What to say of a picture or an attachment of this size; null where it is taken. */
export function tooLarge(name: string, sizeBytes: number): Problem | null {
  const limitBytes = fileLimits.uploadBytes
  return sizeBytes > limitBytes ? problem('file-too-large', { name, sizeBytes, limitBytes }) : null
}
