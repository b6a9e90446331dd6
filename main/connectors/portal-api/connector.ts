import { z } from 'zod'
import {
  heldCheckpoint,
  heldCheckpointList,
  pollResult,
  portalDescription,
  type RemoteArticle,
  registeredKey,
  remoteArticle,
  remoteArticleList,
  storedBlob,
} from '#common/api/portal-api'
import { blobHash } from '#common/domain/ids'
import type { Connector, Held, Outcome, PublicReader } from '../connector'
import { publicAddress } from '../http/address'
import { createAnonymousReader, pageBytes } from '../http/anonymous-reader'
import { createHttpClient, defaultLimits, type Exchange, type HttpLimits } from '../http/client'
import { betweenMarkers } from '../page/between-markers'
import { factsOf } from '../page/page-facts'
import { sha256 } from '../page/sha256'
import { wordsOf } from '../page/words'
import { outcomeOf } from './mapping'
import { createUpload } from './upload'

const api = '/api/v1'
const answerBytes = 1_000_000

export interface PortalApiOptions {
  readonly url: string
  /** Publish token; null asks only what anybody may. */
  readonly token: string | null
  readonly now: () => number
  readonly limits?: HttpLimits
}

/** Connector to portals that speak docs/portal-api.md. The address must have passed `isSecureAddress`. */
export function createPortalApiConnector(options: PortalApiOptions): Connector {
  const base = new URL(options.url)
  const limits = options.limits ?? defaultLimits
  const client = createHttpClient(base, limits)
  const credentials: Record<string, string> =
    options.token === null ? {} : { authorization: `Bearer ${options.token}` }

  async function get<T>(path: string, schema: z.ZodType<T>): Promise<Outcome<T>> {
    const exchange = await client.exchange({
      method: 'GET',
      path,
      headers: credentials,
      maxBytes: answerBytes,
    })
    return outcomeOf(exchange, schema, options.now())
  }

  async function put(
    path: string,
    body: Uint8Array,
    headers: Readonly<Record<string, string>>,
  ): Promise<Exchange> {
    return client.exchange({
      method: 'PUT',
      path,
      body,
      headers: { ...credentials, ...headers },
      maxBytes: answerBytes,
    })
  }

  const connector: Connector = {
    // The portal's own guard makes late requests harmless.
    settleMs: 0,
    byHand: null,
    lags: false,
    hints: null,
    claim: null,
    describe: () => get(api, portalDescription),
    authorise: async () => {
      const outcome = await get(`${api}/articles`, remoteArticleList)
      return outcome.kind === 'done' ? { kind: 'done', value: null } : outcome
    },
    trial: {
      write: async item => {
        const hash = sha256(item)
        const sent = await connector.putBlob(hash, item, 'application/octet-stream')
        return sent.kind === 'done' ? { kind: 'done', value: hash } : sent
      },
      read: name => connector.hasBlob(blobHash.parse(name)),
      isGuarded: null,
      remove: async name => {
        const exchange = await client.exchange({
          method: 'DELETE',
          path: `${api}/blobs/${name}`,
          headers: credentials,
          maxBytes: answerBytes,
        })
        const outcome = outcomeOf(exchange, storedBlob, options.now())
        return outcome.kind === 'done' ? { kind: 'done', value: null } : outcome
      },
    },
    addCategory: null,
    list: async () => {
      const found: RemoteArticle[] = []
      for (let after: string | null = ''; after !== null; ) {
        const query: string = after === '' ? '' : `?after=${after}`
        const page = await get(`${api}/articles${query}`, remoteArticleList)
        if (page.kind !== 'done') return page
        found.push(...page.value.articles)
        // A portal that never comes to an end, or turns in circles, is none.
        const { next } = page.value
        if (next !== null && next <= after) return { kind: 'unknown', status: null }
        after = next
      }
      return { kind: 'done', value: found }
    },
    state: async ({ article }) => {
      const exchange = await client.exchange({
        method: 'GET',
        path: `${api}/articles/${article}`,
        headers: credentials,
        maxBytes: answerBytes,
      })
      if (saysNotFound(exchange)) return { kind: 'done', value: null }
      const outcome = outcomeOf(exchange, remoteArticle, options.now())
      return about(outcome, found => found.article === article)
    },
    theirs: async ({ url }) => {
      const reader = createAnonymousReader(base, limits)
      const page = await reader.get(url, pageBytes).finally(reader.close)
      if (page.kind === 'unreadable' || page.status >= 500) return { kind: 'unknown', status: null }
      if (page.status !== 200) return { kind: 'done', value: null }
      const html = new TextDecoder().decode(page.body)
      return { kind: 'done', value: betweenMarkers(html) ?? html }
    },
    pollResult: async article => {
      const exchange = await client.exchange({
        method: 'GET',
        path: `${api}/articles/${article}/poll`,
        headers: credentials,
        maxBytes: answerBytes,
      })
      if (saysNotFound(exchange)) return { kind: 'done', value: null }
      return outcomeOf(exchange, pollResult, options.now())
    },
    ...createUpload({ client, folder: `${api}/blobs`, credentials, now: options.now }),
    put: async delivery => {
      const path = `${api}/articles/${delivery.article}/publications/${delivery.sequence}`
      const precondition: Record<string, string> =
        delivery.previous === null ? { 'if-none-match': '*' } : { 'if-match': `"${delivery.previous}"` }
      const exchange = await put(path, delivery.payload, {
        'content-type': 'application/json',
        ...precondition,
      })
      const outcome = outcomeOf(exchange, remoteArticle, options.now())
      return about(
        outcome,
        found => found.article === delivery.article && found.sequence === delivery.sequence,
      )
    },
    tidy: null,
    registerKey: async (adminToken, kid, key) => {
      const exchange = await put(`${api}/keys/${kid}`, new TextEncoder().encode(JSON.stringify(key)), {
        'content-type': 'application/json',
        authorization: `Bearer ${adminToken}`,
      })
      const outcome = outcomeOf(exchange, registeredKey, options.now())
      return outcome.kind === 'done' ? { kind: 'done', value: null } : outcome
    },
    checkpoints: {
      keep: async checkpoint => {
        const body = new TextEncoder().encode(JSON.stringify({ checkpoint }))
        const exchange = await put(`${api}/checkpoints`, body, { 'content-type': 'application/json' })
        const outcome = outcomeOf(exchange, heldCheckpoint, options.now())
        return outcome.kind === 'done' ? { kind: 'done', value: null } : outcome
      },
      list: async workspace => {
        const outcome = await get(`${api}/checkpoints/${workspace}`, heldCheckpointList)
        if (outcome.kind !== 'done') return outcome
        return { kind: 'done', value: outcome.value.checkpoints.map(({ checkpoint }) => checkpoint) }
      },
    },
    publicUrl: path => publicAddress(options.url, path),
    reader: () => createReader(base, limits),
    close: client.close,
  }
  return connector
}

/** No credentials, and no connection shared with the requests that carry them. */
function createReader(base: URL, limits: HttpLimits): PublicReader {
  const reader = createAnonymousReader(base, limits)
  const root = base.href.replace(/\/$/, '')
  return {
    page: async (url, html) => {
      const page = await reader.get(url, pageBytes)
      if (page.kind === 'unreadable' || page.status >= 500) return { kind: 'unreadable' }
      if (page.status !== 200) return { kind: 'absent', words: wordsOf(page.body) }
      const shown = html === null || Buffer.from(page.body).includes(Buffer.from(html))
      return {
        kind: 'shown',
        text: shown ? 'right' : 'different',
        addressOf: hash => `${root}/blob/${hash}`,
        facts: factsOf(page.body),
      }
    },
    blob: reader.get,
    close: reader.close,
  }
}

/** An answer about something else (a wrong id in a 201) proves nothing. */
function about(outcome: Outcome<RemoteArticle>, isOurs: (found: RemoteArticle) => boolean): Outcome<Held> {
  if (outcome.kind !== 'done') return outcome
  if (!isOurs(outcome.value)) return { kind: 'unknown', status: null }
  return { kind: 'done', value: { ...outcome.value, whole: true } }
}

function saysNotFound(exchange: Exchange): boolean {
  if (exchange.kind !== 'answered' || exchange.status !== 404) return false
  const outcome = outcomeOf(exchange, z.never(), 0)
  return outcome.kind === 'refused'
}
