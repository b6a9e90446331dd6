// @ts-check
import { ready } from '../../main/launch/ready.mjs'
import { runBundled } from '../../main/launch/run-bundled.mjs'

/** `npm run portal:conformance`: docs/portal-api.md held against any server. */
await ready({ build: false })
process.exit(await runBundled('tests/conformance/main.ts'))
