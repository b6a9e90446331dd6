import assert from 'node:assert/strict'
import {
  type PortalDescription,
  type PortalError,
  type PublishRequest,
  portalDescription,
  portalError,
  type RemoteArticle,
  remoteArticle,
} from '#common/api/portal-api'
import { type BlobHash, blobHash } from '#common/domain/ids'
import {
  type ArticleText,
  publishRequestOf,
  type SealChanges,
  type SealedArticle,
  sealArticle,
  sha256,
  type TestReviewer,
} from '#tests/support/sealed-article'
import type { Target } from './target'

/** What clauses act with: a registered reviewer, articles of their own, and answers read by the published schemas. */
export interface Scene {
  readonly target: Target
  readonly reviewer: TestReviewer
  readonly description: PortalDescription
  seal(text?: ArticleText, changes?: SealChanges): Promise<SealedArticle>
  /** The raw answer to one decision; `after` null is the first. */
  put(article: string, sequence: number, request: PublishRequest, after: number | null): Promise<Response>
  /** Puts a new article before readers under sequence 1. */
  publish(text?: ArticleText): Promise<SealedArticle>
  /** What the portal says it holds; null for an article it does not know. */
  held(article: string): Promise<RemoteArticle | null>
  store(bytes: Uint8Array): Promise<BlobHash>
  /** Takes down whatever the clauses left before readers. Returns the articles that could not be taken down. */
  clear(): Promise<readonly string[]>
}

export async function openScene(target: Target, reviewer: TestReviewer): Promise<Scene> {
  const description = portalDescription.parse(await (await target.call('GET', '/', { token: null })).json())
  const category = description.categories[0]?.id
  assert.ok(category !== undefined, 'the portal names no category')
  const sealed = new Set<string>()
  const scene: Scene = {
    target,
    reviewer,
    description,
    async seal(text = {}, changes) {
      const made = await sealArticle(
        reviewer,
        { headline: 'Bài thử của bộ kiểm tra cổng', ...text, fields: { category, ...text.fields } },
        changes,
      )
      sealed.add(made.article)
      return made
    },
    put: (article, sequence, request, after) =>
      target.call('PUT', `/articles/${article}/publications/${sequence}`, {
        body: JSON.stringify(request),
        headers: after === null ? { 'if-none-match': '*' } : { 'if-match': `"${after}"` },
      }),
    async publish(text) {
      const made = await scene.seal(text)
      await accepted(await scene.put(made.article, 1, publishRequestOf(made), null))
      return made
    },
    async held(article) {
      const answer = await target.call('GET', `/articles/${article}`)
      return answer.status === 404 ? null : accepted(answer)
    },
    async store(bytes) {
      const hash = blobHash.parse(sha256(bytes))
      const answer = await target.call('PUT', `/blobs/${hash}`, { body: Uint8Array.from(bytes) })
      assert.equal(answer.status, 200, `PUT /blobs answered ${answer.status}: ${await answer.text()}`)
      return hash
    },
    async clear() {
      const left: string[] = []
      for (const article of sealed) {
        const held = await scene.held(article)
        if (held === null || held.path === null) continue
        const gone = { decision: 'expire', at: held.acceptedAt } as const
        const answer = await scene.put(article, held.sequence + 1, gone, held.sequence)
        if (!answer.ok) left.push(article)
      }
      return left
    },
  }
  return scene
}

/** The article in an answer that must be 200, with its ETag. */
export async function accepted(answer: Response): Promise<RemoteArticle> {
  const text = await answer.text()
  assert.equal(answer.status, 200, `answered ${answer.status}: ${text}`)
  const article = remoteArticle.parse(JSON.parse(text))
  assert.equal(answer.headers.get('etag'), `"${article.sequence}"`, 'ETag is not the sequence')
  return article
}

/** A refusal that must have this status and code. */
export async function refusedAs(
  answer: Response,
  status: number,
  ...codes: readonly PortalError['code'][]
): Promise<PortalError> {
  const text = await answer.text()
  assert.equal(answer.status, status, `answered ${answer.status} instead of ${status}: ${text}`)
  const error = portalError.parse(JSON.parse(text))
  assert.ok(codes.includes(error.code), `refused as ${error.code} instead of ${codes.join(' or ')}`)
  return error
}

/** The page a reader gets at a path the portal named. */
export async function pageOf(scene: Scene, article: RemoteArticle): Promise<string> {
  assert.ok(article.path !== null, 'no path for an article readers should see')
  const answer = await scene.target.read(article.path)
  assert.equal(answer.status, 200, `the public page answered ${answer.status}`)
  return answer.text()
}
