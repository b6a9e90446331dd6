// @ts-check
import { ready } from './ready.mjs'
import { runBuilt } from './run-built.mjs'

// `npm run call -- --list | head` closes the pipe early, which is no fault.
process.stdout.on('error', error => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
  process.exit()
})
await ready()
await runBuilt('call', process.argv.slice(2))
