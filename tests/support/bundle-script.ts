import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import { classicScript } from '../../main/launch/classic-script.mjs'

/** Bundles a TypeScript file, dependencies included, into one module that plain Node runs in a process of its own. */
export async function bundleScript(entry: string, plugins: readonly Plugin[] = []): Promise<string> {
  const outDir = await temporaryFolder()
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [classicScript(), ...plugins],
    // Native, and loaded only where a picture is prepared.
    ssr: { noExternal: true, external: ['sharp', 'vitest'] },
    build: {
      ssr: entry,
      outDir,
      target: 'node20.19',
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
  })
  return join(outDir, 'script.mjs')
}
