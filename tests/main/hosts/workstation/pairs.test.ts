import { describe, expect, it } from 'vitest'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { holderName, startFailure } from '#main/hosts/workstation/say-in-words'
import { startWorkstation } from '#main/hosts/workstation/workstation'
import { nodeFiles } from '#main/store/files/node-files'
import { callHolder } from '#main/store/lock/call-holder'
import { WorkspaceError } from '#main/store/workspace-file'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'

const files = nodeFiles()
const hosts = ['electron', 'browser', 'command-line'] as const
const windowHosts = ['electron', 'browser'] as const
const address = 'http://127.0.0.1:7345/#khoa=abc'

function hold(directory: string, host: (typeof hosts)[number]) {
  return openWorkspace({ directory, files, environment: hostEnvironment, host, demo: false })
}

function startWindow(directory: string, host: (typeof windowHosts)[number]) {
  return startWorkstation({
    host,
    files,
    environment: hostEnvironment,
    launchPortal: () => {
      throw new Error('a portal was started beside the holder')
    },
    sampleResources: '/nonexistent',
    workspace: directory,
    dataDirectory: '/nonexistent',
    empty: true,
    portalPort: 0,
    onReplaced: () => {},
    onBug: error => {
      throw error
    },
  })
}

describe('two hosts on one workspace', () => {
  const pairs = hosts.flatMap(holder => windowHosts.map(comer => [holder, comer] as const))
  it.each(pairs)('%s holds it: a second %s says who and where, and starts nothing', async (holder, comer) => {
    const directory = await temporaryWorkspace()
    const held = await hold(directory, holder)
    if (held.kind === 'busy') throw new Error('busy')
    const serves = holder !== 'command-line'
    if (serves) held.workspace.lock.announce(address)
    const second = await startWindow(directory, comer)
    expect(second).toEqual({
      kind: 'busy',
      holder: { host: holder, pid: process.pid, address: serves ? address : null },
    })
    expect(held.workspace.newsroom.store.health).toEqual({ kind: 'writable' })
    await held.workspace.close()
  })

  it.each(hosts)('%s holds it: a command is forwarded and answered by it', async holder => {
    const directory = await temporaryWorkspace()
    const held = await hold(directory, holder)
    if (held.kind === 'busy') throw new Error('busy')
    const call = { operation: 'session.current', input: {}, as: null, passphrase: null }
    expect(await callHolder(directory, call, { files })).toMatchObject({
      kind: 'answered',
      reply: { ok: true, value: { workspace: { empty: true } } },
    })
    expect(await hold(directory, 'command-line')).toMatchObject({ kind: 'busy', holder: { host: holder } })
    await held.workspace.close()
    expect(await callHolder(directory, call, { files })).toEqual({ kind: 'nobody' })
    const after = await hold(directory, 'command-line')
    if (after.kind === 'busy') throw new Error('busy')
    await after.workspace.close()
  })
})

describe('the words for it', () => {
  it('name every holder, and say what to do when a workspace cannot be opened', () => {
    const named = [...hosts, 'portal', 'unknown'] as const
    expect(new Set(named.map(host => holderName({ host }))).size).toBe(5)
    for (const kind of ['missing', 'damaged', 'taken'] as const)
      expect(startFailure(new WorkspaceError(kind, '/kho'))).toContain('/kho')
    const full = Object.assign(new Error('x'), { code: 'ENOSPC' })
    expect(startFailure(full)).toContain('đã đầy')
    const refused = Object.assign(new Error('x'), { code: 'EACCES', path: '/kho/journal' })
    expect(startFailure(refused)).toContain('/kho/journal')
    expect(startFailure(new TypeError('lỗi của chương trình'))).toBeNull()
  })
})
