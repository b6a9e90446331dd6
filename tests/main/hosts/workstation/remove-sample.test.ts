import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { instant, portalId } from '#common/domain/ids'
import type { Session } from '#main/core/capability'
import type { LaunchPortal } from '#main/hosts/workstation/embedded-portal'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { startWorkstation } from '#main/hosts/workstation/workstation'
import { nodeFiles } from '#main/store/files/node-files'
import { sealJson } from '#main/store/files/sealed-json'
import { temporaryFolder } from '#tests/support/temporary-workspace'

const files = nodeFiles()
const ownPortal = portalId.parse('a'.repeat(26))
const addedAt = instant.parse('2026-11-23T00:00:00.000Z')

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
async function aSample(options: { readonly filled: boolean; readonly portalUrl?: string }) {
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
  const { portalUrl: url } = options
  if (url !== undefined)
    await newsroom.store.commit({
      event: { type: 'test', at: addedAt, actor: null, subject: null, details: {} },
      changes: [
        { collection: 'settings', put: { id: 'embedded-portal', value: ownPortal } },
        {
          collection: 'portals',
          put: {
            id: ownPortal,
            name: 'Cổng xã Mẫu',
            kind: 'portal-api',
            url,
            demo: true,
            categories: [],
            addedAt,
            checkedAt: null,
          },
        },
      ],
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

describe('a portal that does not start', () => {
  it('is told to who asks for its address, and closing lets go of the workspace', async () => {
    const { directory } = await aSample({ filled: true })
    const failed = await start(directory, brokenPortal)
    if (failed.kind === 'busy') throw new Error('busy')
    await expect(failed.workstation.portalUrl()).rejects.toThrow('ended with 1')
    await failed.workstation.close()
    const result = await start(directory, aPortal().launch)
    if (result.kind === 'busy') throw new Error('busy')
    await result.workstation.close()
  })
})

describe('a portal that takes its time', () => {
  it('keeps no window waiting, and is ended when the newsroom is closed before', async () => {
    const { directory } = await aSample({ filled: true })
    let listen: (line: string) => void = () => {}
    let launched: () => void = () => {}
    let ended = 0
    const slow: LaunchPortal = () => ({
      onLine: listener => {
        listen = listener
        launched()
      },
      onExit: () => {},
      end: async () => {
        ended += 1
      },
    })
    const result = await start(directory, slow)
    if (result.kind === 'busy') throw new Error('busy')
    const { workstation } = result
    expect(await workstation.newsroom().ask('session.current', {}, { account: null })).toMatchObject({
      ok: true,
    })
    const called = new Promise<void>(resolve => {
      launched = resolve
    })
    await called
    const closing = workstation.close()
    listen(JSON.stringify({ url: 'http://127.0.0.1:9', port: 9, dataDir: '/' }))
    await closing
    expect(ended).toBe(1)
  })

  it('is not started at all when the newsroom is closed before its first list', async () => {
    const { directory } = await aSample({ filled: true })
    let launches = 0
    const counted: LaunchPortal = args => {
      launches += 1
      return aPortal().launch(args)
    }
    const result = await start(directory, counted)
    if (result.kind === 'busy') throw new Error('busy')
    await result.workstation.close()
    expect(await result.workstation.portalUrl()).toBeNull()
    expect(launches).toBe(0)
  })
})

describe('a portal on another port than last time', () => {
  it('moves what readers see once everything is read', async () => {
    const { directory } = await aSample({ filled: true, portalUrl: 'http://127.0.0.1:8' })
    const result = await start(directory, aPortal().launch)
    if (result.kind === 'busy') throw new Error('busy')
    const { workstation } = result
    await workstation.portalUrl()
    const { store } = workstation.newsroom()
    await expect.poll(() => store.get('portals', ownPortal)?.url).toBe('http://127.0.0.1:9')
    await workstation.close()
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
