import { join } from 'node:path'
import { z } from 'zod'
import type { Environment } from '#common/domain/environment'
import { blobHash, instant, workspaceId } from '#common/domain/ids'
import { type BlobFiles, blobFiles } from '../blobs/blob-files'
import type { Files } from '../files/files'
import { makeDurableDirectory } from '../files/make-durable-directory'
import { replaceFile } from '../files/replace-file'
import { formatOf, openSealedJson, sealJson } from '../files/sealed-json'
import { BackupError } from './backup-error'

export const backupFormat = 1

/** Folder made inside the one a person chose, so that nothing of theirs is ever in the way. */
export const repositoryName = 'sao-luu-toa-soan'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One backup as its head file states it; written last, so a backup that is there is whole and was opened. */
export const backupHead = z.object({
  format: z.literal(backupFormat),
  workspace: workspaceId,
  /** Of the organisation, for people choosing between sticks. */
  title: z.string(),
  demo: z.boolean(),
  at: instant,
  /** The journal's place it contains. */
  position: z.object({ sequence: z.int().nonnegative(), hash: sha256 }),
  /** Records of each collection, counted in the opened copy. */
  counts: z.record(z.string(), z.int().nonnegative()),
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Blobs that were damaged in the workspace itself. */
  leftOut: z.array(z.string()),
  /** Every object was read back and hashed, not only the new ones. */
  thorough: z.boolean(),
  /** Object that holds the file list. */
  list: blobHash,
})
export type BackupHead = z.infer<typeof backupHead>

const fileList = z.object({
  files: z.array(z.object({ path: z.string(), size: z.int().nonnegative(), sha256: blobHash })),
})

/** A file of the workspace and the object that holds its bytes. */
export type BackedUpFile = z.infer<typeof fileList>['files'][number]

/** A head and the name it is asked for by. */
export interface NamedBackup {
  readonly name: string
  readonly head: BackupHead
}

/**
 * A folder of backups: `blobs/<2 hex>/<62 hex>` holds every content once, `ban/<name>.json` is the head of one backup and
 * names the object with its list of files. Nothing is changed in place, so what is there stays good whatever breaks off.
 */
export interface Repository {
  readonly directory: string
  readonly objects: BlobFiles
  /** Newest first; heads that cannot be read are left out, a newer format too. */
  list(): Promise<readonly NamedBackup[]>
  /** Rejects with BackupError `not-found`, `not-whole` or `newer`. */
  find(name: string): Promise<NamedBackup>
  filesOf(backup: NamedBackup): Promise<readonly BackedUpFile[]>
  /** Makes it exist; durable when resolved. */
  add(head: BackupHead): Promise<NamedBackup>
  remove(name: string): Promise<void>
}

const headName = /^(\d{8}-\d{6}-\d+)\.json$/

export function repositoryIn(folder: string): string {
  return join(folder, repositoryName)
}

export function openRepository(files: Files, environment: Environment, directory: string): Repository {
  const heads = join(directory, 'ban')
  const objects = blobFiles(files, environment, directory)
  const pathOf = (name: string): string => join(heads, `${name}.json`)

  async function find(name: string): Promise<NamedBackup> {
    const bytes = headName.test(`${name}.json`) ? await files.read(pathOf(name)) : null
    if (bytes === null) throw new BackupError('not-found', pathOf(name))
    const content = openSealedJson(bytes)
    if (content === null) throw new BackupError('not-whole', pathOf(name), 'head')
    if (formatOf(content) > backupFormat) throw new BackupError('newer', pathOf(name))
    const head = backupHead.safeParse(content)
    if (!head.success) throw new BackupError('not-whole', pathOf(name), 'head')
    return { name, head: head.data }
  }

  return {
    directory,
    objects,
    find,
    async list() {
      const found: NamedBackup[] = []
      for (const file of await files.names(heads)) {
        const name = headName.exec(file)?.[1]
        const backup = name === undefined ? null : await find(name).catch(skipUnreadable)
        if (backup !== null) found.push(backup)
      }
      return found.sort((a, b) => (a.head.at < b.head.at ? 1 : a.head.at > b.head.at ? -1 : 0))
    },
    async filesOf({ head }) {
      const path = objects.pathOf(head.list)
      const bytes = await files.read(path)
      if (bytes === null) throw new BackupError('not-whole', path, 'list')
      const content = openSealedJson(bytes)
      const list = fileList.safeParse(content)
      if (!list.success) throw new BackupError('not-whole', path, 'list')
      return list.data.files
    },
    async add(head) {
      const name = `${head.at.replace(/[-:]|\..*$/g, '').replace('T', '-')}-${head.position.sequence}`
      try {
        await makeDurableDirectory(files, heads)
        await replaceFile(files, pathOf(name), sealJson(head, 1))
      } catch (error) {
        // Not known to be durable: what was not promised shall not be found either.
        await files.remove(pathOf(name)).catch(() => {})
        throw error
      }
      return { name, head }
    },
    async remove(name) {
      await files.remove(pathOf(name))
      await files.syncDirectory(heads)
    },
  }
}

/** The list as the object it is stored as. */
export function encodeList(files: readonly BackedUpFile[]): Uint8Array {
  return sealJson({ files })
}

function skipUnreadable(error: unknown): null {
  if (error instanceof BackupError) return null
  throw error
}
