import { type BlobHash, blobHash } from '#common/domain/ids'
import type { PackFacts } from '#common/domain/inspection-pack'
import { packPaths } from '#common/domain/inspection-pack'
import { sha256 } from '#main/articles/freeze'
import { publicKeyPem } from './public-key-pem'

/** A file beside the page: its bytes, or the blob they lie in. */
export type PackFile =
  | { readonly kind: 'bytes'; readonly path: string; readonly sha256: string; readonly bytes: Uint8Array }
  | { readonly kind: 'blob'; readonly path: string; readonly sha256: string; readonly hash: BlobHash }

/** An approval in the two files openssl wants, and the key it names. */
export interface SignedFiles {
  readonly signed: string
  readonly signature: string
  readonly key: string
}

export function bytesFile(path: string, content: string | Uint8Array): PackFile {
  const bytes = Buffer.from(content)
  return { kind: 'bytes', path, sha256: sha256(bytes), bytes }
}

/** Texts and pages byte for byte, approvals and urgent decisions split for openssl, public keys, pictures and files. */
export function packFiles(facts: PackFacts, machine: { readonly x: string }) {
  const files: PackFile[] = [bytesFile(packPaths.machineKey, publicKeyPem(machine.x))]
  const approvals: SignedFiles[] = []
  for (const { kid, publicJwk } of facts.keys) files.push(bytesFile(keyPath(kid), publicKeyPem(publicJwk.x)))
  for (const { folder, revisions, approvals: given, urgent } of facts.articles) {
    for (const { number, body, page } of revisions) {
      if (body !== null) files.push(bytesFile(`${folder}/phien-ban-${number}.json`, body))
      if (page !== null) files.push(bytesFile(`${folder}/phien-ban-${number}.html`, page))
    }
    const sealed = given.map(({ number, seal }, index) => ({
      name: `${folder}/phe-duyet-${index + 1}-phien-ban-${number}`,
      seal,
    }))
    if (urgent !== null)
      sealed.push({ name: `${folder}/dang-khan-phien-ban-${urgent.number}`, seal: urgent.seal })
    for (const { name, seal } of sealed) {
      const { signed, signature, kid } = splitJws(seal)
      files.push(bytesFile(`${name}.ky-vao`, signed), bytesFile(`${name}.chu-ky`, signature))
      approvals.push({ signed: `${name}.ky-vao`, signature: `${name}.chu-ky`, key: keyPath(kid) })
    }
  }
  for (const { hash, path } of facts.blobs)
    if (path !== null) files.push({ kind: 'blob', path, sha256: hash, hash: blobHash.parse(hash) })
  return { files, approvals }
}

/** A compact JWS as its signing input, its raw signature and the key its header names. */
export function splitJws(jws: string) {
  const end = jws.lastIndexOf('.')
  const header: { readonly kid?: unknown } = JSON.parse(
    Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString('utf8'),
  )
  return {
    signed: jws.slice(0, end),
    signature: Buffer.from(jws.slice(end + 1), 'base64url'),
    kid: String(header.kid),
  }
}

function keyPath(kid: string): string {
  return `khoa/${kid}.pem`
}

/** In the form `sha256sum -c` reads. */
export function digestList(files: readonly PackFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}
