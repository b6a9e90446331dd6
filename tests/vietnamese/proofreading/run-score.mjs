// @ts-check
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../main/launch/root.mjs'

/** `npm run proofread:score`: bundles the score and runs it in plain Node. */
const { build } = await import('vite')
const outDir = join(root, 'node_modules/.cache', `toa-soan-score-${process.pid}`)
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'tests/vietnamese/proofreading/score.ts'),
    outDir,
    target: 'node20.19',
    rolldownOptions: { output: { entryFileNames: 'score.mjs' } },
  },
})
const { status } = spawnSync(process.execPath, [join(outDir, 'score.mjs')], { cwd: root, stdio: 'inherit' })
rmSync(outDir, { recursive: true, force: true })
process.exit(status ?? 1)
