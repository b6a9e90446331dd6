import { z } from 'zod'
import { storedBlob } from '#common/api/portal-api'
import type { BlobHash } from '#common/domain/ids'
import type { Connector, UploadProgress } from '../connector'
import type { Exchange, HttpClient } from '../http/client'
import { outcomeOf } from './mapping'

/** Smaller ones leave in one piece. */
const leastResumed = 64_000
const answerBytes = 10_000

export interface UploadOptions {
  readonly client: HttpClient
  /** Below the base address, without the hash. */
  readonly folder: string
  readonly credentials: Readonly<Record<string, string>>
  readonly now: () => number
}

/** Brings pictures and files to the portal: whole, or from where it says that a former try was cut off. */
export function createUpload({
  client,
  folder,
  credentials,
  now,
}: UploadOptions): Pick<Connector, 'hasBlob' | 'putBlob'> {
  /** How far the portal was with what it was asked for; nothing of a portal that takes files only whole. */
  const offsets = new Map<BlobHash, number>()

  const sendWhole = (path: string, bytes: Uint8Array, mediaType: string, progress?: UploadProgress) =>
    client.exchange({
      method: 'PUT',
      path,
      body: bytes,
      headers: { ...credentials, 'content-type': mediaType },
      onSent: progress?.sent,
      maxBytes: answerBytes,
    })

  /** Told that the portal holds another number of bytes, it goes on from there, once. */
  async function sendRest(
    path: string,
    bytes: Uint8Array,
    offset: number,
    progress: UploadProgress | undefined,
    isAgain = false,
  ): Promise<Exchange> {
    if (!isAgain) progress?.held(Math.min(offset, bytes.length))
    const exchange = await client.exchange({
      method: 'PATCH',
      path,
      body: bytes.subarray(offset),
      headers: {
        ...credentials,
        'content-type': 'application/partial-upload',
        'upload-offset': String(offset),
        'upload-complete': '?1',
      },
      onSent: progress?.sent,
      maxBytes: answerBytes,
    })
    const held = exchange.kind === 'answered' && exchange.status === 409 ? exchange.uploadOffset : null
    return held === null || isAgain ? exchange : sendRest(path, bytes, held, progress, true)
  }

  return {
    hasBlob: async hash => {
      offsets.delete(hash)
      const path = `${folder}/${hash}`
      const exchange = await client.exchange({ method: 'HEAD', path, headers: credentials, maxBytes: 0 })
      if (exchange.kind !== 'answered') return outcomeOf(exchange, z.never(), now())
      if (exchange.status === 200) return { kind: 'done', value: true }
      if (exchange.status === 404) {
        if (exchange.uploadOffset !== null) offsets.set(hash, exchange.uploadOffset)
        return { kind: 'done', value: false }
      }
      // A HEAD has no words: 401 may be the portal's or a network's gate, so the sending that follows shall say it.
      return exchange.status === 429 || exchange.status === 503
        ? outcomeOf(exchange, z.never(), now())
        : { kind: 'done', value: false }
    },
    putBlob: async (hash, bytes, mediaType, progress) => {
      const path = `${folder}/${hash}`
      const offset = offsets.get(hash)
      offsets.delete(hash)
      const exchange =
        offset === undefined || bytes.length < leastResumed
          ? await sendWhole(path, bytes, mediaType, progress)
          : await sendRest(path, bytes, offset, progress)
      const outcome = outcomeOf(exchange, storedBlob, now())
      if (outcome.kind !== 'done') return outcome
      return outcome.value.hash === hash ? { kind: 'done', value: null } : { kind: 'unknown', status: null }
    },
  }
}
