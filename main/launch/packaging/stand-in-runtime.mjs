// @ts-check
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A folder that looks like an unpacked Electron for Linux and cannot run: enough to prove what would go into a package
 * on a machine without Electron's runtime.
 * @param {string} directory
 * @param {string} version
 */
export function makeStandInRuntime(directory, version) {
  for (const folder of ['locales', 'resources']) mkdirSync(join(directory, folder), { recursive: true })
  writeFileSync(
    join(directory, 'electron'),
    '#!/bin/sh\necho "Electron is not in this package" >&2\nexit 1\n',
  )
  chmodSync(join(directory, 'electron'), 0o755)
  writeFileSync(join(directory, 'version'), version)
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/vi.pak', 'locales/en-US.pak'])
    writeFileSync(join(directory, file), 'stand-in\n')
  return directory
}
