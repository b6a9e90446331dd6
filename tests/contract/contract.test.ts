import { describe, expect, it } from 'vitest'
import { contract, type OperationName } from '#common/api/contract'
import type { Event } from '#common/api/events'
import { problemSchema } from '#common/api/problems/problem'
import { may } from '#common/domain/account'
import { article, p } from '#tests/support/documents'
import { wireToBuiltElectron } from './built-electron'
import { transports, type Wired } from './transports'

const operations = Object.keys(contract) as OperationName[]

async function withWire(open: () => Promise<Wired>, work: (wired: Wired) => Promise<void>) {
  const wired = await open()
  try {
    await work(wired)
    expect(wired.bugs).toEqual([])
  } finally {
    await wired.close()
  }
}

describe.each(Object.entries(transports))('over %s', (_name, open) => {
  it('every operation is served, and asks who is there before it looks at anything', async () => {
    await withWire(open, async ({ connection }) => {
      for (const name of operations) {
        if (contract[name].access === 'anyone') continue
        const answer = await connection.ask(name, {} as never)
        expect(answer, name).toEqual({ ok: false, problem: { code: 'not-signed-in', params: {} } })
      }
    })
  })

  it('nothing but the contract is served', async () => {
    await withWire(open, async ({ connection }) => {
      for (const name of [
        'articles.delete',
        '__proto__',
        'constructor',
        'toString',
        'events/../session.current',
      ]) {
        await expect(connection.ask(name as OperationName, {} as never)).rejects.toThrow()
      }
    })
  })

  it('every operation refuses input that is not its own, in words', async () => {
    await withWire(open, async ({ connection }) => {
      await connection.ask('session.signIn', { signInName: 'tri' })
      for (const name of operations) {
        if (name === 'workspace.removeSample' || name === 'session.signOut') continue
        const answer = await connection.ask(name, { unexpected: true } as never)
        expect(answer.ok, name).toBe(false)
        if (!answer.ok) {
          expect(['bad-input', 'not-permitted']).toContain(answer.problem.code)
          expect(problemSchema.parse(answer.problem)).toEqual(answer.problem)
        }
      }
    })
  })

  it('every operation is refused to whose roles do not grant it', async () => {
    await withWire(open, async ({ connection }) => {
      await connection.ask('session.signIn', { signInName: 'nam' })
      for (const name of operations) {
        const { access } = contract[name]
        if (access === 'anyone' || access === 'signed-in' || may({ roles: ['operator'] }, access)) continue
        const answer = await connection.ask(name, {} as never)
        expect(answer, name).toEqual({
          ok: false,
          problem: { code: 'not-permitted', params: { permission: access } },
        })
      }
    })
  })

  it('answers are of the shape the contract says, through a whole editorial job', async () => {
    await withWire(open, async ({ connection }) => {
      const ask = async <Name extends OperationName>(
        name: Name,
        input: Parameters<typeof connection.ask<Name>>[1],
      ) => {
        const answer = await connection.ask(name, input)
        if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}`)
        const parsed = contract[name].output.safeParse(answer.value)
        expect(parsed.error?.issues, name).toBeUndefined()
        return answer.value
      }
      await ask('session.signIn', { signInName: 'lan' })
      const document = article({ headline: 'Tin', lead: 'Sapo' }, p('Nội dung'))
      const { article: card } = await ask('articles.create', { kind: 'news', document })
      const on = { article: card.id }
      await ask('articles.list', {})
      await ask('drafts.open', on)
      await ask('drafts.flush', on)
      await ask('articles.checks', on)
      const { article: sent } = await ask('articles.submit', on)
      await ask('session.signIn', { signInName: 'hoa' })
      await ask('review.queue', {})
      await ask('review.read', on)
      await ask('review.proofread', on)
      if (sent.revision === null) throw new Error('no revision')
      await ask('review.approve', { ...on, revision: sent.revision })
      await ask('review.verifySeal', on)
      await ask('publishing.read', {})
      await ask('line.read', {})
      await ask('portals.list', {})
      await ask('session.signIn', { signInName: 'tri' })
      await ask('accounts.list', {})
      await ask('audit.list', {})
      await ask('store.verify', {})
      await ask('session.signOut', {})
    })
  })

  it('events tell what changed', async () => {
    await withWire(open, async ({ connection, ask }) => {
      await connection.ask('session.signIn', { signInName: 'hoa' })
      const ending = new AbortController()
      const seen: Event['kind'][] = []
      const events = await connection.events(ending.signal)
      const reading = (async () => {
        for await (const event of events) seen.push(event.kind)
      })().catch(() => {})
      // The subscription is a call like any other: answered in order, so after this one it stands.
      await connection.ask('session.current', {})
      await ask('lan', 'articles.create', { kind: 'news' })
      await expect.poll(() => seen).toContain('articles-changed')
      ending.abort()
      await reading
    })
  })
})

// A built host has no seam to plant a bug in; it shares this code with the others.
const inProcess = Object.entries(transports).filter(([, open]) => open !== wireToBuiltElectron)

describe.each(inProcess)('over %s', (_name, open) => {
  it('a bug is told to the host and stays inside', async () => {
    const { connection, room, bugs, close } = await open()
    if (room === null) throw new Error('no seam to plant a bug in')
    await connection.ask('session.signIn', { signInName: 'lan' })
    room.newsroom.store.history = () => Promise.reject(new Error('secret detail'))
    await connection.ask('session.signIn', { signInName: 'tri' })
    const failure = await connection.ask('audit.list', {}).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(String(failure)).not.toContain('secret detail')
    expect(bugs).toHaveLength(1)
    await close()
  })
})
