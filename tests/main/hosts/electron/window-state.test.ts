import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstWindowState, keepWindowState, readWindowState } from '#main/hosts/electron/window-state'
import { nodeFiles } from '#main/store/files/node-files'
import { temporaryFolder } from '#tests/support/temporary-workspace'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const kept = { bounds: { x: 100, y: 50, width: 1200, height: 800 }, maximized: true }

describe('window state', () => {
  it('comes back as it was kept', async () => {
    const directory = await temporaryFolder()
    await keepWindowState(nodeFiles(), directory, kept)
    expect(await readWindowState(nodeFiles(), directory, [screen])).toEqual(kept)
  })

  it('begins anew where its display is gone', async () => {
    const directory = await temporaryFolder()
    await keepWindowState(nodeFiles(), directory, { ...kept, bounds: { ...kept.bounds, x: 2_500 } })
    expect(await readWindowState(nodeFiles(), directory, [screen])).toEqual(firstWindowState)
  })

  it.each(['', '{"bounds":', '{"bounds":{"width":-1,"height":5},"maximized":false}', 'null'])(
    'begins anew when the file holds %j',
    async text => {
      const directory = await temporaryFolder()
      writeFileSync(join(directory, 'window.json'), text)
      expect(await readWindowState(nodeFiles(), directory, [screen])).toEqual(firstWindowState)
    },
  )
})
