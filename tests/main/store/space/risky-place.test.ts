import { describe, expect, it } from 'vitest'
import { riskyPlace } from '#main/store/space/risky-place'

const mounts = `/dev/sda2 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//may-chu/chung /mnt/may\\040chủ cifs rw 0 0
may-chu:/kho /srv/kho nfs4 rw 0 0
/dev/sdb1 /srv/kho/usb vfat rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
`

describe('a risky place', () => {
  it.each([
    ['/mnt/may chủ/toa-soan', 'cifs'],
    ['/srv/kho/toa-soan', 'nfs4'],
    ['/srv/kho', 'nfs4'],
    ['/run/user/1000/gvfs/smb-share', 'fuse.gvfsd-fuse'],
  ])('is a network folder: %s', (path, name) => {
    expect(riskyPlace({ path, platform: 'linux', mounts })).toEqual({ kind: 'network', name })
  })

  it.each([
    ['linux', '/srv/nguoi/Dropbox/toa-soan', 'Dropbox'],
    ['win32', 'D:\\Lan\\OneDrive - UBND xã\\Tòa Soạn', 'OneDrive'],
    ['win32', 'G:\\My Drive\\toa-soan', 'Google Drive'],
    ['darwin', '/Users/lan/Library/Mobile Documents/com~apple~CloudDocs/toa-soan', 'iCloud'],
    ['darwin', '/Users/lan/Library/CloudStorage/GoogleDrive-lan@example.vn/toa-soan', 'Google Drive'],
  ] as const)('is a folder a service keeps in step: %s %s', (platform, path, name) => {
    expect(riskyPlace({ path, platform, mounts: '' })).toEqual({ kind: 'cloud', name })
  })

  it('is a Windows network path, but not the long form of a local one', () => {
    const of = (path: string) => riskyPlace({ path, platform: 'win32', mounts: '' })
    expect(of('\\\\may-chu\\chung\\toa-soan')).toEqual({ kind: 'network', name: 'Windows' })
    expect(of('\\\\?\\C:\\toa-soan')).toBeNull()
  })

  it.each([
    '/srv/toa-soan',
    '/srv/kho/usb/toa-soan',
    '/srv/khoa/toa-soan',
    '/srv/Dropboxes/toa-soan',
    '/tmp/x',
  ])('is not %s', path => {
    expect(riskyPlace({ path, platform: 'linux', mounts })).toBeNull()
  })
})
