import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import {
  type BatchAnswer,
  batchRequest,
  type PollResult,
  type PortalError,
  publishRequest,
  type RemoteArticle,
  type RemoteArticleList,
} from '#common/api/portal-api'
import { articleId } from '#common/domain/ids'
import { ok, type Result } from '#common/domain/result'
import { pollState } from '../articles/card'
import type { Precondition } from '../articles/check-order'
import { refused, statusOf } from '../articles/refusal'
import { remoteArticleOf } from '../articles/shelf'
import type { PortalParts } from '../portal-parts'
import { check, readBody, send, sendProblem } from './answer'

const sequence = z.coerce.number().pipe(z.int().positive())
const listQuery = z.object({
  after: articleId.optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(1_000)).default(1_000),
})

/** A batch may carry this many articles of full size. */
const batchFactor = 4

export function articlesRoutes(
  app: Hono,
  { desk, description, votes, environment }: PortalParts,
  publisher: MiddlewareHandler,
): void {
  const { articleBytes } = description.limits

  app.get('/articles', publisher, async c => {
    const query = check(c.req.query(), listQuery)
    if (!query.ok) return sendProblem(c, query.problem)
    const { after, limit } = query.value
    const { entries, next } = await desk.shelf.page(after, limit)
    const list: RemoteArticleList = { articles: entries.map(remoteArticleOf), next }
    return c.json(list)
  })

  app.get('/articles/:article', publisher, async c => {
    const id = check(c.req.param('article'), articleId)
    if (!id.ok) return sendProblem(c, id.problem)
    const held = await desk.shelf.get(id.value)
    const found =
      held === undefined ? refused('not-found', 'Cổng chưa có bài này.') : ok(remoteArticleOf(held))
    return sendArticle(c, found)
  })

  app.get('/articles/:article/poll', publisher, async c => {
    const id = check(c.req.param('article'), articleId)
    if (!id.ok) return sendProblem(c, id.problem)
    const held = await desk.shelf.get(id.value)
    const poll = held?.card?.poll ?? null
    if (poll === null) return send(c, refused('not-found', 'Bài này không có thăm dò ý kiến trên cổng.'))
    const counts = votes.count(id.value)
    const result: PollResult = {
      question: poll.question,
      state: pollState(poll, environment.now()),
      opensAt: poll.opensAt,
      closesAt: poll.closesAt,
      choices: poll.choices.map(one => ({ ...one, votes: counts.get(one.choice) ?? 0 })),
    }
    return c.json(result)
  })

  app.put('/articles/:article/publications/:sequence', publisher, limited(articleBytes), async c => {
    const article = check(c.req.param('article'), articleId)
    if (!article.ok) return sendProblem(c, article.problem)
    const number = check(c.req.param('sequence'), sequence)
    if (!number.ok) return sendProblem(c, number.problem)
    const request = await readBody(c, publishRequest)
    if (!request.ok) return sendProblem(c, request.problem)
    const delivery = { article: article.value, sequence: number.value, precondition: readPrecondition(c) }
    return sendArticle(c, await desk.accept(delivery, request.value))
  })

  app.post('/batch', publisher, limited(articleBytes * batchFactor), async c => {
    const batch = await readBody(c, batchRequest)
    if (!batch.ok) return sendProblem(c, batch.problem)
    const results = await Promise.all(
      batch.value.items.map(({ article, sequence, ifMatch, request }) => {
        const precondition: Precondition =
          ifMatch === null ? { kind: 'first' } : { kind: 'after', sequence: ifMatch }
        return desk.accept({ article, sequence, precondition }, request)
      }),
    )
    const answer: BatchAnswer = { items: results.map(batchItem) }
    return c.json(answer, 207)
  })
}

function limited(maxBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxBytes,
    onError: c =>
      sendProblem(c, { code: 'too-large', message: `Yêu cầu lớn hơn mức cho phép (${maxBytes} byte).` }),
  })
}

function readPrecondition(c: Context): Precondition {
  if (c.req.header('if-none-match')?.trim() === '*') return { kind: 'first' }
  const after = /^"(\d{1,15})"$/.exec(c.req.header('if-match')?.trim() ?? '')?.[1]
  return after === undefined ? { kind: 'none' } : { kind: 'after', sequence: Number(after) }
}

function sendArticle(c: Context, result: Result<RemoteArticle, PortalError>): Response {
  if (result.ok) c.header('ETag', `"${result.value.sequence}"`)
  return send(c, result)
}

function batchItem(result: Result<RemoteArticle, PortalError>): BatchAnswer['items'][number] {
  return result.ok
    ? { status: 200, article: result.value }
    : { status: statusOf[result.problem.code], error: result.problem }
}
