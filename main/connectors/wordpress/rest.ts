import type { z } from 'zod'
import type { Outcome } from '../connector'
import type { Exchange, HttpClient } from '../http/client'
import { outcomeOf } from './mapping'

const answerBytes = 24_000_000

type Query = Readonly<Record<string, string | number>>

/** The site's REST interface. Answers are `done` with null where WordPress says that it has no such thing. */
export interface Rest {
  get<T>(path: string, query: Query, schema: z.ZodType<T>): Promise<Outcome<T | null>>
  post<T>(path: string, body: object, schema: z.ZodType<T>): Promise<Outcome<T | null>>
  upload<T>(file: Upload, schema: z.ZodType<T>): Promise<Outcome<T | null>>
  /** For good, past the trash. */
  remove<T>(path: string, schema: z.ZodType<T>): Promise<Outcome<T | null>>
  /** For answers whose refusal says more than that it is one. */
  exchange(path: string, body: object): Promise<Exchange>
}

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Hexadecimal, as WordPress wants its Content-MD5. */
  readonly md5: string
  readonly onSent?: ((bytes: number) => void) | undefined
}

/** `credentials`: "user:application password"; null asks only what anybody may. */
export function createRest(client: HttpClient, credentials: string | null, now: () => number): Rest {
  const authorization: Record<string, string> =
    credentials === null ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }

  const send = (method: 'GET' | 'POST', path: string, query: Query, body?: object) =>
    client.exchange({
      method,
      path: address(path, query),
      headers: { ...authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
      maxBytes: answerBytes,
    })

  return {
    get: async (path, query, schema) => outcomeOf(await send('GET', path, query), schema, now()),
    post: async (path, body, schema) =>
      outcomeOf(await send('POST', path, { context: 'edit' }, body), schema, now()),
    // Many servers let only GET and POST through; WordPress takes the method as a parameter too.
    remove: async (path, schema) =>
      outcomeOf(await send('POST', path, { force: 'true', _method: 'DELETE' }, {}), schema, now()),
    upload: async (file, schema) =>
      outcomeOf(
        await client.exchange({
          method: 'POST',
          path: address('/wp/v2/media', { context: 'edit' }),
          headers: {
            ...authorization,
            'content-type': file.mediaType,
            'content-disposition': `attachment; filename="${file.name}"`,
            'content-md5': file.md5,
          },
          body: file.bytes,
          onSent: file.onSent,
          maxBytes: answerBytes,
        }),
        schema,
        now(),
      ),
    exchange: (path, body) => send('POST', path, {}, body),
  }
}

/** `?rest_route=` works on every site; pretty addresses only where permalinks are switched on. */
function address(path: string, query: Query): string {
  const parameters = new URLSearchParams({ rest_route: path })
  for (const [key, value] of Object.entries(query)) parameters.set(key, String(value))
  return `/?${parameters}`
}
