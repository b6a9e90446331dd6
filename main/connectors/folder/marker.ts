import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'

/** Says that a folder is ours, and whose: an empty mount point, or another stick in the same socket, has none or another. */
export const folderMarker = z.strictObject({
  format: z.literal('toa-soan/folder'),
  version: z.literal(1),
  owner: z.string(),
  /** The folder has the categories that stand here; an administrator may change them. */
  categories: z.array(z.strictObject({ id: z.string().max(100), name: z.string().max(200) })).max(200),
})
export type FolderMarker = z.infer<typeof folderMarker>

const fileName = 'toa-soan.json'

/** What systems put onto every stick. */
const ofTheSystem = /^(\.|System Volume Information$|\$RECYCLE\.BIN$|lost\+found$)/i

export async function readMarker(files: Files, root: string): Promise<FolderMarker | null> {
  const bytes = await files.read(join(root, fileName))
  if (bytes === null) return null
  try {
    return folderMarker.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}

export async function writeMarker(files: Files, root: string, marker: FolderMarker): Promise<void> {
  await files.makeDirectory(root)
  await replaceFile(files, join(root, fileName), Buffer.from(`${JSON.stringify(marker, null, 2)}\n`))
}

/** `fresh`: empty, or not there yet in a folder that is. */
export async function lookAt(files: Files, root: string): Promise<'fresh' | 'ours' | 'foreign' | 'missing'> {
  if ((await readMarker(files, root)) !== null) return 'ours'
  const exists = await files.realPath(root).then(
    () => true,
    () => false,
  )
  if (exists) {
    const names = await files.names(root)
    return names.every(name => ofTheSystem.test(name)) ? 'fresh' : 'foreign'
  }
  const parent = await files.realPath(dirname(root)).catch(() => null)
  return parent === null || basename(root) === '' ? 'missing' : 'fresh'
}
