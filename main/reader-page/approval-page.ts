/**
 * The script inside an approval file: checks the signature and every hash, and only then shows what it says. It runs from
 * the disk in any browser, without a network; Tòa Soạn itself never trusts it and checks everything again.
 */
import { element, localTime, text } from './page-elements'
import { bytesOf, digest, fingerprint, verifyJws } from './verify-jws'

interface Item {
  readonly headline: string
  readonly number: number
  readonly revision: string
  readonly html: string
  readonly body: string
  readonly page: string
  readonly changes: string
  readonly base: { readonly revision: string; readonly body: string } | null
  readonly authors: readonly { readonly name: string }[]
}

interface Decided {
  readonly headline: string
  readonly revision: string
  readonly decision: 'approve' | 'return' | 'comment'
  readonly note?: string
  readonly remarks: readonly { readonly quote: string; readonly text: string }[]
}

interface Signer {
  readonly name: string
  readonly kid: string
  readonly demo: boolean
  readonly publicJwk: { readonly x: string }
}

interface Request {
  readonly organisation: string
  readonly createdAt: string
  readonly sender: Signer
  readonly recipient: { readonly name: string }
  readonly items: readonly Item[]
  readonly blobs: readonly { readonly hash: string; readonly mediaType: string; readonly fileName: string }[]
}

interface Answer {
  readonly createdAt: string
  readonly reviewer: Signer
  readonly items: readonly Decided[]
}

const main = document.getElementById('toa-soan-page')
const data = document.getElementById('toa-soan-data')
if (main !== null && data !== null) {
  try {
    show(main, JSON.parse(data.textContent ?? ''))
  } catch {
    refuse(main, 'Tệp bị hỏng hoặc bị sửa: không đọc được nội dung.')
  }
}

function show(
  place: HTMLElement,
  envelope: { jws?: string; jwe?: string; for?: string; blobs?: Record<string, string> },
): unknown {
  if (envelope.jws === undefined) {
    const name = String(envelope.for)
    return refuse(place, `Tệp này được mã hóa cho ${name}. Mở bằng Tòa Soạn trên máy của người ấy.`, 'note')
  }
  const kind = typeOf(envelope.jws)
  if (kind === 'toa-soan-approval-answer+jws') return showAnswer(place, envelope.jws)
  const request = verifyJws(
    envelope.jws,
    'toa-soan-approval-request+jws',
    value => (value as Request).sender.publicJwk.x,
  ) as Request | null
  if (request === null) return refuse(place, 'Chữ ký không đúng: tệp đã bị sửa sau khi ký.')
  const blobs = envelope.blobs ?? {}
  const fault = firstFault(request, blobs)
  if (fault !== null) return refuse(place, `Tệp đã bị sửa: ${fault}.`)
  place.replaceChildren(
    badge(request.sender, request.createdAt, `${request.organisation} gửi ${request.recipient.name}`),
  )
  for (const item of request.items) place.append(section(item, request, blobs))
}

function firstFault(request: Request, blobs: Record<string, string>): string | null {
  for (const item of request.items) {
    const name = `bài “${item.headline}”`
    if (digest(item.body) !== item.revision) return `chữ của ${name}`
    if (digest(item.page) !== item.html) return `trang của ${name}`
    if (item.base !== null && digest(item.base.body) !== item.base.revision) return `bản so sánh của ${name}`
  }
  for (const { hash, fileName } of request.blobs) {
    const bytes = blobs[hash]
    if (bytes === undefined || digest(bytesOf(bytes)) !== hash) return `ảnh hoặc tệp “${fileName}”`
  }
  return null
}

function section(item: Item, request: Request, blobs: Record<string, string>): HTMLElement {
  const section = element('section', 'item')
  const authors = item.authors.map(author => author.name).join(', ')
  section.append(text('p', 'meta', `Phiên bản ${item.number} · ${authors}`))
  const page = element('div', 'page')
  page.innerHTML = withPictures(item.page, request, blobs)
  const changes = element('details', 'changes')
  changes.append(text('summary', '', 'Thay đổi so với bản trước'))
  const list = element('div', 'changes-list')
  list.innerHTML = withPictures(item.changes, request, blobs)
  changes.append(list)
  const technical = element('details', 'technical')
  technical.append(
    text('summary', '', 'Chi tiết kỹ thuật'),
    text('p', '', `SHA-256 phiên bản: ${item.revision}`),
    text('p', '', `SHA-256 trang: ${item.html}`),
  )
  section.append(page, ...(item.changes === '' ? [] : [changes]), technical)
  return section
}

/** Pictures and files come out of this very file. */
function withPictures(html: string, request: Request, blobs: Record<string, string>): string {
  return html.replace(/"\/blob\/([0-9a-f]{64})"/g, (whole, hash: string) => {
    const about = request.blobs.find(blob => blob.hash === hash)
    return about === undefined
      ? whole.replace('/blob/', '#')
      : `"data:${about.mediaType};base64,${blobs[hash]}"`
  })
}

function showAnswer(place: HTMLElement, jws: string): unknown {
  const answer = verifyJws(
    jws,
    'toa-soan-approval-answer+jws',
    value => (value as Answer).reviewer.publicJwk.x,
  ) as Answer | null
  if (answer === null) return refuse(place, 'Chữ ký không đúng: tệp đã bị sửa sau khi ký.')
  place.replaceChildren(badge(answer.reviewer, answer.createdAt, 'Trả lời tệp duyệt'))
  for (const item of answer.items) {
    const words = { approve: 'Đã phê duyệt', return: 'Trả lại', comment: 'Góp ý, chưa quyết định' }[
      item.decision
    ]
    const section = element('section', 'item')
    section.append(text('h2', '', item.headline), text('p', `decision ${item.decision}`, words))
    if (item.note !== undefined && item.note !== '') section.append(text('p', '', item.note))
    for (const { quote, text: remark } of item.remarks) {
      if (quote !== '') section.append(text('blockquote', '', quote))
      section.append(text('p', '', remark))
    }
    section.append(text('p', 'meta', `SHA-256 phiên bản: ${item.revision}`))
    place.append(section)
  }
  place.append(text('p', 'meta', 'Nhập tệp này vào Tòa Soạn của đơn vị để quyết định có hiệu lực.'))
}

function badge(signer: Signer, at: string, about: string): HTMLElement {
  const badge = element('header', 'badge')
  badge.append(
    text('strong', '', `✓ Nội dung nguyên vẹn như khi ${signer.name} ký`),
    text('p', '', `${about} · ${localTime(at)}`),
    text(
      'p',
      'meta',
      `Khóa ${signer.kid}${signer.demo ? ' (khóa mẫu, không có giá trị)' : ''} · Vân tay ${fingerprint(signer.publicJwk.x)}`,
    ),
    text(
      'p',
      'meta',
      'Trang này chỉ để đọc. Muốn chắc chắn khóa là của ai, và để duyệt: mở tệp bằng Tòa Soạn.',
    ),
  )
  return badge
}

function refuse(place: HTMLElement, why: string, look = 'trouble'): void {
  place.replaceChildren(text('p', `refusal ${look}`, why))
}

function typeOf(jws: string): string {
  const [header = ''] = jws.split('.')
  return String(JSON.parse(new TextDecoder().decode(bytesOf(header))).typ)
}
