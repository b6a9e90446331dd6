// @ts-check
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { root } from './root.mjs'

/** Draws the icons of all platforms from resources/icons/icon.svg; run it after changing the drawing. */
const folder = join(root, 'resources/icons')
const icoSizes = [16, 24, 32, 48, 64, 128, 256]
/** Apple's types for PNG data, by the width in pixels. */
const icnsTypes = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }

/** @param {number} size */
const png = size =>
  sharp(join(folder, 'icon.svg'), { density: 144 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer()

writeFileSync(join(folder, 'icon.png'), await png(1024))
writeFileSync(join(folder, 'icon.ico'), await ico())
writeFileSync(join(folder, 'icon.icns'), await icns())

async function ico() {
  const images = await Promise.all(icoSizes.map(png))
  const directory = Buffer.alloc(6 + 16 * images.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let offset = directory.length
  for (const [index, image] of images.entries()) {
    const entry = 6 + 16 * index
    const size = (icoSizes[index] ?? 0) % 256
    directory.writeUInt8(size, entry)
    directory.writeUInt8(size, entry + 1)
    directory.writeUInt16LE(1, entry + 4)
    directory.writeUInt16LE(32, entry + 6)
    directory.writeUInt32LE(image.length, entry + 8)
    directory.writeUInt32LE(offset, entry + 12)
    offset += image.length
  }
  return Buffer.concat([directory, ...images])
}

async function icns() {
  const entries = await Promise.all(
    Object.entries(icnsTypes).map(async ([type, size]) => {
      const image = await png(size)
      return Buffer.concat([Buffer.from(type, 'ascii'), bigEndian(8 + image.length), image])
    }),
  )
  const body = Buffer.concat(entries)
  return Buffer.concat([Buffer.from('icns', 'ascii'), bigEndian(8 + body.length), body])
}

/** @param {number} value */
function bigEndian(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
