import { vi } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { callHolder } from '#main/store/lock/call-holder'
import { openPage } from '#tests/support/electron/open-page'
import { startBuiltElectron, until } from '#tests/support/electron/start-built-electron'
import { aNewsroom } from '#tests/support/newsroom'
import type { Wired } from './transports'

/** The built main process and the built preload, under a fake `electron`: the whole way a window's call takes. */
export async function wireToBuiltElectron(): Promise<Wired> {
  const directory = await preparedWorkspace()
  const bugs: string[] = []
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(line => {
    if (String(line).startsWith('Lỗi chương trình')) bugs.push(String(line))
    return true
  })
  const built = await startBuiltElectron(() => {}, directory)
  await until(() => built.electron.windows.some(window => window.isShown))
  const [window] = built.electron.windows
  if (window === undefined) throw new Error('no window')
  const { connection } = await openPage(built.electron, window)
  return {
    connection,
    bugs,
    room: null,
    ask: async (as, operation, input) => {
      const call = { operation, input, as, passphrase: null }
      const result = await callHolder(directory, call, { files: nodeFiles() })
      if (result.kind !== 'answered') throw new Error(`${operation}: ${result.kind}`)
    },
    close: async () => {
      await built.end()
      stderr.mockRestore()
    },
  }
}

/** A sample workspace with the usual people; the mark keeps a host from filling it with the sample commune. */
async function preparedWorkspace(): Promise<string> {
  const room = await aNewsroom()
  await room.newsroom.store.commit({
    event: { type: 'workspace.noted', at: new Date().toISOString(), actor: null, subject: null, details: {} },
    changes: [{ collection: 'settings', put: { id: 'sample-filled', value: true } }],
  })
  await room.close()
  return room.directory
}
