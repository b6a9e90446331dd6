import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { problem } from '#common/api/problems/problem'
import { firstCategories } from '#common/domain/first-categories'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'
import type { Connector, Outcome, PortalFacts } from '../connector'
import { isLoopback } from '../http/address'
import { createAnonymousReader } from '../http/anonymous-reader'
import { defaultLimits, type HttpLimits } from '../http/client'
import { sha256 } from '../page/sha256'
import { diskOutcome } from './disk-outcome'
import { createFolderSite, type FolderSite } from './folder-site'
import { type FolderMarker, lookAt, readMarker, writeMarker } from './marker'
import { approvedOf, type Site } from './pages'
import { heldOf, putArticle } from './put-article'
import { createFolderReader } from './reader'

export interface FolderOptions {
  /** `file:` address of the folder. */
  readonly url: string
  /** Where its web server shows it, without a slash at the end; null while nobody said. */
  readonly publicUrl: string | null
  readonly name: string
  /** Who the folder's marker must name; null asks only what is there. */
  readonly token: string | null
  readonly files: Files
  readonly limits?: HttpLimits
}

/** Connector to a folder that is a web site: for portals that take files and have no interface of their own. */
export function createFolderConnector(options: FolderOptions): Connector {
  const { files, token, publicUrl } = options
  const root = fileURLToPath(options.url)
  const rootUrl = pathToFileURL(root).href.replace(/\/$/, '')
  let categories: FolderMarker['categories'] = []
  const site = (): Site => ({
    name: options.name,
    categoryName: id => categories.find(category => category.id === id)?.name ?? id,
  })
  const folder = createFolderSite(files, root, site, publicUrl)

  /** Null while the folder is away, or is not the one we know. */
  async function ours(): Promise<FolderSite | null> {
    const marker = await readMarker(files, root).catch(() => null)
    if (marker === null || (token !== null && marker.owner !== token)) return null
    categories = marker.categories
    return folder
  }

  async function inside<T>(work: (site: FolderSite) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return diskOutcome(root, async () => {
      const found = await ours()
      return found === null ? { kind: 'unreachable' } : work(found)
    })
  }

  const probe = join(root, '.toa-soan-thu')

  return {
    settleMs: 0,
    byHand: null,
    lags: publicUrl !== null,
    describe: async (): Promise<Outcome<PortalFacts>> => {
      const facts = (found: FolderMarker['categories']): Outcome<PortalFacts> => ({
        kind: 'done',
        // Nobody checks seals in a folder: sample texts may not go where the world reads.
        value: {
          name: basename(root),
          acceptsDemoKeys: publicUrl === null || isLoopback(new URL(publicUrl)),
          categories: [...found],
        },
      })
      if (token !== null) return inside(async () => facts(categories))
      return diskOutcome(root, async () => {
        const look = await lookAt(files, root)
        if (look === 'missing')
          return { kind: 'refused', problem: problem('folder-not-found', { path: root }) }
        if (look === 'foreign')
          return { kind: 'refused', problem: problem('folder-not-empty', { path: root }) }
        return facts((await readMarker(files, root))?.categories ?? [...firstCategories])
      })
    },
    hints: null,
    claim: () =>
      diskOutcome(root, async () => {
        const before = await readMarker(files, root)
        const chosen = before?.categories ?? [...firstCategories]
        await writeMarker(files, root, {
          format: 'toa-soan/folder',
          version: 1,
          owner: token ?? '',
          categories: chosen,
        })
        return { kind: 'done', value: null }
      }),
    authorise: () =>
      inside(async () => {
        await replaceFile(files, probe, Buffer.from('toa-soan'))
        await files.remove(probe)
        return { kind: 'done', value: null }
      }),
    trial: {
      write: item =>
        inside(async () => {
          await replaceFile(files, probe, item)
          return { kind: 'done', value: probe }
        }),
      read: (name, item) =>
        inside(async () => {
          const bytes = await files.read(name)
          return { kind: 'done', value: bytes !== null && Buffer.from(bytes).equals(item) }
        }),
      isGuarded: null,
      remove: name =>
        inside(async () => {
          await files.remove(name)
          return { kind: 'done', value: null }
        }),
    },
    addCategory: null,
    list: () =>
      inside(async site => ({
        kind: 'done',
        value: (await site.records()).map(record => heldOf(record, true)),
      })),
    state: ({ article }) =>
      inside(async site => {
        const record = await site.record(article)
        return { kind: 'done', value: record === null ? null : heldOf(record, await site.isWhole(record)) }
      }),
    theirs: ({ slug }) =>
      inside(async site => {
        const bytes = await site.read(`bai/${slug}.html`)
        const page = bytes === null ? null : new TextDecoder().decode(bytes)
        return { kind: 'done', value: page === null ? null : (approvedOf(page) ?? page) }
      }),
    pollResult: async () => ({ kind: 'done', value: null }),
    hasBlob: hash =>
      inside(async site => {
        const path = await site.blobPath(hash)
        const bytes = path === null ? null : await site.read(path)
        return { kind: 'done', value: bytes !== null && sha256(bytes) === hash }
      }),
    putBlob: (hash, bytes, mediaType, progress) =>
      inside(async site => {
        await site.putBlob(hash, bytes, mediaType)
        progress?.sent(bytes.length)
        return { kind: 'done', value: null }
      }),
    put: delivery => inside(found => putArticle(found, site(), delivery)),
    tidy: null,
    // Nobody checks seals in a folder: there is nobody to tell.
    registerKey: async () => ({ kind: 'done', value: null }),
    checkpoints: null,
    publicUrl: path => `${publicUrl ?? rootUrl}${path}`,
    reader: () =>
      createFolderReader(
        ours,
        url => {
          const base = publicUrl !== null && url.startsWith(`${publicUrl}/`) ? publicUrl : rootUrl
          return url.startsWith(`${base}/`) ? url.slice(base.length + 1) : null
        },
        publicUrl === null
          ? null
          : {
              reader: createAnonymousReader(new URL(publicUrl), options.limits ?? defaultLimits),
              base: publicUrl,
            },
      ),
    close: async () => {},
  }
}
