import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')

describe('npm run demo', () => {
  it('walks the main job through a cut line and a kill -9', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'main/launch/demo.mjs')], {
      encoding: 'utf8',
    })
    expect(`${stdout}${status === 0 ? '' : stderr}`).toMatch(/kill -9[\s\S]*đã thấy trên cổng[\s\S]*\nĐạt: /)
    expect(status).toBe(0)
  }, 180_000)
})
