import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { classicScript } from './main/launch/classic-script.mjs'

/** One bundle for each program a host, the command line or a parent process starts. */
const mainEntries = {
  electron: 'main/hosts/electron/index.ts',
  browser: 'main/hosts/browser/index.ts',
  call: 'main/hosts/command-line/index.ts',
  portal: 'main/portal/index.ts',
  background: 'main/background/worker.ts',
  safekeeping: 'main/safekeeping/worker.ts',
  import: 'main/import/worker.ts',
  media: 'main/media/worker.ts',
  search: 'main/search/worker.ts',
}

/** main/launch/build.mjs builds aside and swaps, so that a failed or running build never leaves half a program in out/. */
const out = process.env.TOA_SOAN_OUT ?? 'out'

export default defineConfig({
  main: {
    plugins: [classicScript()],
    define: { __PROGRAM_STAMP__: JSON.stringify(process.env.TOA_SOAN_STAMP ?? '') },
    // Its build for Node declares a `require` of its own, which collides with the bundle's; we use no thread of its.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: `${out}/main`,
      // The browser host runs the same files under the machine's own Node, so not Electron's newer syntax.
      target: 'node20.19',
      externalizeDeps: false,
      rolldownOptions: {
        input: mainEntries,
        // sharp is native; the other two are ws's optional accelerators, which ws does without.
        external: ['sharp', 'bufferutil', 'utf-8-validate'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${out}/preload`,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        // A sandboxed preload is CommonJS and may require nothing but electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: `${out}/renderer`,
      emptyOutDir: true,
      // The last Chromium for Windows 7, still found in commune offices: the browser host must open there.
      target: 'chrome109',
      minify: true,
      // A data: font or script would need a looser Content-Security-Policy.
      assetsInlineLimit: 0,
      // Read from the disk beside it, one chunk per screen would only wait longer.
      chunkSizeWarningLimit: 3_000,
      rolldownOptions: {
        input: { index: 'renderer/index.html' },
        // What the first screen needs is one file, evaluated in the order of its imports (zod-without-eval.ts), and not
        // the two dozen that other screens happen to share with it.
        output: { codeSplitting: { groups: [{ name: 'main', test: /renderer[\\/]app[\\/]main\.tsx$/ }] } },
      },
    },
  },
})
