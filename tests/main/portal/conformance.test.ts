import { describe, expect, it } from 'vitest'
import { clauses } from '#tests/conformance/clauses'
import { playConformance } from '#tests/conformance/play'
import type { Send } from '#tests/conformance/target'
import { openTestPortal, type TestPortal } from '#tests/support/test-portal'

function play(portal: TestPortal, send: Send, only: readonly string[] | null = null) {
  const { publishToken, adminToken } = portal.portal.credentials
  const options = { url: 'http://127.0.0.1:4180', publishToken, adminToken, send }
  return playConformance(options, undefined, only === null ? null : new Set(only))
}

/** A portal with one fault: `break` gets the request and the way to the honest portal. */
interface Fault {
  readonly name: string
  /** The clauses that must notice it. */
  readonly breaks: readonly string[]
  break(request: Request, honest: Send): Promise<Response>
}

const isPut = (request: Request): boolean =>
  request.method === 'PUT' && new URL(request.url).pathname.includes('/publications/')

/** The same answer with another status, headers kept. */
async function as(status: number, answer: Response): Promise<Response> {
  return new Response(await answer.arrayBuffer(), { status, headers: answer.headers })
}

function whereRefused(code: string, otherwise: (request: Request, honest: Send) => Promise<Response>) {
  return async (request: Request, honest: Send): Promise<Response> => {
    const copy = request.clone()
    const answer = await honest(request)
    return answer.ok || !(await answer.clone().text()).includes(`"${code}"`)
      ? answer
      : otherwise(copy, honest)
  }
}

/** What a careless portal would say: "taken". */
async function pretend(request: Request): Promise<Response> {
  const [, article, sequence] = /articles\/(\w+)\/publications\/(\d+)/.exec(request.url) ?? []
  const said = {
    article,
    sequence: Number(sequence),
    state: 'live',
    revision: null,
    html: null,
    path: null,
    acceptedAt: '2026-11-22T03:00:00.000Z',
  }
  return Response.json(said, { headers: { etag: `"${sequence}"` } })
}

const readable = /\/bai\//
const pages = new Map<string, string>()

const faults: readonly Fault[] = [
  {
    name: 'describes itself to nobody',
    breaks: ['description.openapi'],
    async break(request, honest) {
      return request.url.endsWith('/openapi.json') ? new Response('', { status: 404 }) : honest(request)
    },
  },
  {
    name: 'takes no picture larger than a megabyte',
    breaks: ['description.open'],
    async break(request, honest) {
      const answer = await honest(request)
      if (!request.url.endsWith('/api/v1/')) return answer
      const described = await answer.json()
      return Response.json({ ...described, limits: { ...described.limits, blobBytes: 1_000_000 } })
    },
  },
  {
    name: 'forgets what it took',
    breaks: ['order.first'],
    async break(request, honest) {
      const asksOne = request.method === 'GET' && /\/articles\/\w+$/.test(request.url)
      return asksOne ? new Response('', { status: 404 }) : honest(request)
    },
  },
  {
    name: 'asks nobody for a token',
    breaks: ['token.missing', 'token.rights'],
    async break(request, honest) {
      const answer = await honest(request.clone())
      return answer.status === 401 ? Response.json({ articles: [], next: null }) : answer
    },
  },
  {
    name: 'looks at no precondition',
    breaks: ['order.precondition', 'order.batch'],
    async break(request, honest) {
      const copy = request.clone()
      const answer = await honest(request)
      if (answer.status === 207) {
        const { items } = await answer.json()
        return Response.json(
          { items: items.map((item: object) => ({ ...item, status: 200 })) },
          { status: 207 },
        )
      }
      return answer.status === 412 ? pretend(copy) : answer
    },
  },
  {
    name: 'takes an older decision after a newer one',
    breaks: ['order.behind'],
    break: whereRefused('sequence-behind', pretend),
  },
  {
    name: 'calls a repeated request a conflict',
    breaks: ['order.repeat'],
    async break(request, honest) {
      if (!isPut(request)) return honest(request)
      const body = await request.clone().text()
      const known = pages.get(`${request.url} ${[...body].sort().join('')}`)
      pages.set(`${request.url} ${[...body].sort().join('')}`, 'sent')
      return known === undefined
        ? honest(request)
        : Response.json({ code: 'sequence-taken', message: 'Đã có.' }, { status: 422 })
    },
  },
  {
    name: 'accepts a second text under one sequence',
    breaks: ['order.taken'],
    break: whereRefused('sequence-taken', pretend),
  },
  {
    name: 'believes every seal',
    breaks: ['seal.bytes', 'seal.article', 'seal.reviewer', 'seal.header', 'seal.signature'],
    break: whereRefused('seal-invalid', pretend),
  },
  {
    name: 'forgets that a key was retired',
    breaks: ['seal.retired'],
    break: whereRefused('seal-key-unknown', pretend),
  },
  {
    name: 'keeps any bytes under any name',
    breaks: ['blob.mismatch'],
    async break(request, honest) {
      const answer = await honest(request)
      return answer.status === 422 && request.url.includes('/blobs/') ? as(200, answer) : answer
    },
  },
  {
    name: 'says how much it has and begins anew all the same',
    breaks: ['blob.resumed'],
    async break(request, honest) {
      if (request.method !== 'PATCH' || request.headers.get('upload-offset') === '0') return honest(request)
      const headers = new Headers(request.headers)
      headers.set('upload-offset', '0')
      return honest(new Request(request.url, { method: 'PATCH', headers, body: await request.arrayBuffer() }))
    },
  },
  {
    name: 'does not say which files are missing',
    breaks: ['blob.missing'],
    async break(request, honest) {
      const answer = await honest(request)
      if (answer.status !== 409) return answer
      return Response.json({ ...(await answer.json()), missing: undefined }, { status: 409 })
    },
  },
  {
    name: 'says that it removed what it keeps',
    breaks: ['blob.removed'],
    async break(request, honest) {
      return request.method === 'DELETE' && request.url.includes('/blobs/')
        ? Response.json({ hash: request.url.split('/').at(-1), size: 1_024 })
        : honest(request)
    },
  },
  {
    name: 'shows any file to anyone',
    breaks: ['blob.readers'],
    async break(request, honest) {
      const answer = await honest(request)
      return answer.status === 404 && /\/blob\//.test(request.url) ? as(200, answer) : answer
    },
  },
  {
    name: 'prettifies quotation marks',
    breaks: ['readers.bytes'],
    async break(request, honest) {
      const answer = await honest(request)
      if (!readable.test(request.url) || answer.status !== 200) return answer
      return new Response((await answer.text()).replaceAll('“', '"'), { headers: answer.headers })
    },
  },
  {
    name: 'keeps a page in a cache after it was taken down',
    breaks: ['readers.taken-down', 'readers.expired'],
    async break(request, honest) {
      const answer = await honest(request)
      if (!readable.test(request.url)) return answer
      if (answer.status === 200) return answer
      return answer.status === 410 ? new Response('Hơn 40 hộ dân', { status: 200 }) : answer
    },
  },
  {
    name: 'hides correction notices',
    breaks: ['readers.corrected'],
    async break(request, honest) {
      const answer = await honest(request)
      if (!readable.test(request.url) || answer.status !== 200) return answer
      return new Response((await answer.text()).replaceAll('từ 40 thành 45', ''), { headers: answer.headers })
    },
  },
  {
    name: 'swallows the notice of a take-down',
    breaks: ['readers.told'],
    async break(request, honest) {
      const answer = await honest(request)
      if (!readable.test(request.url) || answer.status !== 410) return answer
      return new Response((await answer.text()).replaceAll('Bài đưa sai tên thôn', ''), { status: 410 })
    },
  },
  {
    name: 'gives an address to whoever asks',
    breaks: ['readers.slug'],
    break: whereRefused('slug-taken', pretend),
  },
  {
    name: 'files unknown categories under the first one',
    breaks: ['readers.category'],
    break: whereRefused('unknown-category', pretend),
  },
  {
    name: 'answers nonsense with a fault of its own',
    breaks: ['readers.malformed'],
    async break(request, honest) {
      const answer = await honest(request)
      return answer.status === 400 ? as(500, answer) : answer
    },
  },
  {
    name: 'lists the first page only',
    breaks: ['list.complete'],
    async break(request, honest) {
      const answer = await honest(request)
      if (!/\/articles\?/.test(request.url) || !answer.ok) return answer
      return Response.json({ ...(await answer.json()), next: null })
    },
  },
  {
    name: 'tells no size of a stored blob',
    breaks: ['blob.stored'],
    async break(request, honest) {
      const answer = await honest(request)
      return request.method === 'PUT' && /\/blobs\//.test(request.url) && answer.ok
        ? Response.json({ hash: (await answer.json()).hash })
        : answer
    },
  },
]

describe('the conformance suite', () => {
  it('is passed by the embedded portal, and leaves nothing before readers', async () => {
    const portal = await openTestPortal()
    const { findings, left } = await play(portal, request => portal.portal.fetch(request))
    expect(findings.filter(finding => finding.broken !== null)).toEqual([])
    expect(findings).toHaveLength(clauses.length)
    expect(left).toEqual([])
    expect(await (await portal.get('/')).text()).not.toContain('Bài thử của bộ kiểm tra')
  })

  it('has a name of its own, and a portal that breaks it, for every clause', () => {
    const ids = clauses.map(({ id }) => id).sort()
    expect([...new Set(ids)]).toEqual(ids)
    expect(faults.flatMap(({ breaks }) => breaks).sort()).toEqual(ids)
  })

  it.each(faults)('notices a portal that $name', async fault => {
    const portal = await openTestPortal()
    const { findings } = await play(
      portal,
      request => fault.break(request, honest => portal.portal.fetch(honest)),
      fault.breaks,
    )
    expect(findings.map(({ id, broken }) => [id, broken !== null])).toEqual(
      fault.breaks.map(id => [id, true]),
    )
  })

  it('says so when what answers is no portal', async () => {
    const portal = await openTestPortal()
    await expect(play(portal, async () => new Response('', { status: 502 }))).rejects.toThrow('502')
  })
})
