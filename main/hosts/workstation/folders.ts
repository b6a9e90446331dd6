import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this person's workspaces lie when none is named: the platform's folder for application data. */
export function dataDirectory(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'ToaSoan')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'ToaSoan')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'toa-soan')
}

/** The sample commune and the office's own newsroom never share a folder: removing one cannot touch the other. */
export function workspaceFolders(base: string): { readonly sample: string; readonly own: string } {
  return { sample: join(base, 'xa-mau'), own: join(base, 'toa-soan') }
}
