import { readdir, readFile, statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, parse } from 'node:path'

/** What the program asks of this machine's disks beside files; lent, so that a test can be short of space. */
export interface Disk {
  /** Bytes a user may still write in this folder (or its nearest parent that is there); null when nobody can tell. */
  freeBytes(path: string): Promise<number | null>
  /** Text of Linux's `/proc/mounts`; empty elsewhere. */
  mounts(): Promise<string>
  /** Folders in a folder, sorted, hidden ones left out; null when it cannot be read. */
  folders(path: string): Promise<readonly string[] | null>
  /** Where a person looks first: their own folder, sticks and drives. */
  places(): Promise<readonly string[]>
}

export function nodeDisk(platform: NodeJS.Platform = process.platform): Disk {
  return {
    freeBytes,
    mounts: async () => (platform === 'linux' ? readFile('/proc/mounts', 'utf8').catch(() => '') : ''),
    folders: listFolders,
    async places() {
      const home = homedir()
      return [home, ...(await volumes(platform, home))]
    },
  }
}

async function freeBytes(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  } catch {
    const parent = dirname(path)
    return parent === path ? null : freeBytes(parent)
  }
}

async function listFolders(path: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries
      .filter(entry => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'vi'))
  } catch {
    return null
  }
}

/** Sticks and drives by where each system puts them. */
async function volumes(platform: NodeJS.Platform, home: string): Promise<readonly string[]> {
  if (platform === 'win32') {
    const letters = [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `${letter}:\\`)
    const free = await Promise.all(letters.map(letter => statfs(letter).catch(() => null)))
    return letters.filter((_letter, index) => free[index] !== null)
  }
  const user = parse(home).base
  const parents =
    platform === 'darwin' ? ['/Volumes'] : [join('/media', user), join('/run/media', user), '/media', '/mnt']
  const found = await Promise.all(
    parents.map(async parent => ((await listFolders(parent)) ?? []).map(name => join(parent, name))),
  )
  return found.flat().filter(path => path !== join('/media', user))
}
