import { rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './files/error-code'
import { subjectListsName } from './journal/subject-lists'
import { workspaceParts } from './workspace-file'

/**
 * Removes a workspace its owner asked to be rid of: what the program put there and nothing else, for the folder may be
 * one somebody chose and hold files of their own. The folder itself goes when it is empty then.
 */
export async function removeWorkspace(directory: string): Promise<void> {
  // The description goes last: as long as it is there, the rest is known to be a workspace's.
  for (const name of [
    ...workspaceParts,
    subjectListsName,
    'reserve',
    'epoch',
    'control.token',
    'workspace.json',
  ])
    await rm(join(directory, name), { recursive: true, force: true, maxRetries: 5 })
  await rmdir(directory).catch((error: unknown) => {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) throw error
  })
}
