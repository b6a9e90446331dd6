import { generateKeyPairSync, sign } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { Agent } from 'undici'
import { z } from 'zod'
import { batchAnswer } from '#common/api/portal-api'
import { signingKey } from '#common/domain/account'
import { accountId } from '#common/domain/ids'
import { serveDriver } from '../driver'
import { idOf } from '../generated/article-records'
import { sealedDocuments } from '../generated/sealed-documents'

/* A bare client of a portal: signs and sends decisions in batches, and checks nothing but the answers. */
const [, , url = '', publishToken = '', adminToken = ''] = process.argv
const batchItems = 50
const atOnce = 4
const mostTries = 5
const kid = 'bench-key'
const reviewer = accountId.parse(idOf('reviewer'))
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const documents = sealedDocuments({
  kid,
  reviewer,
  sign: text => sign(null, Buffer.from(text), privateKey).toString('base64url'),
})
const agent = new Agent({ connections: atOnce })

async function call(
  method: 'PUT' | 'POST' | 'GET',
  path: string,
  token: string,
  body?: unknown,
): Promise<Buffer> {
  const { statusCode, body: answer } = await agent.request({
    origin: url,
    path,
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (statusCode >= 300) throw new Error(`${method} ${path}: ${statusCode} ${bytes.toString().slice(0, 300)}`)
  return bytes
}

/** A connection that the server let go of is no failure: the same decisions again are answered as before. */
async function sendBatch(from: number, to: number, tries = 1): Promise<void> {
  const items = Array.from({ length: to - from }, (_, index) => documents.decision(from + index))
  const answer = await call('POST', '/api/v1/batch', publishToken, { items }).catch((error: unknown) => {
    if (tries === mostTries || !(error instanceof Error) || !('code' in error)) throw error
    return null
  })
  if (answer === null) return sendBatch(from, to, tries + 1)
  for (const { status, error } of batchAnswer.parse(JSON.parse(answer.toString())).items)
    if (status !== 200) throw new Error(`${status} ${error?.message ?? ''}`)
}

const answers = {
  async enter() {
    const publicJwk = signingKey.shape.publicJwk.parse(
      z
        .object({ kty: z.string(), crv: z.string(), x: z.string() })
        .parse(publicKey.export({ format: 'jwk' })),
    )
    const key = { reviewer, name: 'Người duyệt', demo: true, publicJwk }
    await call('PUT', `/api/v1/keys/${kid}`, adminToken, key)
  },
  /** Sends the documents numbered `from` up to before `to`; milliseconds until the last was accepted. */
  async send({ from, to }: { readonly from: number; readonly to: number }) {
    const before = performance.now()
    const cpu = process.cpuUsage()
    let next = from
    const work = async () => {
      while (next < to) {
        const first = next
        next = Math.min(to, first + batchItems)
        await sendBatch(first, next)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    const { user, system } = process.cpuUsage(cpu)
    return { ms: performance.now() - before, cpuMs: (user + system) / 1_000 }
  },
  /** How many of these documents an anonymous reader does not get byte for byte. */
  async missing(numbers: readonly number[]) {
    let missing = 0
    for (const number of numbers) {
      const { html, slug } = documents.page(number)
      const { body } = await agent.request({ origin: url, path: `/bai/${slug}`, method: 'GET' })
      if (!(await body.text()).includes(html)) missing++
    }
    return missing
  },
}
export type DrainClientDriver = typeof answers

await serveDriver(answers)
