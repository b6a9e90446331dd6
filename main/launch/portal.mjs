// @ts-check
import { ready } from './ready.mjs'
import { runBuilt } from './run-built.mjs'

await ready()
await runBuilt('portal', process.argv.slice(2))
