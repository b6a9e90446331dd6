import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFiles } from '#main/store/files/node-files'
import { createWorkspace } from '#main/store/workspace-file'
import { testEnvironment } from '#tests/support/test-environment'
import { whenFinished } from './when-finished'

/** An empty folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'toa-soan-test-'))
  whenFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A folder with a fresh, empty workspace in it. */
export async function temporaryWorkspace(name = 'Xã Mẫu'): Promise<string> {
  const directory = await temporaryFolder()
  await createWorkspace({ directory, files: nodeFiles(), environment: testEnvironment(), name, demo: true })
  return directory
}
