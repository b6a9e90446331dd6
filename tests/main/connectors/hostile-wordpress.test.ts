import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import vi from '#common/api/problems/vi.json'
import { articleId, blobHash } from '#common/domain/ids'
import { createPortalApiConnector } from '#main/connectors/portal-api/connector'
import { createWordpressConnector } from '#main/connectors/wordpress/connector'
import { problemOf } from '#main/publishing/settle-job'
import { openPublishingDesk } from '#tests/support/publishing-desk'
import { sha256, testId } from '#tests/support/sealed-article'

/** A server that takes a WordPress' place. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    request.resume()
    listener(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function connectorTo(url: string, token: string | null = 'nam:mat khau ung dung') {
  const limits = { connectTimeoutMs: 2_000, deadlineMs: 10_000 }
  const connector = createWordpressConnector({ url, token, categoryOf: () => '1', now: () => 0, limits })
  onTestFinished(connector.close)
  return connector
}

const answer =
  (status: number, mediaType: string, body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': mediaType }).end(body)

const html = (status: number) => answer(status, 'text/html', '<h1>Đăng nhập mạng</h1>')
const json = (status: number, body: unknown) => answer(status, 'application/json', JSON.stringify(body))

describe('what a broken or hostile WordPress answers has words of its own (P8)', () => {
  const said = new Map<string, string>()
  it.each([
    ['a page instead of JSON', html(404), 'portal-foreign-page'],
    ['a sign-in page with 200', html(200), 'portal-foreign-page'],
    [
      'a way to a sign-in page',
      (_request, response) => response.writeHead(302, { location: 'https://wifi.example/' }).end(),
      'portal-foreign-page',
    ],
    [
      'half a body',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' })
        response.write('{"id": 1', () => response.destroy())
      },
      'portal-broken-off',
    ],
    ['half of its JSON', answer(200, 'application/json', '{"id": 1, "capa'), 'portal-half-answer'],
    ['JSON of another form', json(200, { id: 'một', capabilities: null }), 'portal-answer-unreadable'],
    ['an error in JSON of somebody else', json(418, { what: 'ever' }), 'portal-foreign-page'],
    ['413 as a page', html(413), 'portal-takes-less'],
    ['500 for ever', html(500), 'portal-server-error'],
    ['lost rights', json(401, { code: 'rest_not_logged_in', message: '' }), 'portal-refused-credentials'],
  ] as const satisfies readonly (readonly [string, RequestListener, string])[])(
    '%s',
    async (_name, listener, code) => {
      const url = await serve(listener)
      const connector = connectorTo(url)
      const outcomes = [
        await connector.authorise(),
        await connector.state({ article: articleId.parse(testId()), slug: 'tin' }),
        await connector.putBlob(blobHash.parse(sha256('x')), Buffer.from('x'), 'image/png'),
      ]
      for (const outcome of outcomes) {
        if (outcome.kind === 'done') throw new Error('nothing of this is an answer')
        expect(problemOf({ url }, outcome).code).toBe(code)
      }
      said.set(code, vi[code])
      expect(new Set(said.values()).size).toBe(said.size)
    },
  )

  it('an upload that WordPress refuses for good is told in its own words, and not tried for ever', async () => {
    const refusal = { code: 'rest_upload_sideload_error', message: '<b>Không nhận</b> loại tệp này.' }
    const connector = connectorTo(await serve(json(500, refusal)))
    expect(await connector.putBlob(blobHash.parse(sha256('x')), Buffer.from('x'), 'image/png')).toMatchObject(
      {
        kind: 'refused',
        problem: { code: 'portal-refused', params: { message: 'Không nhận loại tệp này.' } },
      },
    )
  })
})

/** A site as `portals.detect` sees it; each part can be closed. */
function site(closed: {
  readonly api?: true
  readonly passwords?: true
  readonly permalinks?: true
}): RequestListener {
  return (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://xa.vn')
    const route = searchParams.get('rest_route')
    if (route === null)
      return answer(200, 'text/html', '<link href="/wp-content/themes/xa/a.css">')(request, response)
    if (closed.api === true)
      return json(401, { code: 'rest_login_required', message: 'Chỉ dành cho thành viên' })(request, response)
    if (route === '/') {
      const authentication = closed.passwords === true ? [] : { 'application-passwords': {} }
      return json(200, { name: 'Xã Mẫu', namespaces: ['wp/v2'], authentication })(request, response)
    }
    if (route === '/wp/v2/types/post') {
      const href =
        closed.permalinks === true ? 'http://xa.vn/index.php?rest_route=/wp/v2/posts' : 'http://xa.vn/wp-json'
      return json(200, { _links: { 'wp:items': [{ href }] } })(request, response)
    }
    if (route === '/wp/v2/categories') return json(200, [{ id: 1, name: 'Tin tức' }])(request, response)
    return json(401, { code: 'rest_not_logged_in', message: '' })(request, response)
  }
}

describe('the wizard says what a WordPress lacks', () => {
  const desks = async () => {
    const desk = await openPublishingDesk({
      connectorFor: ({ url, kind }, token) =>
        kind === 'wordpress'
          ? createWordpressConnector({ url, token, categoryOf: () => null, now: () => 0 })
          : createPortalApiConnector({ url, token, now: () => 0 }),
    })
    onTestFinished(() => desk.close())
    return desk
  }
  const detect = async (url: string) => {
    const desk = await desks()
    return desk.publishing.handlers['portals.detect']({ url }, desk.operator)
  }

  it.each([
    ['nothing', {}, []],
    ['application passwords', { passwords: true }, ['application-passwords-off']],
    ['readable addresses', { permalinks: true }, ['plain-addresses']],
  ] as const)('%s', async (_name, closed, hints) => {
    expect(await detect(await serve(site(closed)))).toMatchObject({
      ok: true,
      value: { kind: 'wordpress', name: 'Xã Mẫu', hints },
    })
  })

  it('an interface that a plugin has closed, instead of “not a portal”', async () => {
    expect(await detect(await serve(site({ api: true })))).toMatchObject({
      ok: false,
      problem: { code: 'wordpress-api-closed' },
    })
    expect(await detect(await serve(html(200)))).toMatchObject({
      ok: false,
      problem: { code: 'portal-not-recognised' },
    })
  })

  it('application passwords, when the one that was entered is refused', async () => {
    const url = await serve(site({ passwords: true }))
    expect(await connectorTo(url).authorise()).toMatchObject({
      kind: 'refused',
      problem: { code: 'wordpress-passwords-off' },
    })
    expect(await connectorTo(await serve(site({}))).authorise()).toEqual({ kind: 'unauthorised' })
  })
})
