import { problem } from '#common/api/problems/problem'
import type { Connector, Outcome, PortalFacts, PublicReader } from '../connector'
import { isLoopback, publicAddress } from '../http/address'
import { createAnonymousReader, pageBytes } from '../http/anonymous-reader'
import { createHttpClient, defaultLimits, type HttpLimits } from '../http/client'
import { readApproved } from '../page/approved-page'
import { goneMarker, wordsOf } from '../page/words'
import { comparePage } from './compare-page'
import { createConditionalEdit } from './conditional-edit'
import { me, site } from './mapping'
import { createMediaLibrary } from './media-library'
import { findPost, heldOf, listPosts, sweep, trashed } from './posts'
import { publicFacts } from './public-facts'
import { coolPost, putPost } from './put-post'
import { createRest } from './rest'
import { looksLikeWordpress, passwordsOff, siteHints } from './site-hints'
import { createTerms } from './terms'
import { theirHtml } from './their-html'
import { createTrial } from './trial'
import { createPostWriter } from './write-post'

/** Longer than any server lets a request run: a lost write may take effect until then. */
const settleMs = 120_000
const needed = [
  'publish_posts',
  'edit_published_posts',
  'upload_files',
  'unfiltered_html',
  'manage_categories',
]

export interface WordpressOptions {
  readonly url: string
  /** "user:application password"; null asks only what anybody may. */
  readonly token: string | null
  /** The site's category for one of ours. */
  readonly categoryOf: (ours: string) => string | null
  /** The connection test has proved that the site can refuse to write over what somebody saved (XML-RPC). */
  readonly conditionalWrites?: boolean
  readonly now: () => number
  readonly limits?: HttpLimits
  readonly settleMs?: number
}

/** Connector to WordPress 5.6 and later: its REST interface with an application password. */
export function createWordpressConnector(options: WordpressOptions): Connector {
  const base = new URL(options.url)
  const limits = options.limits ?? defaultLimits
  const client = createHttpClient(base, limits)
  const files = createAnonymousReader(base, limits)
  const rest = createRest(client, options.token, options.now)
  const media = createMediaLibrary(rest, files, options.now)
  const terms = createTerms(rest, options.categoryOf, options.now)
  const conditional =
    options.token === null ? null : createConditionalEdit(client, options.token, options.now)
  const posts = createPostWriter(rest, options.conditionalWrites === true ? conditional : null)

  /** Rights are asked for by name: with too few of them WordPress drops parts without a word. */
  async function authorise(): Promise<Outcome<null>> {
    const who = await rest.get('/wp/v2/users/me', { context: 'edit', _fields: 'id,capabilities' }, me)
    if (who.kind === 'unauthorised' && (await passwordsOff(rest)))
      return { kind: 'refused', problem: problem('wordpress-passwords-off') }
    if (who.kind !== 'done') return who
    const missing = needed.filter(right => who.value?.capabilities[right] !== true)
    if (missing.length === 0) return { kind: 'done', value: null }
    return { kind: 'refused', problem: problem('portal-rights-missing', { rights: missing.join(', ') }) }
  }

  return {
    settleMs: options.settleMs ?? settleMs,
    byHand: null,
    lags: false,
    hints: () => siteHints(rest),
    claim: null,
    describe: async (): Promise<Outcome<PortalFacts>> => {
      const found = await rest.get('/', { _fields: 'name,namespaces' }, site)
      const isClosed =
        found.kind === 'unauthorised' ||
        found.kind === 'refused' ||
        (found.kind === 'unknown' && found.status === null && found.sign === 'foreign-page') ||
        (found.kind === 'done' && found.value?.namespaces.includes('wp/v2') !== true)
      if (isClosed && options.token === null && (await looksLikeWordpress(files, base)))
        return { kind: 'refused', problem: problem('wordpress-api-closed', { url: options.url }) }
      if (found.kind !== 'done') return found
      if (found.value?.namespaces.includes('wp/v2') !== true) return { kind: 'unknown', status: null }
      const categories = await terms.categories()
      if (categories.kind !== 'done') return categories
      // WordPress checks no seals: sample texts may only go to one on this machine.
      const { name } = found.value
      return {
        kind: 'done',
        value: { name, acceptsDemoKeys: isLoopback(base), categories: categories.value },
      }
    },
    authorise,
    trial: createTrial(rest, conditional),
    addCategory: terms.addCategory,
    list: async () => {
      const posts = await listPosts(rest)
      if (posts.kind !== 'done') return posts
      return {
        kind: 'done',
        value: posts.value.flatMap(found => heldOf(found, found.article) ?? []),
      }
    },
    state: async sought => {
      let found = await findPost(rest, sought)
      // Asked after an answer was lost: the line may have carried a creation twice.
      if (found.kind === 'done' && found.value?.post.status === 'publish')
        found = await sweep(rest, sought.article)
      if (found.kind !== 'done') return found
      if (found.value === null) return { kind: 'done', value: null }
      return trashed(found.value) ?? { kind: 'done', value: heldOf(found.value, sought.article) }
    },
    theirs: async ({ article, slug, blobs }) => {
      const found = await findPost(rest, { article, slug })
      if (found.kind !== 'done') return found
      if (found.value === null || found.value.post.status === 'trash') return { kind: 'done', value: null }
      return { kind: 'done', value: theirHtml(found.value.post, blobs) }
    },
    pollResult: async () => ({ kind: 'done', value: null }),
    hasBlob: async hash => {
      const found = await media.find(hash)
      return found.kind === 'done' ? { kind: 'done', value: found.value !== null } : found
    },
    putBlob: async (hash, bytes, mediaType, progress) => {
      const stored = await media.upload(hash, bytes, mediaType, progress?.sent)
      return stored.kind === 'done' ? { kind: 'done', value: null } : stored
    },
    put: delivery => putPost({ rest, posts, media, terms, now: options.now }, delivery),
    tidy: async ({ article, blobs }) => {
      const found = await sweep(rest, article)
      if (found.kind !== 'done') return found
      for (const hash of blobs) {
        const tidied = await media.tidy(hash)
        if (tidied.kind !== 'done') return tidied
      }
      const until = found.value?.marker.hot
      return found.value === null || until === undefined || Date.parse(until) > options.now()
        ? { kind: 'done', value: null }
        : coolPost(posts, found.value, article)
    },
    // WordPress knows no seals: there is nobody to tell.
    registerKey: async () => ({ kind: 'done', value: null }),
    checkpoints: null,
    publicUrl: path => publicAddress(base.origin, path),
    reader: () => createReader(base, limits),
    close: async () => {
      await Promise.all([client.close(), files.close()])
    },
  }
}

function createReader(base: URL, limits: HttpLimits): PublicReader {
  const reader = createAnonymousReader(base, limits)
  return {
    page: async (url, html) => {
      const page = await reader.get(url, pageBytes)
      if (page.kind === 'unreadable' || page.status >= 500) return { kind: 'unreadable' }
      const isGone = Buffer.from(page.body).includes(goneMarker)
      if (page.status !== 200 || isGone) return { kind: 'absent', words: wordsOf(page.body) }
      if (html === null) return { kind: 'shown', text: 'right', addressOf: () => null }
      const reading = comparePage(new TextDecoder().decode(page.body), readApproved(html))
      return { ...reading, facts: await publicFacts(reader, base, url) }
    },
    blob: reader.get,
    close: reader.close,
  }
}
