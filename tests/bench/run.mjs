// @ts-check
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sourceStamp } from '../../main/launch/build.mjs'
import { classicScript } from '../../main/launch/classic-script.mjs'
import { ready } from '../../main/launch/ready.mjs'
import { root } from '../../main/launch/root.mjs'

/** `npm run bench`: bundles the sections and their drivers, then runs them in a plain Node that nothing else shares. */
await ready()
const { build } = await import('vite')
// A folder of its own, so that two runs do not take each other's programs away.
const scripts = join(root, 'node_modules/.cache', `toa-soan-bench-${process.pid}`)
const drivers = readdirSync(join(root, 'tests/bench/drivers')).filter(name => name.endsWith('.ts'))
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [classicScript()],
  define: { __PROGRAM_STAMP__: JSON.stringify(sourceStamp()) },
  ssr: { noExternal: true, external: ['sharp', 'vite', '@playwright/test', 'playwright-core'] },
  build: {
    ssr: true,
    outDir: scripts,
    emptyOutDir: true,
    target: 'node20.19',
    rolldownOptions: {
      input: {
        main: join(root, 'tests/bench/main.ts'),
        ...Object.fromEntries(
          drivers.map(name => [basename(name, '.ts'), join(root, 'tests/bench/drivers', name)]),
        ),
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
    },
  },
})
const { status } = spawnSync(process.execPath, [join(scripts, 'main.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TOA_SOAN_BENCH_SCRIPTS: scripts },
})
rmSync(scripts, { recursive: true, force: true })
process.exit(status ?? 1)
