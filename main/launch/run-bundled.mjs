// @ts-check
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * Bundles a TypeScript program that is not part of the product and runs it in plain Node with this command's
 * arguments. Returns its exit code.
 * @param {string} entry from the project's root
 * @returns {Promise<number>}
 */
export async function runBundled(entry) {
  const { build } = await import('vite')
  const outDir = join(root, 'node_modules/.cache', `toa-soan-${process.pid}`)
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, entry),
        outDir,
        target: 'node20.19',
        rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
      },
    })
    const program = [join(outDir, 'program.mjs'), ...process.argv.slice(2)]
    return spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
