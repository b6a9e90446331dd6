// @vitest-environment jsdom

import { QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Client } from '#common/api/contract'
import { type Event, event } from '#common/api/events'
import type { Answer } from '#common/api/operation'
import { type Problem, problem } from '#common/api/problems/problem'
import { articleId } from '#common/domain/ids'
import { isStale, staleAfter } from '#renderer/api/invalidation.ts'
import { type CommandRun, invalidate, useAsk, useCommand, useInvalidation } from '#renderer/api/queries.ts'
import { createQueryClient } from '#renderer/api/query-client.ts'
import { WireProvider } from '#renderer/api/wire-context.tsx'

type AskMock = (name: string, input: unknown) => Promise<Answer<unknown>>

/** One screen that shows the line's kind and can switch it, over a wire made of `answer`. */
function mount(answer: AskMock) {
  const listeners = new Set<(event: Event) => void>()
  const reported: Problem[] = []
  let command: CommandRun<'line.setOffline'> | undefined
  function Screen() {
    useInvalidation()
    const { value, problem: refusal, loading } = useAsk('line.read', {})
    command = useCommand('line.setOffline')
    return <p>{loading ? 'loading' : (refusal?.code ?? value?.kind)}</p>
  }
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const wire = {
    client: { ask: answer as Client['ask'] },
    subscribe: (listener: (event: Event) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: 'open' as const,
    watchState: () => () => {},
    upload: () => Promise.reject(new Error('not here')),
    receiveApprovalFile: () => Promise.reject(new Error('not here')),
    readImport: () => Promise.reject(new Error('not here')),
    blobUrl: (hash: string) => hash,
  }
  root.render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <WireProvider wire={wire} report={refusal => reported.push(refusal)}>
          <Screen />
        </WireProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  unmount = () => root.unmount()
  return {
    text: () => host.textContent,
    announce: (change: Event) => {
      for (const listener of listeners) listener(change)
    },
    run: (offline: boolean) => {
      if (command === undefined) throw new Error('not mounted yet')
      return command.run({ offline })
    },
    listeners,
    reported,
  }
}

let unmount = () => {}
afterEach(() => unmount())

describe('useAsk', () => {
  it('asks once, and again only after an event that makes the answer old', async () => {
    const ask = vi
      .fn<AskMock>()
      .mockResolvedValueOnce({ ok: true, value: { kind: 'online' } })
      .mockResolvedValueOnce({ ok: true, value: { kind: 'offline', waiting: 2 } })
    const screen = mount(ask)
    await vi.waitFor(() => expect(screen.text()).toBe('online'))
    screen.announce({ kind: 'accounts-changed' })
    expect(ask).toHaveBeenCalledTimes(1)
    screen.announce({ kind: 'line-changed' })
    await vi.waitFor(() => expect(screen.text()).toBe('offline'))
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('does not ask a portal again behind a screen, only when that is opened again', async () => {
    const queries = createQueryClient()
    const asked = { 'publishing.drift': 0, 'publishing.read': 0 }
    const open = (name: keyof typeof asked) =>
      new QueryObserver(queries, { queryKey: [name, {}], queryFn: () => (asked[name] += 1) }).subscribe(
        () => {},
      )
    const close = open('publishing.drift')
    open('publishing.read')
    await vi.waitFor(() => expect(queries.getQueryData(['publishing.drift', {}])).toBe(1))
    await vi.waitFor(() => expect(queries.getQueryData(['publishing.read', {}])).toBe(1))
    await invalidate(queries, ['publishing.'])
    expect(asked).toEqual({ 'publishing.drift': 1, 'publishing.read': 2 })
    close()
    open('publishing.drift')
    await vi.waitFor(() => expect(asked['publishing.drift']).toBe(2))
    queries.clear()
  })

  it('shows a refusal as a problem', async () => {
    const screen = mount(() => Promise.resolve({ ok: false, problem: problem('not-signed-in') }))
    await vi.waitFor(() => expect(screen.text()).toBe('not-signed-in'))
  })

  it('turns a lost wire into a problem with words', async () => {
    const screen = mount(() => Promise.reject(new Error('socket closed')))
    await vi.waitFor(() => expect(screen.text()).toBe('no-answer'))
  })

  it('stops listening when the window goes', async () => {
    const screen = mount(() => Promise.resolve({ ok: true, value: { kind: 'online' } }))
    await vi.waitFor(() => expect(screen.text()).toBe('online'))
    unmount()
    unmount = () => {}
    await vi.waitFor(() => expect(screen.listeners.size).toBe(0))
  })
})

describe('useCommand', () => {
  it('reports a refusal once and never rejects', async () => {
    const screen = mount(name =>
      Promise.resolve(
        name === 'line.read'
          ? { ok: true, value: { kind: 'online' } }
          : { ok: false, problem: problem('no-portal') },
      ),
    )
    await vi.waitFor(() => expect(screen.text()).toBe('online'))
    await expect(screen.run(true)).resolves.toEqual({ ok: false, problem: problem('no-portal') })
    expect(screen.reported).toEqual([problem('no-portal')])
  })

  it('reports a lost wire like any refusal', async () => {
    const screen = mount(name =>
      name === 'line.read'
        ? Promise.resolve({ ok: true, value: { kind: 'online' } })
        : Promise.reject(new Error('socket closed')),
    )
    await vi.waitFor(() => expect(screen.text()).toBe('online'))
    await screen.run(true)
    expect(screen.reported).toEqual([problem('no-answer')])
  })
})

const articleOne = articleId.parse('a'.repeat(26))

describe('staleAfter', () => {
  const examples: readonly Event[] = [
    { kind: 'articles-changed', articles: [] },
    { kind: 'publishing-changed' },
    { kind: 'line-changed' },
    { kind: 'portals-changed' },
    { kind: 'accounts-changed' },
    { kind: 'session-changed' },
    { kind: 'store-changed' },
    { kind: 'comments-changed', article: articleOne },
    { kind: 'names-changed' },
    { kind: 'templates-changed' },
    { kind: 'media-changed' },
    { kind: 'search-changed' },
    { kind: 'safekeeping-changed' },
  ]

  it('covers every event that is not about typing', () => {
    const kinds = event.options.map(option => option.shape.kind.value)
    const typing = ['draft-changed', 'draft-saved', 'draft-presence']
    expect(examples.map(example => example.kind).sort()).toEqual(
      kinds.filter(kind => !typing.includes(kind)).sort(),
    )
    for (const example of examples) expect(staleAfter(example)).not.toEqual([])
  })

  it('never makes an open draft old: the editor follows it by steps', () => {
    expect(isStale('drafts.open', staleAfter({ kind: 'session-changed' }))).toBe(false)
    expect(isStale('articles.list', staleAfter({ kind: 'session-changed' }))).toBe(true)
  })

  it('asks the lists again when the queue moves, because chips show it', () => {
    expect(isStale('articles.list', staleAfter({ kind: 'publishing-changed' }))).toBe(true)
    expect(isStale('accounts.list', staleAfter({ kind: 'publishing-changed' }))).toBe(false)
  })
})
