/** Why a folder is a bad place for a workspace: another machine writes there too, or a program copies it while we write. */
export interface RiskyPlace {
  readonly kind: 'network' | 'cloud'
  /** File system or service, as a person knows it: "nfs4", "OneDrive". */
  readonly name: string
}

export interface PlaceFacts {
  /** With all links resolved. */
  readonly path: string
  readonly platform: NodeJS.Platform
  /** Text of `/proc/mounts`; empty where there is none. */
  readonly mounts: string
}

/** File systems whose disk is in another machine, as Linux names them (filesystems(5), FUSE subtypes). */
const networkTypes = new Set([
  '9p',
  'afs',
  'ceph',
  'cifs',
  'davfs',
  'fuse.davfs2',
  'fuse.gvfsd-fuse',
  'fuse.glusterfs',
  'fuse.rclone',
  'fuse.sshfs',
  'glusterfs',
  'ncpfs',
  'nfs',
  'nfs4',
  'smb3',
  'smbfs',
  'vboxsf',
])

/** Folders that services keep in step, by the names their programs give them. Checked 2026-11. */
const cloudFolders: readonly { readonly name: string; readonly folder: RegExp }[] = [
  { name: 'OneDrive', folder: /^OneDrive( - .+)?$/i },
  { name: 'Dropbox', folder: /^Dropbox( \(.+\))?$/i },
  { name: 'Google Drive', folder: /^(Google ?Drive|GoogleDrive-.+|My Drive|Drive của tôi|DriveFS)$/i },
  { name: 'iCloud', folder: /^(iCloud ?Drive|com~apple~CloudDocs)$/i },
  { name: 'Box', folder: /^Box( Sync)?$/ },
  { name: 'MEGA', folder: /^MEGA( ?sync)?$/i },
  { name: 'Nextcloud', folder: /^(Nextcloud|ownCloud)\d*$/i },
]

/** Null when nothing speaks against the folder. A guess by names: it warns, it never refuses. */
export function riskyPlace({ path, platform, mounts }: PlaceFacts): RiskyPlace | null {
  if (platform === 'win32' && /^\\\\(?![?.]\\[a-z]:)/i.test(path)) return { kind: 'network', name: 'Windows' }
  const type = typeOfMount(path, mounts)
  if (type !== null && networkTypes.has(type)) return { kind: 'network', name: type }
  for (const step of path.split(platform === 'win32' ? /[\\/]/ : '/')) {
    const service = cloudFolders.find(({ folder }) => folder.test(step))
    if (service !== undefined) return { kind: 'cloud', name: service.name }
  }
  return null
}

/** Type of the mount the path lies in: the longest mount point that is a beginning of it. */
function typeOfMount(path: string, mounts: string): string | null {
  let best: { readonly point: string; readonly type: string } | null = null
  for (const line of mounts.split('\n')) {
    const [, escaped, type] = line.split(' ')
    if (escaped === undefined || type === undefined) continue
    const point = unescapeMount(escaped)
    const inside = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`)
    // The later of two mounts on one point is the one that is seen.
    if (inside && point.length >= (best?.point.length ?? 0)) best = { point, type }
  }
  return best?.type ?? null
}

/** `/proc/mounts` writes space, tab, newline and backslash as three octal digits of one byte. */
function unescapeMount(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  )
}
