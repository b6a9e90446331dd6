import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PublishRequest } from '#common/api/portal-api'
import type { BlobHash } from '#common/domain/ids'
import { blobHash } from '#common/domain/ids'
import { createPortal, type Portal, type PortalOptions } from '#main/portal/create-portal'
import {
  type ArticleText,
  createReviewer,
  publishRequestOf,
  type SealChanges,
  type SealedArticle,
  sealArticle,
  sha256,
  type TestReviewer,
} from './sealed-article'
import { temporaryFolder } from './temporary-workspace'
import { whenFinished } from './when-finished'

const origin = 'http://127.0.0.1:4180'

/** The embedded portal in process, with one registered reviewer and a clock the test sets. */
export interface TestPortal {
  readonly portal: Portal
  readonly dataDir: string
  readonly reviewer: TestReviewer
  /** What the portal reported for its operator. */
  readonly reports: unknown[]
  nowMs: number
  /** An anonymous reader. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  post(path: string, form: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** A call of the API with the publish token, or with the given authorization. */
  call(method: string, path: string, options?: CallOptions): Promise<Response>
  register(reviewer: TestReviewer): Promise<Response>
  putBlob(bytes: Uint8Array): Promise<BlobHash>
  seal(text?: ArticleText, changes?: SealChanges): Promise<SealedArticle>
  put(article: string, sequence: number, request: PublishRequest, after?: number): Promise<Response>
  /** Seals and publishes as the first decision; throws when the portal refuses. */
  publish(text?: ArticleText, publishedAt?: string): Promise<SealedArticle>
  ledger(): Promise<Readonly<Record<string, unknown>>[]>
  /** Closes and opens the same folder again. */
  restart(): Promise<void>
}

interface CallOptions {
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
  readonly token?: string | null
}

export async function openTestPortal(options: Partial<PortalOptions> = {}): Promise<TestPortal> {
  const dataDir = options.dataDir ?? (await temporaryFolder())
  const reports: unknown[] = []
  const open = (): Promise<Portal> =>
    createPortal({
      dataDir,
      name: 'Xã Mẫu',
      acceptDemoKeys: true,
      environment: { now: () => test.nowMs, randomBytes },
      report: error => reports.push(error),
      ...options,
    })
  const reviewer = await createReviewer()
  let portal: Portal | null = null
  const current = (): Portal => {
    if (portal === null) throw new Error('the portal is closed')
    return portal
  }
  const test: TestPortal = {
    get portal() {
      return current()
    },
    dataDir,
    reviewer,
    reports,
    nowMs: Date.parse('2026-11-22T03:00:00.000Z'),
    get: (path, headers = {}) => current().fetch(new Request(origin + path, { headers })),
    post: (path, form, headers = { origin }) =>
      current().fetch(
        new Request(origin + path, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: form,
        }),
      ),
    call(method, path, { body, headers = {}, token = current().credentials.publishToken } = {}) {
      const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
      return current().fetch(
        new Request(`${origin}/api/v1${path}`, {
          method,
          headers: { ...authorization, ...headers },
          ...(body === undefined ? {} : { body }),
        }),
      )
    },
    register: ({ kid, registration }) =>
      test.call('PUT', `/keys/${kid}`, {
        body: JSON.stringify(registration),
        token: current().credentials.adminToken,
      }),
    async putBlob(bytes) {
      const hash = blobHash.parse(sha256(bytes))
      await expectOk(await test.call('PUT', `/blobs/${hash}`, { body: Uint8Array.from(bytes) }))
      return hash
    },
    seal: (text, changes) => sealArticle(reviewer, text, changes),
    put: (article, sequence, request, after) =>
      test.call('PUT', `/articles/${article}/publications/${sequence}`, {
        body: JSON.stringify(request),
        headers: after === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${after}"` },
      }),
    async publish(text, publishedAt) {
      const sealed = await test.seal(text)
      await expectOk(await test.put(sealed.article, 1, publishRequestOf(sealed, publishedAt)))
      return sealed
    },
    async ledger() {
      const text = await readFile(join(dataDir, 'ledger.ndjson'), 'utf8')
      return text
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line))
    },
    async restart() {
      await current().close()
      portal = null
      portal = await open()
    },
  }
  portal = await open()
  whenFinished(async () => {
    await portal?.close()
  })
  if (options.acceptDemoKeys !== false) await expectOk(await test.register(reviewer))
  return test
}

async function expectOk(response: Response): Promise<void> {
  if (!response.ok) throw new Error(`the portal refused: ${await response.text()}`)
}
