import { join } from 'node:path'
import { z } from 'zod'
import type { PortalDescription } from '#common/api/portal-api'
import { firstCategories } from '#common/domain/first-categories'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'

export type Categories = Readonly<PortalDescription['categories']>

export const categoriesFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().trim().min(1).max(200),
  }),
)

/** A portal owns its categories: those given are kept in `categories.json`, which holds from then on. */
export async function openCategories(
  files: Files,
  directory: string,
  given?: Categories,
): Promise<Categories> {
  const path = join(directory, 'categories.json')
  const stored = await files.read(path)
  if (given === undefined && stored !== null) {
    return categoriesFile.parse(JSON.parse(Buffer.from(stored).toString()))
  }
  const chosen = categoriesFile.parse(given ?? firstCategories)
  await replaceFile(files, path, Buffer.from(JSON.stringify(chosen, null, 2)))
  return chosen
}
