import { join } from 'node:path'
import { z } from 'zod'
import { type Environment, newId } from '#common/domain/environment'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'

/** `publishToken` pushes articles; `adminToken` enters and retires reviewers' keys. */
export const credentials = z.strictObject({
  publishToken: z.string().min(16).max(200),
  adminToken: z.string().min(16).max(200),
})
export type Credentials = z.infer<typeof credentials>

/** Those in `credentials.json` (mode 0600), made at the first start; the given ones go before them. */
export async function openCredentials(
  files: Files,
  directory: string,
  environment: Environment,
  given: Partial<Credentials>,
): Promise<Credentials> {
  const path = join(directory, 'credentials.json')
  const stored = await files.read(path)
  if (stored !== null) {
    return credentials.parse({ ...JSON.parse(Buffer.from(stored).toString()), ...given })
  }
  const made = { publishToken: newId(environment), adminToken: newId(environment) }
  await replaceFile(files, path, Buffer.from(JSON.stringify(made, null, 2)))
  return credentials.parse({ ...made, ...given })
}
