import { join } from 'node:path'
import { importJWK, type JWK } from 'jose'
import { type Environment, newId } from '#common/domain/environment'
import { type ArticleId, type BlobHash, blobHash } from '#common/domain/ids'
import { type PackManifest, packPaths, packType } from '#common/domain/inspection-pack'
import { fileStamp } from '#common/domain/vietnam-time'
import { sha256 } from '#main/articles/freeze'
import { collections, type NewsroomCollections } from '#main/core/collections'
import { scriptJson } from '#main/core/standalone-page'
import { BackupError, stopWhenCancelled, targetFault } from '#main/store/backup/backup-error'
import { overlayFiles } from '#main/store/backup/overlay-files'
import { errorCode } from '#main/store/files/error-code'
import type { Files } from '#main/store/files/files'
import { writeZip, type ZipWriter } from '#main/store/files/write-zip'
import { openStore } from '#main/store/open-store'
import type { Store } from '#main/store/store'
import { fingerprint } from '../approval-file/key-card'
import { signValue } from '../review/sign-text'
import { gatherPack } from './gather-pack'
import { guide } from './guide'
import { bytesFile, digestList, type PackFile, packFiles, splitJws } from './pack-files'
import { packPage } from './pack-page'

/** What main says about the pack to be made; plain values for the worker. */
export interface PackOrder {
  readonly workspace: string
  readonly folder: string
  readonly organisation: string
  readonly madeBy: string
  readonly articles: readonly ArticleId[]
  readonly comments: boolean
  readonly period: PackManifest['period']
  /** Longest text of facts the page may carry. */
  readonly mostBytes: number
  readonly machine: PackManifest['machine']
  /** The workstation's signing key, an Ed25519 JWK as JSON. */
  readonly privateJwk: string
}

export interface MadePack {
  readonly path: string
  readonly articles: number
  readonly approvals: number
  readonly bytes: number
  /** Of the zip. */
  readonly sha256: BlobHash
}

export interface PackGround {
  readonly files: Files
  readonly environment: Environment
  readonly onProgress: (phase: 'reading' | 'writing', done: number, total: number) => void
  readonly signal: AbortSignal
}

/** Nobody is a newer writer than this reader. */
const newerThanAll = Number.MAX_SAFE_INTEGER

/** Writes an inspection pack as one new zip in `folder`; the workspace is only read. Rejects with BackupError. */
export async function writePack(order: PackOrder, ground: PackGround): Promise<MadePack> {
  const { files, environment, onProgress, signal } = ground
  const { folder } = order
  if ((await files.size(folder).catch(() => null)) === null) throw new BackupError('folder-missing', folder)
  const store = await openStore<NewsroomCollections>({
    directory: order.workspace,
    collections,
    files: overlayFiles(files),
    environment,
    epoch: newerThanAll,
  })
  const path = await freeName(files, join(folder, `ho-so-kiem-tra-${fileStamp(environment.now())}`))
  const unfinished = `${path}.dang-do`
  try {
    const pack = await composePack(order, ground, store)
    const target = await files.open(unfinished, 'create')
    let written: Awaited<ReturnType<ZipWriter['finish']>>
    try {
      const zip = writeZip(target, new Date(environment.now()))
      for (const [done, file] of pack.files.entries()) {
        stopWhenCancelled(signal, folder)
        onProgress('writing', done, pack.files.length)
        if (file.kind === 'bytes') await zip.add(file.path, [file.bytes], false)
        else await zip.add(file.path, (await store.blobs.open(file.hash)).stream, true)
      }
      written = await zip.finish()
    } finally {
      await target.close()
    }
    await files.rename(unfinished, path)
    await files.syncDirectory(folder)
    const { articles, approvals } = pack
    return { path, articles, approvals, bytes: written.bytes, sha256: blobHash.parse(written.sha256) }
  } catch (error) {
    await files.remove(unfinished).catch(() => {})
    throw errorCode(error) === null ? error : targetFault(error, folder)
  } finally {
    await store.close().catch(() => {})
  }
}

async function composePack(order: PackOrder, ground: PackGround, store: Store<NewsroomCollections>) {
  const { environment, onProgress, signal } = ground
  const { organisation, madeBy, machine, period, comments } = order
  const facts = await gatherPack({
    store,
    comments,
    articles: order.articles,
    onArticle: done => {
      stopWhenCancelled(signal, order.folder)
      onProgress('reading', done, order.articles.length)
    },
  })
  const text = scriptJson(facts)
  if (Buffer.byteLength(text) > order.mostBytes)
    throw new BackupError('too-large', order.folder, String(order.mostBytes))
  const madeAt = new Date(environment.now()).toISOString()
  const { files, approvals } = packFiles(facts, machine.publicJwk)
  const about = guide({
    organisation,
    madeAt,
    madeBy,
    machine,
    fingerprint: fingerprint(machine.publicJwk.x),
    articles: facts.articles.length,
    approvals,
  })
  files.push(bytesFile(packPaths.guide, about))
  files.push(bytesFile(packPaths.digests, digestList(files)))
  const title = `Hồ sơ kiểm tra · ${organisation}`
  const manifest: PackManifest = {
    format: 'toa-soan/inspection-pack',
    v: 1,
    id: newId(environment),
    workspace: store.workspace,
    organisation,
    madeAt,
    madeBy,
    period,
    machine,
    journal: store.head,
    shell: sha256(packPage({ title, manifest: '', facts: '' })),
    facts: sha256(text),
    articles: facts.articles.map(article => ({
      id: article.id,
      headline: article.headline,
      digest: sha256(JSON.stringify(article)),
    })),
    files: files.map(({ path, sha256 }) => ({ path, sha256 })),
  }
  const jws = await signValue(manifest, packType, {
    kid: machine.kid,
    privateKey: await signingKey(order.privateJwk),
  })
  const { signed, signature } = splitJws(jws)
  const carriers: readonly PackFile[] = [
    bytesFile(packPaths.page, packPage({ title, manifest: jws, facts: text })),
    bytesFile(packPaths.signed, signed),
    bytesFile(packPaths.signature, signature),
  ]
  return {
    files: [...carriers, ...files],
    articles: facts.articles.length,
    approvals: approvals.length,
  }
}

async function signingKey(privateJwk: string) {
  const key = await importJWK(JSON.parse(privateJwk) as JWK, 'EdDSA')
  if (key instanceof Uint8Array) throw new TypeError('not a private key')
  return key
}

async function freeName(files: Files, path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${path}.zip` : `${path}-${number}.zip`
    if ((await files.size(name)) === null) return name
  }
}
