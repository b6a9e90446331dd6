// @ts-check
import { spawn } from 'node:child_process'
import { electronRuntime, fetchElectronCommand, hasDisplay } from './electron-runtime.mjs'
import { nodeFlags } from './node-flags.mjs'
import { ready, say, stop } from './ready.mjs'
import { root } from './root.mjs'
import { runBuilt } from './run-built.mjs'
import { startOptions } from './start-options.mjs'

const { host, hostArguments } = startOptions(process.argv.slice(2), stop)
await ready()

const runtime = electronRuntime()
const display = hasDisplay()
if (host === 'electron' || (host === undefined && runtime && display)) startElectron()
else {
  if (host === undefined) say(whyBrowser())
  if (!display && !hostArguments.includes('--no-open')) hostArguments.push('--no-open')
  await runBuilt('browser', hostArguments)
}

function startElectron() {
  if (!runtime) stop(`Chưa có Electron trên máy này. Tải về bằng lệnh: ${fetchElectronCommand}`)
  if (!display) stop('Máy này không có màn hình cho cửa sổ Electron. Hãy chạy: npm start -- --host browser')
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  const child = spawn(runtime, [`--js-flags=${nodeFlags.join(' ')}`, root, ...hostArguments], {
    stdio: 'inherit',
    env: environment,
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal))
  child.on('error', error =>
    stop(`Không mở được Electron (${error.message}). Hãy chạy: npm start -- --host browser`),
  )
  child.on('close', code => process.exit(code ?? 1))
}

function whyBrowser() {
  return runtime
    ? 'Máy này không có màn hình cho cửa sổ Electron nên Tòa Soạn chạy trong trình duyệt.'
    : `Chưa có Electron trên máy này nên Tòa Soạn chạy trong trình duyệt; tải Electron bằng lệnh: ${fetchElectronCommand}`
}
