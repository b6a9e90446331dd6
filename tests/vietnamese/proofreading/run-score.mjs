// @ts-check
import { ready } from '../../../main/launch/ready.mjs'
import { runBundled } from '../../../main/launch/run-bundled.mjs'

/** `npm run proofread:score`: precision and recall of the proofreader, per class. */
await ready({ build: false })
process.exit(await runBundled('tests/vietnamese/proofreading/score.ts'))
