import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../main/launch/build.mjs'
import { callWorkspace, startBrowserHost } from './browser-host'

/** A filled sample commune at rest, to be copied for each test. */
export interface SampleWorkspace {
  readonly copy: () => string
  readonly remove: () => void
}

const settleTimeoutMs = 60_000

/** Lets the built program make its sample and tell its whole story, then closes it. */
export async function prepareSampleWorkspace(): Promise<SampleWorkspace> {
  if (!(await buildIfStale(console.error))) throw new Error('the project does not build')
  const folder = mkdtempSync(join(tmpdir(), 'toa-soan-e2e-'))
  const template = join(folder, 'sample')
  const host = await startBrowserHost(template)
  await untilTold(template)
  await host.end()
  let copies = 0
  return {
    copy: () => {
      copies += 1
      const workspace = join(folder, String(copies))
      cpSync(template, workspace, { recursive: true })
      return workspace
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Corrections and takedowns of the sample follow once the portal has confirmed the first versions. */
async function untilTold(workspace: string): Promise<void> {
  const deadline = Date.now() + settleTimeoutMs
  for (;;) {
    const { active, finished } = await callWorkspace(workspace, 'tuan', 'publishing.drain', {
      timeoutMs: 20_000,
    })
    const decisions = new Set(finished.map(({ decision }) => decision))
    const told = decisions.has('correct') && decisions.has('take-down') && decisions.has('expire')
    if (told && active.every(({ scheduledFor }) => scheduledFor !== null)) return
    if (Date.now() > deadline) throw new Error('the sample never came to rest')
  }
}
