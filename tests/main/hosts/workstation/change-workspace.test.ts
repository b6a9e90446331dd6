import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { startWorkstation, type Workstation } from '#main/hosts/workstation/workstation'
import { nodeFiles } from '#main/store/files/node-files'
import { temporaryFolder } from '#tests/support/temporary-workspace'

async function start(workspace: string): Promise<Workstation> {
  const result = await startWorkstation({
    host: 'browser',
    files: nodeFiles(),
    environment: hostEnvironment,
    launchPortal: () => ({
      onLine: listener =>
        queueMicrotask(() => listener(JSON.stringify({ url: 'http://127.0.0.1:9', port: 9, dataDir: '/' }))),
      onExit: () => {},
      end: async () => {},
    }),
    sampleResources: '/nonexistent',
    workspace,
    dataDirectory: '/nonexistent',
    empty: true,
    portalPort: 0,
    onReplaced: () => {},
    onBug: error => {
      throw error
    },
  })
  if (result.kind === 'busy') throw new Error('busy')
  return result.workstation
}

const passphrase = 'mật khẩu thật dài 2026'

/** A newsroom that was set up and backed up once. */
async function aBackup() {
  const base = await temporaryFolder()
  const stick = join(base, 'usb')
  await mkdir(stick)
  const workstation = await start(join(base, 'cũ'))
  const session: Session = { account: null }
  const ask = (name: string, input: unknown) => workstation.newsroom().ask(name, input, session)
  const administrator = { name: 'Vũ Minh Trí', signInName: 'tri' }
  await ask('workspace.setUp', { organisation: 'Xã Cẩm Yên', administrator, passphrase })
  await ask('backups.configure', { folder: stick, daily: false })
  const made = await ask('backups.make', {})
  if (!made.ok) throw new Error(made.problem.code)
  return { base, stick, backup: (made.value as { name: string }).name, workstation, session, ask }
}

describe('a new machine', () => {
  it('takes a backup out in place of the empty newsroom, and people sign in as before', async () => {
    const { base, stick, backup, workstation: old } = await aBackup()
    await old.close()
    const own = join(base, 'mới')
    const workstation = await start(own)
    const session: Session = { account: null }
    const ask = (name: string, input: unknown) => workstation.newsroom().ask(name, input, session)
    expect(await ask('backups.list', { folder: stick })).toMatchObject({
      ok: true,
      value: { backups: [{ name: backup, title: 'Xã Cẩm Yên' }] },
    })
    expect(await ask('workspace.restore', { folder: stick, backup: 'không có' })).toMatchObject({
      ok: false,
      problem: { code: 'backup-not-found' },
    })
    expect(await ask('session.current', {})).toMatchObject({ value: { workspace: { empty: true } } })
    expect(await ask('workspace.restore', { folder: stick, backup })).toMatchObject({
      ok: true,
      value: { account: null, workspace: { empty: false, name: 'Xã Cẩm Yên' } },
    })
    expect(workstation.directory()).toBe(own)
    expect((await readdir(dirname(own))).filter(name => name.startsWith(basename(own)))).toEqual(['mới'])
    expect(await ask('safekeeping.folders', { path: null })).toMatchObject({
      problem: { code: 'not-signed-in' },
    })
    expect(await ask('workspace.restore', { folder: stick, backup })).toMatchObject({
      problem: { code: 'already-set-up' },
    })
    expect(await ask('session.signIn', { signInName: 'tri', passphrase })).toMatchObject({ ok: true })
    await workstation.close()
  })
})

describe('opening another workspace of this machine', () => {
  it('changes to what was restored, and leaves the other as it is', async () => {
    const { base, stick, backup, workstation, session, ask } = await aBackup()
    const to = join(base, 'khôi phục')
    expect(await ask('backups.restore', { folder: stick, backup, to })).toMatchObject({ ok: true })
    expect(await ask('workspace.open', { directory: to })).toMatchObject({
      ok: true,
      value: { account: null, workspace: { name: 'Xã Cẩm Yên' } },
    })
    expect(workstation.directory()).toBe(to)
    expect(session.account).toBeNull()
    expect(existsSync(join(base, 'cũ', 'workspace.json'))).toBe(true)
    await workstation.close()
  })

  it('stays where it was when there is no workspace, or another program has it', async () => {
    const { base, workstation, ask } = await aBackup()
    const other = await start(join(base, 'khác'))
    for (const directory of [join(base, 'không có'), 'khác', join(base, 'khác')])
      expect(await ask('workspace.open', { directory })).toMatchObject({
        problem: { code: 'workspace-not-opened', params: { path: directory } },
      })
    expect(workstation.directory()).toBe(join(base, 'cũ'))
    expect(await ask('session.current', {})).toMatchObject({ value: { workspace: { name: 'Xã Cẩm Yên' } } })
    await other.close()
    await workstation.close()
  })
})
