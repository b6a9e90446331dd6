// @ts-check
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { electronRuntime, fetchElectronCommand } from './electron-runtime.mjs'
import { fuseFaults, inspectPackage, megabytes, readConfiguration } from './packaging/inspect-package.mjs'
import { makeStandInRuntime } from './packaging/stand-in-runtime.mjs'
import { ready, say, stop } from './ready.mjs'
import { root } from './root.mjs'

await ready()
const { build, Platform } = await import('electron-builder')
const { version } = createRequire(import.meta.url)('electron/package.json')

const fuses = fuseFaults(readConfiguration(root))
if (fuses.length > 0) stop(`electron-builder.yml để sai các khóa an toàn: ${fuses.join(', ')}`)

const runtime = electronRuntime()
const scratch = mkdtempSync(join(tmpdir(), 'toa-soan-package-'))
const archiver = ['/usr/bin/7za', '/usr/bin/7zz', '/usr/bin/7z'].find(existsSync)
const hasDpkg = existsSync('/usr/bin/dpkg-deb')
try {
  if (runtime) await packageForThisSystem()
  else await provePackage()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** With Electron at hand: the installers of this system, as released. */
async function packageForThisSystem() {
  const files = await build({
    config: { extends: './electron-builder.yml', electronDist: dirname(runtime ?? '') },
  })
  for (const file of files) say(`Đã đóng gói: ${file} (${megabytes(file)})`)
  say(
    'Gói cho hệ điều hành khác phải dựng trên chính hệ điều hành đó (Windows: nsis; Linux: deb, AppImage, tar.gz; macOS: dmg).',
  )
}

/** Without it: the same packing around a stand-in, to prove configuration and content. Nothing of it can run. */
async function provePackage() {
  const targets = ['dir', ...(hasDpkg ? ['deb'] : []), ...(archiver ? ['tar.gz'] : [])]
  if (hasDpkg) process.env.CUSTOM_FPM_PATH = join(root, 'main/launch/packaging/fpm-over-dpkg.mjs')
  if (archiver) process.env.ELECTRON_BUILDER_7ZIP_PATH = archiver
  const output = join(root, 'dist/stand-in')
  rmSync(output, { recursive: true, force: true })
  const files = await build({
    targets: Platform.LINUX.createTarget(targets),
    config: {
      extends: './electron-builder.yml',
      electronDist: makeStandInRuntime(join(scratch, 'electron'), version),
      electronFuses: null,
      directories: { output },
    },
  })
  const faults = await inspectPackage(join(output, 'linux-unpacked/resources'), root)
  if (faults.length > 0) stop(`Gói không đúng:\n- ${faults.join('\n- ')}`)
  say(
    `Đã đóng thử và soát: ${join(output, 'linux-unpacked')} (app.asar ${megabytes(join(output, 'linux-unpacked/resources/app.asar'))})`,
  )
  for (const file of files.filter(existsSync)) say(`Đã đóng thử: ${file} (${megabytes(file)})`)
  say(
    `Máy này chưa có Electron, nên các gói trên chỉ để soát cấu hình và không chạy được. Tải Electron: ${fetchElectronCommand}`,
  )
  if (!hasDpkg) say('Không đóng được .deb: thiếu dpkg-deb.')
  if (!archiver) say('Không đóng được .tar.gz: thiếu 7za (Debian: p7zip-full).')
  say(
    'Không đóng được ở đây: AppImage, nsis (Windows), dmg (macOS), và không đặt được khóa an toàn (fuses): cần Electron thật và công cụ tải về.',
  )
}
