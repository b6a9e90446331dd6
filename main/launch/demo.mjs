// @ts-check
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { article } from './demo/article.mjs'
import { startHost } from './demo/host.mjs'
import { commandLine } from './demo/newsroom.mjs'
import { ready } from './ready.mjs'
import { root } from './root.mjs'

await ready()
const startedAt = Date.now()
const directory = mkdtempSync(join(tmpdir(), 'toa-soan-demo-'))
const workspace = join(directory, 'xa-mau')
const start = async () => {
  running = await startHost(join(root, 'out/main/browser.js'), workspace)
  return running
}
const ask = commandLine(join(root, 'out/main/call.js'), workspace)

console.log('Việc chính của Tòa Soạn, trên một xã mẫu trong thư mục tạm. Mọi thao tác đi qua dòng lệnh.\n')
/** @type {import('./demo/host.mjs').Host | undefined} */
let running
try {
  await demonstrate(await start())
  console.log(`\nĐạt: mọi bước đúng như mong đợi (${seconds()} giây).`)
} catch (error) {
  console.log(`\nKhông đạt: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  await running?.kill('SIGTERM')
  rmSync(directory, { recursive: true, force: true })
}

/** @param {import('./demo/host.mjs').Host} first */
async function demonstrate(first) {
  let host = first
  const { oneClick } = await ask(null, 'session.current', {})
  const holder = (/** @type {'writer' | 'reviewer' | 'operator'} */ role) => {
    const person = oneClick.find(({ roles }) => roles.includes(role))
    if (person === undefined) throw new Error(`xã mẫu không có ai giữ vai ${role}`)
    return person
  }
  const writer = holder('writer')
  const reviewer = holder('reviewer')
  const operator = holder('operator')
  tell(`Máy trạm chạy (tiến trình ${host.processId}), cổng thử ở ${await host.portal}`)

  const created = await ask(writer.signInName, 'articles.create', { kind: 'news' })
  const { id } = created.article
  const saved = await ask(writer.signInName, 'drafts.replace', { article: id, document: article })
  tell(`${writer.name} soạn một tin; đã ghi xuống đĩa lúc ${saved.savedAt}`)

  const submitted = await ask(writer.signInName, 'articles.submit', { article: id })
  const { revision } = submitted.article
  expect(revision !== null && submitted.article.stage === 'submitted', 'tin chưa sang trạng thái chờ duyệt')
  tell(`${writer.name} chuyển duyệt: phiên bản ${short(revision)} được đóng băng`)
  await refused(
    () => ask(writer.signInName, 'review.approve', { article: id, revision }),
    'người viết tự duyệt được',
  )
  tell(`${writer.name} tự duyệt bài của mình: bị từ chối`)

  await ask(reviewer.signInName, 'review.claim', { article: id })
  const approved = await ask(reviewer.signInName, 'review.approve', { article: id, revision })
  expect(approved.article.stage === 'approved', 'tin chưa được duyệt')
  tell(`${reviewer.name} duyệt đúng phiên bản ${short(revision)} và ký`)

  await ask(operator.signInName, 'line.setOffline', { offline: true })
  await ask(operator.signInName, 'publishing.push', { articles: [id] })
  const [waiting] = await jobsOf(operator, id)
  expect(waiting?.state === 'waiting' && waiting.attempts === 0, 'lượt đẩy không chờ đường truyền')
  tell(`Cắt mạng. ${operator.name} đẩy tin: lượt đẩy nằm trong hàng đợi, chưa mất lượt thử nào`)

  await host.kill('SIGKILL')
  tell('kill -9 máy trạm giữa chừng')
  host = await start()
  const { article: reopened } = await ask(writer.signInName, 'articles.read', { article: id })
  expect(
    reopened.revision === revision && reopened.stage === 'approved',
    'sau khi bị giết, tin không còn nguyên',
  )
  expect((await jobsOf(operator, id)).length === 1, 'hàng đợi không còn nguyên')
  tell(`Mở lại (tiến trình ${host.processId}): tin, chữ ký và hàng đợi còn nguyên`)

  await ask(operator.signInName, 'line.setOffline', { offline: false })
  await ask(operator.signInName, 'publishing.drain', { timeoutMs: 30_000 })
  const { publications } = await ask(operator.signInName, 'articles.read', { article: id })
  const [publication] = publications
  expect(publication?.state === 'live', `tin chưa lên cổng: ${publication?.state}`)
  tell(`Nối mạng: đã thấy trên cổng lúc ${publication.readBack?.at}`)

  const seal = await ask(reviewer.signInName, 'review.verifySeal', { article: id })
  const page = await (await fetch(new URL(publication.url ?? '', await host.portal))).text()
  const [fragment = ''] = /<article class="article"[\s\S]*<\/article>/.exec(page) ?? []
  expect(sha256(fragment) === seal.html, 'chữ trên trang khác chữ đã duyệt')
  tell(`Người đọc vô danh mở trang: HTML nhận được có SHA-256 ${short(seal.html)}, đúng từng byte đã duyệt`)
  expect(seal.valid && seal.revision === revision, `con dấu không hợp lệ: ${seal.reason}`)
  tell(`Con dấu hợp lệ: ${reviewer.name}, khóa ${short(seal.kid)}`)

  const ledger = readFileSync(join(workspace, 'portal/ledger.ndjson'), 'utf8')
    .split('\n')
    .filter(line => line.includes(id))
  expect(ledger.length === 1, `sổ của cổng ghi ${ledger.length} lần thay vì một`)
  tell('Sổ của cổng ghi đúng một lần đăng')
}

/** @param {{ signInName: string }} operator @param {string} id */
async function jobsOf(operator, id) {
  const { active } = await ask(operator.signInName, 'publishing.read', {})
  return active.filter(job => job.article === id)
}

/** @param {() => Promise<unknown>} attempt @param {string} otherwise */
async function refused(attempt, otherwise) {
  const went = await attempt().then(
    () => true,
    () => false,
  )
  expect(!went, otherwise)
}

/**
 * @param {boolean} condition
 * @param {string} otherwise
 * @returns {asserts condition}
 */
function expect(condition, otherwise) {
  if (!condition) throw new Error(otherwise)
}

/** @param {string} line */
function tell(line) {
  console.log(`[${seconds().padStart(5)} s] ✓ ${line}`)
}

function seconds() {
  return ((Date.now() - startedAt) / 1_000).toFixed(1)
}

/** @param {string} hash */
function short(hash) {
  return `${hash.slice(0, 12)}…`
}

/** @param {string} content */
function sha256(content) {
  return createHash('sha256').update(content).digest('hex')
}
