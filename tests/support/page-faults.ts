import type { Page } from '@playwright/test'

/**
 * What no screen may ever cause: console errors and warnings, uncaught errors. Violations of the policy are among the
 * errors: Chromium prints each. A listener of ours cannot be put into pages that are sandboxed against scripts.
 */
export interface PageFaults {
  readonly watch: (page: Page) => void
  /** The host is gone on purpose: windows may say that they lost it. */
  readonly lineIsCut: () => void
  readonly all: () => readonly string[]
}

const lostHost = /ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|WebSocket connection/

export function createPageFaults(): PageFaults {
  const found: string[] = []
  let cut = false
  const add = (kind: string, text: string) => {
    if (!(cut && lostHost.test(text))) found.push(`${kind}: ${text}`)
  }
  return {
    watch: page => {
      page.on('console', message => {
        if (['error', 'warning'].includes(message.type())) add(message.type(), message.text())
      })
      page.on('pageerror', error => add('uncaught', error.stack ?? error.message))
    },
    lineIsCut: () => {
      cut = true
    },
    all: () => found,
  }
}
