import { parseArgs } from 'node:util'
import { playConformance } from './play'

const usage = `npm run portal:conformance -- --url https://cong.example --publish-token … --admin-token …
The tokens may also come from TOA_SOAN_PORTAL_PUBLISH_TOKEN and TOA_SOAN_PORTAL_ADMIN_TOKEN.
Use a test portal: for some seconds readers see test articles there. They are taken down and the test key is retired.`

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    'publish-token': { type: 'string', default: process.env.TOA_SOAN_PORTAL_PUBLISH_TOKEN },
    'admin-token': { type: 'string', default: process.env.TOA_SOAN_PORTAL_ADMIN_TOKEN },
  },
})

/** 0: every promise kept. 1: some broken. 2: it could not begin. */
async function main(): Promise<number> {
  const { url, 'publish-token': publishToken, 'admin-token': adminToken } = values
  if (url === undefined || !publishToken || !adminToken) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const { findings, left } = await playConformance(
    { url, publishToken, adminToken, send: fetch },
    ({ id, promise, broken }) => {
      process.stdout.write(`${broken === null ? 'kept  ' : 'BROKEN'} ${id.padEnd(22)} ${promise}\n`)
      if (broken !== null) process.stdout.write(`       ${broken}\n`)
    },
  )
  const broken = findings.filter(finding => finding.broken !== null).length
  process.stdout.write(`\n${findings.length - broken} promises kept, ${broken} broken\n`)
  if (left.length > 0)
    process.stdout.write(`Still before readers, take them down by hand: ${left.join(', ')}\n`)
  return broken === 0 ? 0 : 1
}

main().then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}${cause}\n`)
    process.exitCode = 2
  },
)
