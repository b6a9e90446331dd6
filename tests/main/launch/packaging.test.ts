import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import {
  fuseFaults,
  inspectPackage,
  readConfiguration,
} from '../../../main/launch/packaging/inspect-package.mjs'

const root = join(import.meta.dirname, '../../..')
const configuration = readConfiguration(root)

describe('the packaging configuration', () => {
  it('locks every fuse of a release', () => {
    expect(fuseFaults(configuration)).toEqual([])
  })

  it('is faulted for a fuse left open', () => {
    expect(fuseFaults(configuration.replace('runAsNode: false', 'runAsNode: true'))).toEqual(['runAsNode'])
    expect(fuseFaults(configuration.replace('onlyLoadAppFromAsar: true', ''))).toEqual([
      'onlyLoadAppFromAsar',
    ])
  })

  it('names a package for each system', () => {
    expect(configuration).toMatch(/target: nsis/)
    expect(configuration).toMatch(/target: \[deb, AppImage, tar\.gz\]/)
    expect(configuration).toMatch(/target: \[dmg\]/)
  })
})

describe('the content of a package', () => {
  const complete: Readonly<Record<string, string>> = {
    'package.json': JSON.stringify({ main: 'out/main/electron.js' }),
    'out/main/electron.js': '',
    'out/main/portal.js': '',
    'out/preload/index.cjs': '',
    'out/renderer/index.html': '',
    'resources/sample/news.md': '',
    'node_modules/sharp/package.json': '{}',
    'node_modules/@img/sharp-linux-x64/sharp.node': '',
  }

  async function inspect(files: Readonly<Record<string, string>>, project: readonly string[] = []) {
    const folder = await temporaryFolder()
    const write = (path: string, text: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    for (const [path, text] of Object.entries(files)) write(`app/${path}`, text)
    for (const path of ['resources/sample/news.md', 'resources/icons/icon.ico', ...project])
      write(`project/${path}`, '')
    mkdirSync(join(folder, 'built'))
    await createPackageWithOptions(join(folder, 'app'), join(folder, 'built/app.asar'), {
      unpack: '**/*.node',
    })
    return inspectPackage(join(folder, 'built'), join(folder, 'project'))
  }

  it('is right when it holds the program and nothing else', async () => {
    expect(await inspect(complete)).toEqual([])
  })

  it.each([
    ['tests/run.mjs', 'tests/run.mjs does not belong there'],
    ['out/main/electron.js.map', 'out/main/electron.js.map is not meant to ship'],
    ['node_modules/zod/index.js', 'package zod should be bundled'],
  ])('is wrong with %s', async (path, fault) => {
    expect(await inspect({ ...complete, [path]: '' })).toContain(fault)
  })

  it('is wrong without a file that the program reads', async () => {
    expect(await inspect(complete, ['resources/portal/style.css'])).toEqual([
      'resources/portal/style.css is not in the archive',
    ])
    const { 'node_modules/@img/sharp-linux-x64/sharp.node': _, ...withoutLibrary } = complete
    expect(await inspect(withoutLibrary)).toEqual(['sharp is not unpacked'])
  })
})

describe('icons', () => {
  const read = (name: string) => readFileSync(join(root, 'resources/icons', name))

  it('are there in every size', async () => {
    expect(await sharp(read('icon.png')).metadata()).toMatchObject({
      format: 'png',
      width: 1024,
      height: 1024,
    })
    const ico = read('icon.ico')
    const count = ico.readUInt16LE(4)
    const widths = Array.from({ length: count }, (_, index) => ico.readUInt8(6 + 16 * index) || 256)
    expect(widths).toEqual([16, 24, 32, 48, 64, 128, 256])
    for (let index = 0; index < count; index += 1) {
      const [length, offset] = [ico.readUInt32LE(14 + 16 * index), ico.readUInt32LE(18 + 16 * index)]
      const { width } = await sharp(ico.subarray(offset, offset + length)).metadata()
      expect(width).toBe(widths[index])
    }
    const icns = read('icon.icns')
    expect(icns.toString('ascii', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
  })
})
