// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

export const fetchElectronCommand = 'npx install-electron'

/**
 * The Electron executable at hand, looked for where the `electron` package and its environment variables put it.
 * @returns {string | null}
 */
export function electronRuntime(environment = process.env, directory = root) {
  const chosen = environment.ELECTRON_EXEC_PATH
  if (chosen) return existsSync(chosen) ? chosen : null
  const electron = join(directory, 'node_modules/electron')
  const pathFile = join(electron, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : defaultName(process.platform)
  const executable = join(environment.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist'), name)
  return existsSync(executable) ? executable : null
}

/** Windows and macOS always have a screen to show a window on; elsewhere a display server has to be named. */
export function hasDisplay(environment = process.env, platform = process.platform) {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** @param {NodeJS.Platform} platform */
function defaultName(platform) {
  if (platform === 'win32') return 'electron.exe'
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}
