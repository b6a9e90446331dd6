import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import { type BuiltElectron, startBuiltElectron, until } from '#tests/support/electron/start-built-electron'
import { testEnvironment } from '#tests/support/test-environment'

describe('a second start of the built Electron main process', () => {
  let built: BuiltElectron | undefined
  afterEach(() => built?.end())

  it('leaves the workspace to the first window', async () => {
    built = await startBuiltElectron(electron => {
      electron.app.isFirstInstance = false
    })
    expect(built.electron.app.quits).toBe(1)
    expect(built.electron.windows).toEqual([])
  }, 120_000)

  it('says which host holds the workspace and hands over to it', async () => {
    let release = async () => {}
    built = await startBuiltElectron(async (_electron, directory) => {
      const held = await acquireLock(join(directory, 'workspace'), {
        files: nodeFiles(),
        environment: testEnvironment(),
        host: 'browser',
        onCall: async () => null,
      })
      if (held.kind !== 'held') throw new Error('the workspace is not free')
      held.lock.announce('http://127.0.0.1:7345/#khoa=abc')
      release = () => held.lock.release()
    })
    const { app, dialogs, opened } = built.electron
    await until(() => app.quits > 0)
    expect(dialogs).toHaveLength(1)
    expect(dialogs[0]?.options.detail).toMatch(/Tòa Soạn trong trình duyệt đang giữ nó/)
    expect(opened).toEqual(['http://127.0.0.1:7345/#khoa=abc'])
    expect(built.electron.windows).toEqual([])
    await release()
  }, 120_000)
})
