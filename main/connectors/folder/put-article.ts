import { publishRequest } from '#common/api/portal-api'
import { problem } from '#common/api/problems/problem'
import { revisionBody } from '#common/document/revision-body'
import { unreachable } from '#common/domain/unreachable'
import type { Delivery, Held, Outcome } from '../connector'
import { hasPoll, readApproved } from '../page/approved-page'
import { sha256 } from '../page/sha256'
import type { FolderSite } from './folder-site'
import { articlePage, gonePage, type Site, withFiles } from './pages'
import type { FolderRecord } from './record'

type Request = ReturnType<typeof publishRequest.parse>
type Shown = Extract<Request, { html: string }>

/** One decision, applied to the files of the folder. */
export async function putArticle(folder: FolderSite, site: Site, delivery: Delivery): Promise<Outcome<Held>> {
  const request = publishRequest.parse(JSON.parse(new TextDecoder().decode(delivery.payload)))
  const before = await folder.record(delivery.article)
  if (before !== null) {
    if (before.sequence > delivery.sequence) return { kind: 'conflict' }
    if (before.sequence === delivery.sequence && (await folder.isWhole(before))) {
      return { kind: 'done', value: heldOf(before, true) }
    }
    const edited = before.sequence < delivery.sequence && (await folder.isEdited(before))
    if (edited && !delivery.overwrite) return { kind: 'refused', problem: problem('portal-edited') }
  }
  switch (request.decision) {
    case 'publish':
    case 'correct':
      return show(folder, site, delivery, request, before)
    case 'confirm': {
      if (before?.state !== 'live') return { kind: 'conflict' }
      return keep(folder, { ...before, sequence: delivery.sequence }, await pageOf(folder, before))
    }
    case 'take-down':
    case 'expire':
      return hide(folder, site, delivery, request, before)
    default:
      return unreachable(request)
  }
}

async function show(
  folder: FolderSite,
  site: Site,
  delivery: Delivery,
  request: Shown,
  before: FolderRecord | null,
): Promise<Outcome<Held>> {
  const page = readApproved(request.html)
  if (hasPoll(page)) return { kind: 'refused', problem: problem('portal-without-polls') }
  const { document, blobs } = revisionBody.parse(JSON.parse(request.revision))
  const paths = new Map<string, string>()
  for (const { hash } of blobs) {
    const path = await folder.blobPath(hash)
    if (path === null) return { kind: 'missing-blobs', hashes: [hash] }
    paths.set(hash, path)
  }
  const isShown = before?.state === 'live' || before?.state === 'corrected'
  const notice = request.decision === 'correct' ? [request.notice] : []
  // Our own number again: its notice is in already.
  const earlier = isShown ? before.corrections.filter(({ number }) => number !== notice[0]?.number) : []
  const record: FolderRecord = {
    v: 1,
    article: delivery.article,
    sequence: delivery.sequence,
    state: request.decision === 'correct' ? 'corrected' : 'live',
    revision: sha256(request.revision),
    html: sha256(request.html),
    at: request.decision === 'correct' ? request.notice.at : request.publishedAt,
    slug: request.slug,
    page: null,
    before: before?.page ?? null,
    headline: page.headline,
    lead: page.lead,
    category: String(Object(document.attrs).category ?? ''),
    publishedAt: request.publishedAt,
    corrections: [...earlier, ...notice],
  }
  const text = articlePage(
    site,
    record,
    withFiles(request.html, hash => paths.get(hash) ?? ''),
  )
  return keep(folder, { ...record, page: sha256(text) }, text)
}

async function hide(
  folder: FolderSite,
  site: Site,
  delivery: Delivery,
  request: Extract<Request, { decision: 'take-down' | 'expire' }>,
  before: FolderRecord | null,
): Promise<Outcome<Held>> {
  const state = request.decision === 'expire' ? 'expired' : 'taken-down'
  if (before === null) {
    const { article, sequence } = delivery
    const nothing = { revision: null, html: null, path: null, acceptedAt: request.at }
    return { kind: 'done', value: { article, sequence, state, ...nothing, whole: true } }
  }
  const notice = request.decision === 'take-down' ? request.notice : undefined
  const page = notice === undefined ? null : gonePage(site, notice)
  return keep(
    folder,
    {
      ...before,
      sequence: delivery.sequence,
      state,
      revision: null,
      html: null,
      at: request.at,
      page: page === null ? null : sha256(page),
      before: before.page,
      corrections: [],
    },
    page,
  )
}

async function keep(folder: FolderSite, record: FolderRecord, page: string | null): Promise<Outcome<Held>> {
  await folder.write(record, page)
  return { kind: 'done', value: heldOf(record, true) }
}

async function pageOf(folder: FolderSite, record: FolderRecord): Promise<string | null> {
  const bytes = await folder.read(`bai/${record.slug}.html`)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

export function heldOf(
  { article, sequence, state, revision, html, slug, page, at }: FolderRecord,
  whole: boolean,
): Held {
  const isShown = page !== null && (state === 'live' || state === 'corrected')
  const path = isShown ? `/bai/${slug}.html` : null
  return { article, sequence, state, revision, html, path, acceptedAt: at, whole }
}
