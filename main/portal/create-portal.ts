import { Hono } from 'hono'
import { portalApiVersion } from '#common/api/portal-api'
import type { Environment } from '#common/domain/environment'
import type { Files } from '#main/store/files/files'
import { nodeFiles } from '#main/store/files/node-files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import { createApi } from './api/create-api'
import { openDesk } from './articles/desk'
import { openBlobs } from './blobs'
import { type Categories, openCategories } from './categories'
import { openCheckpoints } from './checkpoints'
import { type Credentials, openCredentials } from './credentials'
import { createListPictures } from './list-pictures'
import type { PortalParts } from './portal-parts'
import { openReviewerKeys } from './reviewer-keys'
import { createSite } from './site/create-site'
import { openUploads } from './uploads'
import { createVoteLimit } from './vote-limit'
import { openVotes } from './votes'

export interface PortalOptions {
  /** Folder of this portal alone; made when missing. */
  readonly dataDir: string
  readonly name: string
  readonly environment: Environment
  /** Sample accounts' keys, for a portal on which nothing is real. */
  readonly acceptDemoKeys: boolean
  /** Kept in the folder from then on. */
  readonly categories?: Categories
  /** Tokens that go before those of credentials.json. */
  readonly credentials?: Partial<Credentials>
  readonly publicUrl?: string
  readonly limits?: PortalParts['description']['limits']
  readonly files?: Files
  readonly report?: (error: unknown) => void
}

/** A portal without a socket: `fetch` answers as its server would. */
export interface Portal {
  /** `bindings` is what the server knows of the connection. */
  readonly fetch: (request: Request, bindings?: object) => Promise<Response>
  readonly credentials: Credentials
  /** Ends what is being written and gives the folder free; call it when no request is under way. */
  close(): Promise<void>
}

/** Another process has the folder. */
export class PortalBusy extends Error {
  override readonly name = 'PortalBusy'
}

const defaultLimits = { blobBytes: 64 * 1024 * 1024, articleBytes: 16 * 1024 * 1024 } as const

export async function createPortal(options: PortalOptions): Promise<Portal> {
  const { dataDir: directory, environment, acceptDemoKeys, files = nodeFiles() } = options
  await files.makeDirectory(directory)
  const release = await lock(directory, files, environment)
  try {
    const categories = await openCategories(files, directory, options.categories)
    const credentials = await openCredentials(files, directory, environment, options.credentials ?? {})
    const keys = await openReviewerKeys({ files, directory, acceptDemoKeys })
    const blobs = await openBlobs(files, environment, directory)
    const uploads = await openUploads(files, directory)
    const known = new Set(categories.map(({ id }) => id))
    const desk = await openDesk({
      files,
      directory,
      now: environment.now,
      keys,
      hasCategory: id => known.has(id),
      hasBlob: blobs.has,
    })
    const votes = await openVotes(files, directory)
    const checkpoints = await openCheckpoints(files, directory)
    const parts: PortalParts = {
      description: {
        kind: 'toa-soan-portal',
        version: portalApiVersion,
        name: options.name,
        acceptsDemoKeys: acceptDemoKeys,
        categories: [...categories],
        limits: options.limits ?? defaultLimits,
      },
      environment,
      credentials,
      keys,
      blobs,
      uploads,
      listPictures: createListPictures(blobs),
      desk,
      votes,
      voteLimit: createVoteLimit(environment.now),
      checkpoints,
      publicUrl: options.publicUrl ?? null,
      report: options.report ?? (() => {}),
    }
    const app = new Hono({ strict: false })
      .route('/api/v1', createApi(parts))
      .mount('/', createSite(parts).fetch)
    return {
      fetch: async (request, bindings) => app.fetch(request, bindings),
      credentials,
      async close() {
        await desk.close()
        await votes.close()
        await checkpoints.close()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

async function lock(directory: string, files: Files, environment: Environment): Promise<() => Promise<void>> {
  const refuseCalls = async (): Promise<never> => {
    throw new Error('the portal takes no calls')
  }
  const result = await acquireLock(directory, { files, environment, host: 'portal', onCall: refuseCalls })
  if (result.kind === 'held') return () => result.lock.release()
  const holder = result.holder.pid === null ? '' : ` (${result.holder.pid})`
  throw new PortalBusy(
    `Thư mục ${directory} đang được tiến trình khác${holder} dùng. Dừng tiến trình đó trước.`,
  )
}
