import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Session } from '#main/core/capability'
import type { LaunchPortal } from '#main/hosts/workstation/embedded-portal'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { startWorkstation } from '#main/hosts/workstation/workstation'
import { nodeFiles } from '#main/store/files/node-files'
import { sealJson } from '#main/store/files/sealed-json'
import { temporaryFolder } from '#tests/support/temporary-workspace'

const files = nodeFiles()

function aPortal() {
  const counts = { started: 0, ended: 0 }
  const launch: LaunchPortal = () => {
    counts.started += 1
    const started = { url: 'http://127.0.0.1:9', port: 9, dataDir: '/' }
    return {
      onLine: listener => queueMicrotask(() => listener(JSON.stringify(started))),
      onExit: () => {},
      end: async () => {
        counts.ended += 1
      },
    }
  }
  return { counts, launch }
}

const brokenPortal: LaunchPortal = () => ({
  onLine: () => {},
  onExit: listener => queueMicrotask(() => listener(1)),
  end: async () => {},
})

function start(workspace: string, launchPortal: LaunchPortal) {
  return startWorkstation({
    host: 'browser',
    files,
    environment: hostEnvironment,
    launchPortal,
    sampleResources: '/nonexistent',
    workspace,
    dataDirectory: '/nonexistent',
    empty: false,
    portalPort: 0,
    onReplaced: () => {},
    onBug: error => {
      throw error
    },
  })
}

/** A workspace in a folder that somebody chose and where other files lie. */
async function aSample(options: { readonly filled: boolean }) {
  const directory = await temporaryFolder()
  await mkdir(join(directory, 'Ảnh'))
  await writeFile(join(directory, 'Ảnh', 'lễ hội.txt'), 'của tôi')
  const opened = await openWorkspace({
    directory,
    files,
    environment: hostEnvironment,
    host: 'command-line',
    demo: true,
  })
  if (opened.kind === 'busy') throw new Error('busy')
  const { newsroom, close } = opened.workspace
  await newsroom.setUpSample('Xã Mẫu', [{ name: 'Vũ Minh Trí', signInName: 'tri', roles: ['administrator'] }])
  if (options.filled)
    await newsroom.store.commit({
      event: { type: 'test', at: new Date().toISOString(), actor: null, subject: null, details: {} },
      changes: [{ collection: 'settings', put: { id: 'sample-filled', value: true } }],
    })
  await close()
  return { directory, ownFile: join(directory, 'Ảnh', 'lễ hội.txt') }
}

describe('removing the sample', () => {
  it('removes what the program put there, once, and no other file of the folder', async () => {
    const { directory, ownFile } = await aSample({ filled: true })
    await mkdir(join(directory, 'portal'))
    const { counts, launch } = aPortal()
    const result = await start(directory, launch)
    if (result.kind === 'busy') throw new Error('busy')
    const { workstation } = result
    const session: Session = { account: null }
    const newsroom = workstation.newsroom()
    await newsroom.ask('session.signIn', { signInName: 'tri' }, session)
    const answers = await Promise.all([
      newsroom.ask('workspace.removeSample', {}, session),
      newsroom.ask('workspace.removeSample', {}, { ...session }),
    ])
    expect(answers).toMatchObject([
      { ok: true, value: { account: null, workspace: { empty: true, demo: false } } },
      { ok: false, problem: { code: 'not-a-sample' } },
    ])
    expect(await readFile(ownFile, 'utf8')).toBe('của tôi')
    expect(existsSync(join(directory, 'workspace.json'))).toBe(true)
    expect(await workstation.newsroom().ask('session.current', {}, session)).toMatchObject({ ok: true })
    await workstation.close()
    expect(counts).toEqual({ started: 2, ended: 2 })
  })
})

describe('a sample that was not filled to the end', () => {
  it('is made anew without touching other files of the folder', async () => {
    const { directory, ownFile } = await aSample({ filled: false })
    await expect(start(directory, aPortal().launch)).rejects.toThrow()
    expect(await readFile(ownFile, 'utf8')).toBe('của tôi')
  })

  it('stays when it was written by a newer program: what cannot be read is not known to be unfilled', async () => {
    const { directory } = await aSample({ filled: true })
    const path = join(directory, 'workspace.json')
    const { sha256: _seal, ...content } = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, sealJson({ ...content, format: 99 }))
    const text = await readFile(path, 'utf8')
    const result = await start(directory, aPortal().launch)
    if (result.kind === 'busy') throw new Error('busy')
    await result.workstation.close()
    expect(await readFile(path, 'utf8')).toBe(text)
  })
})

describe('a start that fails', () => {
  it('lets go of the workspace', async () => {
    const { directory } = await aSample({ filled: true })
    await expect(start(directory, brokenPortal)).rejects.toThrow('ended with 1')
    const result = await start(directory, aPortal().launch)
    if (result.kind === 'busy') throw new Error('busy')
    await result.workstation.close()
  })
})

describe('a folder with somebody else’s files', () => {
  it('does not become a workspace when they have the names of its parts', async () => {
    const directory = await temporaryFolder()
    await mkdir(join(directory, 'journal'))
    await writeFile(join(directory, 'journal', 'nhật ký.txt'), 'của tôi')
    await expect(start(directory, aPortal().launch)).rejects.toThrow('taken')
    expect(await readFile(join(directory, 'journal', 'nhật ký.txt'), 'utf8')).toBe('của tôi')
  })
})
