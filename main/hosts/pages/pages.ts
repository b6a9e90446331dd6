import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problem } from '#common/api/problems/problem'
import { refusedSize } from '#common/api/problems/too-large'
import { may } from '#common/domain/account'
import { fileLimits } from '#common/domain/file-limits'
import { blobHash } from '#common/domain/ids'
import { refuse } from '#common/domain/result'
import type { Session } from '#main/core/capability'
import { faultProblem } from '#main/import/read-import'
import type { Newsroom } from '#main/newsroom'
import { BlobError } from '#main/store/blobs/blob-store'
import { blobPolicy, commonHeaders, previewPolicy, workstationPolicy } from './content-security-policy'
import { previewAssets } from './preview-assets'
import type { StaticFiles } from './static-files'

export interface PagesOptions {
  readonly newsroom: () => Newsroom
  /** The built renderer. */
  readonly renderer: StaticFiles
  /** Extra `connect-src` of this host. */
  readonly connect: string
}

type Variables = { session: Session | null }

/** Everything a host serves over HTTP or `app://`: the renderer, blobs, uploads, previews. The host says whose request it is. */
export interface Pages {
  fetch(request: Request, session: Session | null): Promise<Response>
}

export function createPages(options: PagesOptions): Pages {
  const { newsroom } = options
  const app = new Hono<{ Variables: Variables; Bindings: Variables }>()

  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(commonHeaders)) context.res.headers.set(name, value)
  })

  /** A picture of an import that nobody has decided about yet. */
  const waitingPicture = (hash: string) => {
    const picture = newsroom().imports.picture(hash)
    if (picture === null) return null
    return new Response(new Uint8Array(picture.bytes), {
      headers: { 'content-type': picture.about.mediaType, 'content-security-policy': blobPolicy },
    })
  }

  const signedIn = (session: Session | null) => (session === null ? null : newsroom().accountOf(session))

  app.get('/blob/:hash', async context => {
    if (signedIn(context.env.session) === null) return context.text('', 401)
    const hash = blobHash.safeParse(context.req.param('hash'))
    if (!hash.success) return context.text('', 404)
    const { store } = newsroom()
    try {
      const { size, stream } = await store.blobs.open(hash.data)
      await store.loaded
      const record = store.get('media', hash.data)
      return new Response(stream, {
        headers: {
          'content-type': record?.mediaType ?? 'application/octet-stream',
          'content-length': String(size),
          'cache-control': 'private, max-age=31536000, immutable',
          'content-security-policy': blobPolicy,
          'content-disposition': record?.mediaType.startsWith('image/') ? 'inline' : 'attachment',
        },
      })
    } catch (error) {
      if (!(error instanceof BlobError)) throw error
      return waitingPicture(hash.data) ?? context.text('', 404)
    }
  })

  app.post(
    '/blob',
    bodyLimit({
      maxSize: fileLimits.uploadBytes,
      onError: context => {
        const sizeBytes = Number(context.req.header('content-length') ?? 0)
        return context.json(refuse(refusedSize(nameOf(context), sizeBytes)))
      },
    }),
    async context => {
      const account = signedIn(context.env.session)
      if (account === null) return context.json(refuse(problem('not-signed-in')))
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      return context.json(await newsroom().media.add(bytes, context.req.query('name') ?? '', account))
    },
  )

  app.post(
    '/import',
    bodyLimit({
      maxSize: fileLimits.importBytes,
      onError: context => context.json(refuse(faultProblem('too-large', nameOf(context)))),
    }),
    async context => {
      const account = signedIn(context.env.session)
      if (account === null) return context.json(refuse(problem('not-signed-in')))
      if (!may(account, 'article.write'))
        return context.json(refuse(problem('not-permitted', { permission: 'article.write' })))
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      return context.json(await newsroom().imports.read(bytes, context.req.query('name') ?? '', account))
    },
  )

  app.post('/approval-file', async context => {
    const account = signedIn(context.env.session)
    if (account === null) return context.json(refuse(problem('not-signed-in')))
    const body = context.req.raw.body ?? new Blob([]).stream()
    return context.json(await newsroom().receiveApprovalFile(body))
  })

  app.get('/preview/import/:id', context => {
    const account = signedIn(context.env.session)
    if (account === null) return context.text('', 401)
    const repaired = context.req.query('goc') === undefined
    const page = newsroom().imports.page(context.req.param('id'), repaired, account)
    if (page === null) return context.text('', 404)
    return context.html(page, 200, { 'content-security-policy': previewPolicy, 'cache-control': 'no-store' })
  })

  app.get('/preview/assets/*', context =>
    previewAssets.serve(context.req.path.slice('/preview/assets'.length)),
  )

  app.get('/preview/:article', async context => {
    if (signedIn(context.env.session) === null) return context.text('', 401)
    const page = await newsroom().previews.page(
      context.req.param('article'),
      context.req.query('revision') ?? null,
    )
    if (page === null) return context.text('', 404)
    return context.html(page, 200, { 'content-security-policy': previewPolicy, 'cache-control': 'no-store' })
  })

  app.get('*', async context => {
    const response = await options.renderer.serve(context.req.path === '/' ? '/index.html' : context.req.path)
    response.headers.set('content-security-policy', workstationPolicy(options.connect))
    return response
  })

  return { fetch: async (request, session) => app.fetch(request, { session }) }
}

/** What somebody called the file they send. */
const nameOf = (context: Context) => (context.req.query('name') ?? '').slice(0, 200)
