// Draws source/*.svg as 1200 × 800 WebP beside this file: `node resources/sample/pictures/render.mjs [name …]`.
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const folder = fileURLToPath(new URL('.', import.meta.url))
const wanted = process.argv.slice(2)

for (const file of await readdir(join(folder, 'source'))) {
  const name = basename(file, '.svg')
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const picture = sharp(join(folder, 'source', file)).resize(1200, 800).webp({ quality: 82, smartSubsample: true, effort: 6 })
  const { size } = await picture.toFile(join(folder, `${name}.webp`))
  process.stdout.write(`${name}.webp ${Math.round(size / 1000)} KB\n`)
}
