import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract, type OperationName } from '#common/api/contract'
import { problemSchema } from '#common/api/problems/problem'
import { may } from '#common/domain/account'
import { isOperation } from '#main/newsroom'
import { article, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'
import { seededRandom } from '#tests/support/power-cut-disk'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import { barTimeoutMs, planOf, runBar } from './bars'
import { type Fuzz, pickOf, plausible, spoiled, withinFolders } from './fuzzed-input'

/** A workspace grows under these messages, and a long list is slow to answer: now and then a fresh one. */
const messagesPerWorkspace = 2_500

/** They derive a key from a passphrase, which takes a quarter of a second by intention: asked, but seldom. */
const slow = /^(session\.(signIn|recover)|workspace\.setUp|accounts\.create|keys\.|safekeeping\.)/
const slowShare = 0.02

const names = Object.keys(contract) as OperationName[]
const schemas = new Map(
  names.map(name => [name, z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' })]),
)
const strangeNames = ['__proto__', 'constructor', 'toString', 'articles.delete', '', 'session.current\u0000']

interface Stage {
  readonly room: TestNewsroom
  readonly fuzz: Fuzz
  readonly accounts: readonly (string | null)[]
}

async function setStage(seed: number): Promise<Stage> {
  const room = await aNewsroom()
  const { store } = room.newsroom
  const pool = ['news', 'Tin tức', 'thong-bao', 'lan', 'hoa', 'c1', 'http://127.0.0.1:9', 'a.pdf']
  for (const headline of ['một', 'hai', 'ba']) {
    const document = article({ headline, lead: 'Sapo' }, p('Nội dung'))
    const { article: card } = await room.ask('lan', 'articles.create', { kind: 'news', document })
    pool.push(card.id)
    if (headline === 'ba') continue
    const { article: sent } = await room.ask('lan', 'articles.submit', { article: card.id })
    if (sent.revision !== null) pool.push(sent.revision)
  }
  for await (const hash of store.blobs.hashes()) pool.push(hash)
  const accounts = [...store.all('accounts').keys()]
  const folder = await temporaryFolder()
  const fuzz = {
    random: seededRandom(seed),
    pool: [
      ...pool,
      ...accounts,
      '2026-11-22T03:00:00.000Z',
      '2026-11-22',
      Buffer.from('%PDF-1.4').toString('base64'),
    ],
    folders: [folder, join(folder, 'không có')],
  }
  return { room, fuzz, accounts: [...accounts, null] }
}

function chooseName({ fuzz }: Stage): string {
  if (fuzz.random() < 0.02) return pickOf(fuzz, strangeNames)
  const name = pickOf(fuzz, names)
  return slow.test(name) && fuzz.random() > slowShare ? chooseName({ fuzz } as Stage) : name
}

async function send(stage: Stage, label: string): Promise<void> {
  const { room, fuzz } = stage
  const { store } = room.newsroom
  const name = chooseName(stage)
  const account = pickOf(fuzz, stage.accounts)
  const schema = isOperation(name) ? schemas.get(name) : {}
  const meant = plausible(fuzz, schema)
  const input = withinFolders(fuzz, fuzz.random() < 0.4 ? meant : spoiled(fuzz, meant))
  const said = `${label}: ${name} ${JSON.stringify(input).slice(0, 300)}`
  const before = store.head.sequence
  const session = { account: account as Parameters<typeof room.newsroom.ask>[2]['account'] }
  const who = room.newsroom.accountOf(session)

  const answer = await room.newsroom.ask(name, input, session).catch((cause: unknown) => {
    throw new Error(`${said} was a bug`, { cause })
  })
  if (!answer.ok) expect(problemSchema.safeParse(answer.problem).success, said).toBe(true)
  expect(({} as Record<string, unknown>).polluted, said).toBeUndefined()

  const access = isOperation(name) ? contract[name].access : null
  const allowed =
    access === 'anyone' || (who !== null && access !== null && (access === 'signed-in' || may(who, access)))
  if (!allowed) expect(answer.ok, said).toBe(false)
  const changes = store.head.sequence - before
  if (changes === 0) return
  const history = await store.history({ limit: changes })
  for (const { event } of history) {
    // What the program does by itself, as a queue or a lock after wrong guesses, has no actor.
    if (event.actor === null) continue
    expect(allowed, `${said} changed something: ${event.type}`).toBe(true)
    if (who !== null) expect(event.actor, said).toBe(who.id)
  }
}

describe('A1 a message nobody would send', () => {
  it('is answered, crashes nothing, pollutes nothing and changes nothing without permission', {
    timeout: barTimeoutMs,
  }, async () => {
    const unhandled: unknown[] = []
    const note = (error: unknown) => unhandled.push(error)
    process.on('unhandledRejection', note)
    const prototypeKeys = Reflect.ownKeys(Object.prototype).length
    const { seed, count } = planOf('A1')
    await runBar('A1', { seed, count }, async at => {
      const messages = Math.min(messagesPerWorkspace, count)
      const stage = await setStage(at)
      for (let message = 0; message < messages; message++) await send(stage, `seed ${at}, message ${message}`)
      await stage.room.close()
      expect(Reflect.ownKeys(Object.prototype)).toHaveLength(prototypeKeys)
      expect(unhandled).toEqual([])
      return messages
    })
    process.off('unhandledRejection', note)
  })
})
