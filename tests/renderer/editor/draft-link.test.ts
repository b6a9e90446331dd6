import { collab } from 'prosemirror-collab'
import { EditorState, type Transaction } from 'prosemirror-state'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { problem } from '#common/api/problems/problem'
import { schema } from '#common/document/schema'
import { articleId } from '#common/domain/ids'
import { DraftLink, draftTiming } from '#renderer/features/editor/draft/draft-link.ts'
import type { DraftSurface } from '#renderer/features/editor/draft/draft-surface.ts'
import { FakeAuthority } from './fake-authority'

const article = articleId.parse('a'.repeat(26))

const start = schema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'headline', content: [{ type: 'text', text: 'Đầu' }] },
    { type: 'lead' },
    { type: 'paragraph', content: [{ type: 'text', text: 'Thân bài' }] },
  ],
})

let authority: FakeAuthority
beforeEach(() => {
  vi.useFakeTimers()
  authority = new FakeAuthority(article, start)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('one writer', () => {
  it('says saving until main reports the version synced', async () => {
    const writer = open('one')
    expect(writer.link.status()).toEqual({ kind: 'untouched' })
    writer.type(4, ' bài')
    expect(writer.link.status()).toEqual({ kind: 'saving' })
    await vi.advanceTimersByTimeAsync(draftTiming.pushAfterMs)
    expect(authority.document.child(0).textContent).toBe('Đầu bài')
    expect(writer.link.status()).toEqual({ kind: 'saving' })
    authority.save()
    expect(writer.link.status()).toEqual({ kind: 'saved', at: '2026-11-22T03:32:00.000Z' })
  })

  it('gathers a burst of typing into one push', async () => {
    const writer = open('one')
    for (const [index, letter] of ['a', 'b', 'c'].entries()) writer.type(4 + index, letter)
    await vi.advanceTimersByTimeAsync(draftTiming.pushAfterMs)
    expect(authority.asked).toEqual(['drafts.push'])
    expect(authority.document.child(0).textContent).toBe('Đầuabc')
  })

  it('asks main when no saved event arrives', async () => {
    const writer = open('one')
    writer.type(4, 'x')
    await vi.advanceTimersByTimeAsync(draftTiming.pushAfterMs + draftTiming.confirmAfterMs)
    expect(writer.link.status()).toEqual({ kind: 'saved', at: '2026-11-22T03:33:00.000Z' })
  })

  it('keeps typing through a lost line and sends it when the line is back', async () => {
    const writer = open('one')
    authority.faults.push('lose-request', 'lose-request')
    writer.type(4, 'x')
    await vi.advanceTimersByTimeAsync(draftTiming.pushAfterMs)
    expect(writer.link.status()).toEqual({ kind: 'disconnected' })
    writer.type(5, 'y')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(authority.document.child(0).textContent).toBe('Đầuxy')
    expect(writer.link.hasUnsent()).toBe(false)
  })

  it('writes once when the push arrived and only its reply was lost', async () => {
    const writer = open('one')
    authority.faults.push('lose-reply')
    writer.type(4, 'x')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(authority.document.child(0).textContent).toBe('Đầux')
    expect(writer.text()).toBe('Đầux')
    expect(writer.link.hasUnsent()).toBe(false)
  })

  it('stops with the problem when main refuses, and keeps the text', async () => {
    const writer = open('one')
    authority.refusal = problem('draft-frozen', { stage: 'submitted' })
    writer.type(4, 'x')
    await vi.advanceTimersByTimeAsync(draftTiming.pushAfterMs)
    expect(writer.link.status()).toEqual({ kind: 'refused', problem: authority.refusal })
    expect(writer.text()).toBe('Đầux')
  })

  it('waits for somebody to sign in again, then sends', async () => {
    const writer = open('one')
    authority.refusal = problem('not-signed-in')
    writer.type(4, 'x')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(writer.link.status()).toEqual({ kind: 'disconnected' })
    authority.refusal = null
    await vi.advanceTimersByTimeAsync(5_000)
    expect(authority.document.child(0).textContent).toBe('Đầux')
  })

  it('flushes before submitting and reports what main said', async () => {
    const writer = open('one')
    writer.type(4, 'x')
    await expect(writer.link.flush()).resolves.toEqual({ ok: true, value: null })
    expect(authority.document.child(0).textContent).toBe('Đầux')
    authority.faults.push('lose-request')
    writer.type(5, 'y')
    await expect(writer.link.flush()).resolves.toBe('lost')
  })

  it('delivers what was typed after the screen is gone', async () => {
    const writer = open('one')
    authority.faults.push('lose-request')
    writer.type(4, 'x')
    writer.link.detach()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(authority.document.child(0).textContent).toBe('Đầux')
  })
})

describe('two writers', () => {
  it('learn what they missed when the wire comes back', async () => {
    const one = open('one')
    const two = open('two', { deaf: true })
    one.type(4, ' mới')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(two.text()).toBe('Đầu')
    two.link.noteEvent({ kind: 'session-changed' })
    await vi.advanceTimersByTimeAsync(100)
    expect(two.text()).toBe('Đầu mới')
  })

  it('end with the same text whoever is faster', async () => {
    const [one, two] = [open('one'), open('two')]
    one.type(4, ' một')
    two.type(8, 'hai ')
    two.type(4, ' trước')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(one.document()).toEqual(authority.document.toJSON())
    expect(two.document()).toEqual(authority.document.toJSON())
    expect(authority.document.textContent).toContain('một')
    expect(authority.document.textContent).toContain('hai ')
    expect(authority.document.textContent).toContain('trước')
  })

  it('keeps typing inside a paragraph that the other splits or makes a heading', async () => {
    const [one, two] = [open('one'), open('two')]
    one.change(tr => tr.split(11))
    one.change(tr => tr.setNodeMarkup(7, schema.nodes.heading, { level: 3 }))
    two.type(16, ' dài')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(one.document()).toEqual(two.document())
    expect(authority.document.textContent).toContain('dài')
    expect(authority.document.child(2).type.name).toBe('heading')
  })

  it('merge fields: the last value wins, the text stays', async () => {
    const [one, two] = [open('one'), open('two')]
    one.change(tr => tr.setDocAttribute('byline', 'Lan'))
    two.change(tr => tr.setDocAttribute('byline', 'Hùng'))
    two.type(4, '!')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(one.document()).toEqual(two.document())
    expect(['Lan', 'Hùng']).toContain(authority.document.attrs.byline)
    expect(authority.document.child(0).textContent).toBe('Đầu!')
  })

  it('changes nothing under a word that is being composed', async () => {
    const [one, two] = [open('one'), open('two')]
    two.composing = true
    one.type(4, ' mới')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(two.text()).toBe('Đầu')
    two.composing = false
    await vi.advanceTimersByTimeAsync(1_000)
    expect(two.text()).toBe('Đầu mới')
  })

  it('survive random typing with losses', async () => {
    const writers = [open('one'), open('two'), open('three')]
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let turn = 0; turn < 120; turn += 1) {
      const writer = writers[random(writers.length)]
      if (random(9) === 0) authority.faults.push(random(2) === 0 ? 'lose-request' : 'lose-reply')
      writer?.type(1 + random(3), String.fromCharCode(97 + random(26)))
      await vi.advanceTimersByTimeAsync(random(300))
    }
    await vi.advanceTimersByTimeAsync(60_000)
    for (const writer of writers) expect(writer.document()).toEqual(authority.document.toJSON())
    expect(authority.document.child(0).textContent).toHaveLength(123)
  })
})

function open(client: string, { deaf = false } = {}) {
  let state = EditorState.create({
    doc: authority.document,
    plugins: [collab({ version: authority.steps.length, clientID: client })],
  })
  const writer = {
    composing: false,
    text: () => state.doc.child(0).textContent,
    document: () => state.doc.toJSON() as unknown,
    type: (position: number, text: string) => writer.change(tr => tr.insertText(text, position)),
    change: (edit: (tr: Transaction) => Transaction) => {
      state = state.apply(edit(state.tr))
      writer.link.noteChange()
    },
    link: null as unknown as DraftLink,
  }
  const surface: DraftSurface = {
    state: () => state,
    apply: transaction => {
      state = state.apply(transaction)
    },
    composing: () => writer.composing,
  }
  writer.link = new DraftLink({
    client: authority.client,
    article,
    clientId: client,
    savedAt: null,
    surface,
    now: Date.now,
  })
  if (!deaf) authority.subscribe(event => writer.link.noteEvent(event))
  return writer
}
