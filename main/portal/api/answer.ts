import type { Context } from 'hono'
import type { z } from 'zod'
import type { PortalError } from '#common/api/portal-api'
import { ok, type Result } from '#common/domain/result'
import { refused, statusOf } from '../articles/refusal'

/** JSON of a refusal with its status. */
export function sendProblem(c: Context, problem: PortalError): Response {
  if (problem.code === 'unauthorised') c.header('WWW-Authenticate', 'Bearer')
  return c.json(problem, statusOf[problem.code])
}

export function send<T extends object>(c: Context, result: Result<T, PortalError>): Response {
  return result.ok ? c.json(result.value, 200) : sendProblem(c, result.problem)
}

/** The body as this schema reads it. */
export async function readBody<S extends z.ZodType>(
  c: Context,
  schema: S,
): Promise<Result<z.output<S>, PortalError>> {
  try {
    return check(JSON.parse(await c.req.text()), schema)
  } catch (error) {
    if (error instanceof SyntaxError) return refused('malformed', 'Nội dung gửi lên không phải JSON.')
    throw error
  }
}

/** A value from outside, such as a part of the address, as this schema reads it. */
export function check<S extends z.ZodType>(value: unknown, schema: S): Result<z.output<S>, PortalError> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const where = issue === undefined || issue.path.length === 0 ? 'yêu cầu' : issue.path.join('.')
  return refused('malformed', `Yêu cầu chưa đúng dạng ở “${where}”: ${issue?.message ?? 'không đọc được'}.`)
}
