import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startPortal } from '#tests/support/browser-host'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

/** On the first portal already, so that only the second one has it in its queue. */
const live = 'Chợ quê quen dần với tấm bảng quét mã'

/** What stands between the workstation and the portal; answers true where it answered in the portal's place. */
type Between = (request: IncomingMessage, response: ServerResponse) => boolean

/** A way to the portal on which somebody else may answer. */
async function startBetween(portalUrl: string) {
  let between: Between = () => false
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    if (between(request, response)) return
    const { connection: _, host: __, ...headers } = request.headers
    const answer = await fetch(portalUrl + request.url, {
      method: request.method ?? 'GET',
      headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' && name !== 'content-length' ? [[name, value]] : [],
      ),
      body: chunks.length === 0 ? null : new Uint8Array(Buffer.concat(chunks)),
      redirect: 'manual',
    })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(new Uint8Array(await answer.arrayBuffer()))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (now: Between) => {
      between = now
    },
    end: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const isMessage = ({ method, url }: IncomingMessage) =>
  method === 'PUT' && url?.includes('/publications/') === true

test('whatever is refused names the article, the cause and one button that helps (journey 5)', async ({
  page,
  workstation,
}) => {
  test.slow()
  const folder = test.info().outputPath('cong-hai')
  const portal = await startPortal(folder, 0)
  const between = await startBetween(portal.url)
  try {
    const tokens = JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8'))
    const screens = newsroomScreens(page)
    await screens.enterAsWriter.click()
    const connected = { url: between.url, name: 'Cổng thứ hai', ...tokens }
    await workstation.ask('thang', 'portals.connect', connected)
    await screens.sitDownAs(people.operator).click()
    await screens.goTo('Xuất bản').click()

    // A proxy's 413 in HTML: a person has to look, and sends it again from the row.
    between.put((request, response) => {
      if (!isMessage(request)) return false
      response.writeHead(413, { 'content-type': 'text/html' }).end('<h1>Request Entity Too Large</h1>')
      return true
    })
    await screens.pushAll.click()
    const refused = screens.rowOf(screens.active, live)
    await expect(refused).toContainText('không nhận ảnh hoặc tệp lớn như thế (mã 413)', { timeout: 30_000 })

    // A network's sign-in page: it goes on by itself once somebody has signed in, and says so.
    between.put((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wi-Fi miễn phí</h1>')
      return true
    })
    await refused.getByRole('button', { name: 'Gửi lại' }).click()
    await expect(refused).toContainText('Mở trình duyệt đăng nhập mạng', { timeout: 30_000 })

    // A picture that readers miss: the row says which part, and one button sends exactly that.
    let hides = true
    between.put(({ method, url }, response) => {
      if (!hides || url?.startsWith('/blob/') !== true || method !== 'GET') return false
      response.writeHead(404).end()
      return true
    })
    const missing = screens.rowOf(screens.finished, live).filter({ hasText: /Thiếu \d+ ảnh/ })
    await expect(missing).toBeVisible({ timeout: 60_000 })
    hides = false
    await missing.getByRole('button', { name: 'Gửi lại ảnh' }).click()
    await expect(missing).toHaveCount(0, { timeout: 30_000 })
    await expect(screens.rowOf(screens.active, live)).toHaveCount(0, { timeout: 30_000 })
  } finally {
    between.end()
    await portal.end()
  }
})
