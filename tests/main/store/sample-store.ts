import { createHash } from 'node:crypto'
import { z } from 'zod'
import { articleId, blobHash } from '#common/domain/ids'
import type { Files } from '#main/store/files/files'
import { nodeFiles } from '#main/store/files/node-files'
import { openStore } from '#main/store/open-store'
import type { Store, Transaction } from '#main/store/store'
import { crashingFiles } from '#tests/support/crashing-files'
import { testEnvironment } from '#tests/support/test-environment'

export interface Card {
  readonly id: string
  readonly headline: string
  readonly edition: number
}

export interface Person {
  readonly id: string
  readonly name: string
}

export const articleOne = articleId.parse('a'.repeat(26))
export const articleTwo = articleId.parse('b'.repeat(26))

/** Collections of a newsroom in miniature. */
export type SampleCollections = { readonly articles: Card; readonly accounts: Person }

const card = z.object({ id: z.string(), headline: z.string(), edition: z.int() })
const person = z.object({ id: z.string(), name: z.string() })

export const sampleSchemas = { articles: card, accounts: person } as const

export function openSample(
  directory: string,
  options: { readonly files?: Files; readonly epoch?: number; readonly later?: boolean } = {},
): Promise<Store<SampleCollections>> {
  return openStore<SampleCollections>({
    directory,
    collections: sampleSchemas,
    files: options.files ?? nodeFiles(),
    environment: testEnvironment(),
    epoch: options.epoch ?? 1,
    later: options.later === true ? ['articles'] : [],
    firstScreen: { newest: 'articles', belonging: {} },
  })
}

/** One article saved: a card, and the text of a revision when `text` is given. */
export function saved(id: string, edition: number, text?: string): Transaction<SampleCollections> {
  return {
    event: {
      type: 'article.saved',
      at: '2026-01-05T03:30:00.000Z',
      actor: 'lan',
      subject: id,
      details: { edition },
    },
    changes: [{ collection: 'articles', put: { id, headline: `Tin về ${id}`, edition } }],
    ...(text === undefined ? {} : { bodies: [{ hash: hashOf(text), text }] }),
  }
}

export function removed(id: string): Transaction<SampleCollections> {
  return {
    event: {
      type: 'article.removed',
      at: '2026-01-05T03:30:00.000Z',
      actor: 'lan',
      subject: id,
      details: {},
    },
    changes: [{ collection: 'articles', remove: id }],
  }
}

export function hashOf(text: string | Uint8Array) {
  return blobHash.parse(createHash('sha256').update(text).digest('hex'))
}

/** A store, and a way to end it as a power cut would: nothing is closed, flushed or checkpointed. */
export async function openDoomed(directory: string, epoch = 1) {
  const { files, crash } = crashingFiles(nodeFiles())
  return { store: await openSample(directory, { files, epoch }), crash }
}
