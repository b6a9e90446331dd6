import type { PackArticle, PackFacts, PackManifest } from '#common/domain/inspection-pack'
import { packPaths, packType } from '#common/domain/inspection-pack'
import type { Localized } from '#common/domain/localized'
import { isApprovalSound, urgentBy } from './verify-approval'
import { digest, toBase64url, verifyJws } from './verify-jws'

/** The two data scripts of a pack's page, as texts. */
export interface PackData {
  readonly manifest: string
  readonly facts: string
}

/** `fault` names the first thing that is not as it was signed; what could be read is shown all the same. */
export interface PackVerdict {
  readonly fault: Localized | null
  readonly manifest: PackManifest | null
  readonly facts: PackFacts | null
}

/**
 * Checks what the page itself carries: the workstation's signature, every text's hash, every approval's signature. Says
 * nothing about the files beside it, and not whose key the workstation's is.
 */
export function verifyData({ manifest: jws, facts: text }: PackData): PackVerdict {
  const manifest = verifyJws(
    jws,
    packType,
    value => (value as PackManifest).machine.publicJwk.x,
  ) as PackManifest | null
  const facts = parse(text)
  return { fault: dataFault(manifest, facts, text), manifest, facts }
}

function dataFault(manifest: PackManifest | null, facts: PackFacts | null, text: string): Localized | null {
  if (manifest === null) return both('chữ ký của hồ sơ không đúng', 'the signature of the pack does not hold')
  if (digest(text) === manifest.facts && facts !== null)
    return (
      firstOf(facts.articles, article => articleFault(article, facts, manifest)) ??
      firstOf(facts.blobs, blobFault)
    )
  // Altered: what has kept its shape is searched for the place; what has not is named as a whole.
  try {
    return (
      firstOf(facts?.articles ?? [], article => articleFault(article, facts as PackFacts, manifest)) ??
      pageFault
    )
  } catch {
    return pageFault
  }
}

/** Checks the whole pack: everything `verifyData` does, the page itself, and every file beside it; none may be missing or new. */
export function verifyFiles(files: ReadonlyMap<string, Uint8Array>): PackVerdict {
  const page = files.get(packPaths.page)
  if (page === undefined) return { fault: missing(packPaths.page), manifest: null, facts: null }
  const parts = takeApart(decode(page))
  if (parts === null) return { fault: pageFault, manifest: null, facts: null }
  const verdict = verifyData(parts.data)
  const { manifest } = verdict
  if (verdict.fault !== null || manifest === null) return verdict
  return { ...verdict, fault: filesFault(files, manifest, parts) }
}

function filesFault(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: PackManifest,
  { shell, data }: { readonly shell: string; readonly data: PackData },
): Localized | null {
  if (digest(shell) !== manifest.shell) return altered(packPaths.page)
  const signed = files.get(packPaths.signed)
  if (signed === undefined) return missing(packPaths.signed)
  if (!data.manifest.startsWith(`${decode(signed)}.`)) return altered(packPaths.signed)
  const signature = files.get(packPaths.signature)
  if (signature === undefined) return missing(packPaths.signature)
  if (data.manifest !== `${decode(signed)}.${toBase64url(signature)}`) return altered(packPaths.signature)
  const listed = new Set<string>([packPaths.page, packPaths.signed, packPaths.signature])
  for (const { path, sha256 } of manifest.files) {
    const bytes = files.get(path)
    if (bytes === undefined) return missing(path)
    if (digest(bytes) !== sha256) return altered(path)
    listed.add(path)
  }
  const foreign = [...files.keys()].find(path => !listed.has(path))
  return foreign === undefined
    ? null
    : both(`tệp lạ, không có trong hồ sơ: ${foreign}`, `a file that is not part of the pack: ${foreign}`)
}

const openings = {
  manifest: '<script type="application/jose" id="toa-soan-manifest">',
  facts: '<script type="application/json" id="toa-soan-facts">',
} as const
const closing = '</script>'

/** The page's two data scripts, and the page without them; null when it is not one of ours. */
export function takeApart(page: string): { readonly shell: string; readonly data: PackData } | null {
  const manifest = between(page, openings.manifest, 0)
  if (manifest === null) return null
  const facts = between(page, openings.facts, manifest.end)
  if (facts === null) return null
  const shell = page.slice(0, manifest.start) + page.slice(manifest.end, facts.start) + page.slice(facts.end)
  return {
    shell,
    data: { manifest: page.slice(manifest.start, manifest.end), facts: page.slice(facts.start, facts.end) },
  }
}

function between(page: string, opening: string, from: number) {
  const found = page.indexOf(opening, from)
  const start = found + opening.length
  const end = page.indexOf(closing, start)
  return found < 0 || end < 0 ? null : { start, end }
}

function articleFault(article: PackArticle, facts: PackFacts, manifest: PackManifest): Localized | null {
  const listed = manifest.articles.find(({ id }) => id === article.id)
  const about = both(`bài “${article.headline}”`, `article “${article.headline}”`)
  for (const { number, body, page, hash, html } of article.revisions) {
    const version = both(`phiên bản ${number}, ${about.vi}`, `version ${number}, ${about.en}`)
    if (body === null || page === null)
      return both(
        `${version.vi}: kho không đọc được nguyên vẹn khi lập hồ sơ`,
        `${version.en}: the store could not read it whole`,
      )
    if (digest(body) !== hash) return both(`nội dung ${version.vi}`, `text of ${version.en}`)
    if (digest(page) !== html)
      return both(`trang độc giả của ${version.vi}`, `readers' page of ${version.en}`)
  }
  if (article.urgent !== null && urgentBy(article, article.urgent, facts) === null)
    return both(`quyết định đăng khẩn ${about.vi}`, `urgent decision about ${about.en}`)
  const approval = article.approvals.find(given => !isApprovalSound(article, given, facts))
  if (approval !== undefined)
    return both(
      `phê duyệt phiên bản ${approval.number}, ${about.vi}`,
      `approval of version ${approval.number}, ${about.en}`,
    )
  return listed !== undefined && digest(JSON.stringify(article)) === listed.digest
    ? null
    : both(`dữ liệu ${about.vi}`, `facts of ${about.en}`)
}

function blobFault({ path, fileName }: PackFacts['blobs'][number]): Localized | null {
  return path === null
    ? both(
        `ảnh hoặc tệp “${fileName}”: kho không đọc được nguyên vẹn khi lập hồ sơ`,
        `picture or file “${fileName}”: the store could not read it whole`,
      )
    : null
}

const pageFault = both('dữ liệu trong index.html', 'the data in index.html')

function missing(path: string): Localized {
  return both(`thiếu tệp ${path}`, `the file ${path} is missing`)
}

function altered(path: string): Localized {
  return both(`tệp ${path} đã bị sửa`, `the file ${path} was altered`)
}

function both(vi: string, en: string): Localized {
  return { vi, en }
}

function firstOf<T>(list: readonly T[], fault: (one: T) => Localized | null): Localized | null {
  for (const one of list) {
    const found = fault(one)
    if (found !== null) return found
  }
  return null
}

function parse(text: string): PackFacts | null {
  try {
    return JSON.parse(text) as PackFacts
  } catch {
    return null
  }
}

/** Never fails: what is no UTF-8 becomes other text, whose hash differs. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
