import { describe, expect, it } from 'vitest'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { nodeDisk } from '#main/store/space/disk'
import { temporaryFolder } from '#tests/support/temporary-workspace'

describe('an upload when the disk is nearly full', () => {
  it('is refused before anything is written, while texts are still taken', async () => {
    const opened = await openWorkspace({
      directory: await temporaryFolder(),
      files: nodeFiles(),
      environment: hostEnvironment,
      host: 'command-line',
      demo: true,
      disk: { ...nodeDisk(), freeBytes: async () => 150_000_000 },
    })
    if (opened.kind === 'busy') throw new Error('busy')
    const { newsroom, close } = opened.workspace
    await newsroom.setUpSample('Xã Thử', [{ name: 'Lan', signInName: 'lan', roles: ['writer'] }])
    const session: Session = { account: null }
    await newsroom.ask('session.signIn', { signInName: 'lan' }, session)
    const upload = { fileName: 'a.txt', base64: Buffer.from('xin chào').toString('base64') }
    expect(await newsroom.ask('media.add', upload, session)).toMatchObject({
      ok: false,
      problem: { code: 'space-short', params: { freeMegabytes: 150, neededMegabytes: 200 } },
    })
    expect(await newsroom.ask('articles.create', { kind: 'news' }, session)).toMatchObject({ ok: true })
    await close()
  })
})
