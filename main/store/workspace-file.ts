import { join } from 'node:path'
import { z } from 'zod'
import { type Environment, instantNow, newId } from '#common/domain/environment'
import { instant, workspaceId } from '#common/domain/ids'
import type { Files } from './files/files'
import { replaceFile } from './files/replace-file'
import { openSealedJson, parseJson, sealJson } from './files/sealed-json'
import type { WorkspaceDescription } from './store'

const fileName = 'workspace.json'

/** Folders of a workspace beside `workspace.json`; `portal` is the embedded portal's. */
export const workspaceParts = [
  'collections',
  'journal',
  'drafts',
  'blobs',
  'quarantine',
  'portal',
  'search',
] as const

/** Version of the whole folder's layout (docs/storage.md). */
export const workspaceFormat = 1

const workspaceFile = z.object({
  format: z.int().positive(),
  id: workspaceId,
  name: z.string(),
  demo: z.boolean(),
  createdAt: instant,
})

/** `missing`: the folder holds no workspace. `damaged`: its workspace.json cannot be read. `taken`: it already holds one. */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError'
  constructor(
    readonly kind: 'missing' | 'damaged' | 'taken',
    readonly directory: string,
  ) {
    super(`workspace ${kind}: ${directory}`)
  }
}

/** An empty workspace in `directory`, which is made when it is not there; refuses a folder that holds one or parts of one. */
export async function createWorkspace(options: {
  readonly directory: string
  readonly files: Files
  readonly environment: Environment
  readonly name: string
  readonly demo: boolean
}): Promise<WorkspaceDescription> {
  const { directory, files, environment, name, demo } = options
  // A folder of one of our names without a description is somebody else's, or all that is left of a workspace.
  for (const name of [fileName, ...workspaceParts])
    if ((await files.size(join(directory, name))) !== null) throw new WorkspaceError('taken', directory)
  await files.makeDirectory(directory)
  const createdAt = instantNow(environment)
  const description = { id: workspaceId.parse(newId(environment)), name, demo, createdAt }
  await writeWorkspace(files, directory, { format: workspaceFormat, ...description })
  return description
}

/** Whether the folder holds a workspace. */
export async function isWorkspace(files: Files, directory: string): Promise<boolean> {
  return (await files.size(join(directory, fileName))) !== null
}

export async function readWorkspace(
  files: Files,
  directory: string,
): Promise<{ readonly format: number; readonly description: WorkspaceDescription }> {
  const bytes = await files.read(join(directory, fileName))
  if (bytes === null) throw new WorkspaceError('missing', directory)
  const parsed = workspaceFile.safeParse(openDescription(bytes), { jitless: true })
  if (!parsed.success) throw new WorkspaceError('damaged', directory)
  const { format, ...description } = parsed.data
  return { format, description }
}

/** States the format after a migration; durable when resolved. */
export async function writeWorkspaceFormat(files: Files, directory: string, format: number): Promise<void> {
  const { description } = await readWorkspace(files, directory)
  await writeWorkspace(files, directory, { format, ...description })
}

function writeWorkspace(
  files: Files,
  directory: string,
  content: z.input<typeof workspaceFile>,
): Promise<void> {
  return replaceFile(files, join(directory, fileName), sealJson(content, 2))
}

/** The first workspaces were written without a seal; a seal that is there must be right. */
function openDescription(bytes: Uint8Array): unknown {
  const json = parseJson(bytes)
  return typeof json === 'object' && json !== null && 'sha256' in json ? openSealedJson(bytes) : json
}
