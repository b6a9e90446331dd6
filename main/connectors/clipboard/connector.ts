import { parse } from 'parse5'
import { firstCategories } from '#common/domain/first-categories'
import type { Connector, Outcome, PortalFacts, Setback } from '../connector'
import { isLoopback } from '../http/address'
import { createAnonymousReader, pageBytes } from '../http/anonymous-reader'
import { defaultLimits, type HttpLimits } from '../http/client'
import { textOf, visit } from '../page/approved-page'
import { wordsOf } from '../page/words'
import { compareWords } from './compare-words'
import { handCopy, nameHashLength } from './hand-copy'

export interface ClipboardOptions {
  /** Address of the site's first page. */
  readonly url: string
  readonly limits?: HttpLimits
}

/** A site that takes articles only from a person at its own forms; all this does by itself is read. */
export function createClipboardConnector(options: ClipboardOptions): Connector {
  const base = new URL(options.url)
  const limits = options.limits ?? defaultLimits
  const front = createAnonymousReader(base, limits)
  // Nothing is written by this program, so nothing of that can be asked.
  const nothing: Outcome<null> = { kind: 'done', value: null }
  const never: Setback = { kind: 'conflict' }

  return {
    settleMs: 0,
    byHand: handCopy,
    lags: true,
    hints: null,
    claim: null,
    describe: async (): Promise<Outcome<PortalFacts>> => {
      const answer = await front.get(base.href, pageBytes)
      if (answer.kind === 'unreadable') return { kind: 'unreachable' }
      if (answer.status >= 400)
        return { kind: 'unknown', status: answer.status >= 500 ? answer.status : null }
      const name = titleOf(new TextDecoder().decode(answer.body))
      // Sample texts may not be copied to where the world reads.
      const value = {
        name: name || base.hostname,
        acceptsDemoKeys: isLoopback(base),
        categories: [...firstCategories],
      }
      return { kind: 'done', value }
    },
    authorise: async () => nothing,
    trial: { write: async () => never, read: async () => never, isGuarded: null, remove: async () => never },
    addCategory: null,
    list: async () => ({ kind: 'done', value: [] }),
    state: async () => never,
    theirs: null,
    pollResult: async () => nothing,
    hasBlob: async () => never,
    putBlob: async () => never,
    put: async () => never,
    tidy: null,
    registerKey: async () => nothing,
    checkpoints: null,
    publicUrl: path => (URL.canParse(path, base.origin) ? new URL(path, base.origin).href : null),
    reader: () => {
      const reader = createAnonymousReader(base, limits)
      return {
        page: async (url, html) => {
          const page = await reader.get(url, pageBytes)
          if (page.kind === 'unreadable' || page.status >= 500) return { kind: 'unreadable' }
          if (page.status !== 200) return { kind: 'absent', words: wordsOf(page.body) }
          if (html === null) return { kind: 'shown', text: 'right', addressOf: () => null }
          return compareWords(new TextDecoder().decode(page.body), html, url, nameHashLength)
        },
        blob: reader.get,
        close: reader.close,
      }
    },
    close: front.close,
  }
}

function titleOf(page: string): string {
  let title = ''
  visit(parse(page).childNodes, element => {
    if (title === '' && element.tagName === 'title') title = textOf(element).trim().slice(0, 120)
  })
  return title
}
