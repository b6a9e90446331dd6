import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '#common/api/contract'
import type { ArticleId } from '#common/domain/ids'
import type { Core, Session } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import { verifySeal } from '#main/review/seal'
import { approvedTwice, publishedUrgently, signedInLevels } from '#tests/support/inspection-pack'
import { aNewsroom, clientOf, type TestNewsroom } from '#tests/support/newsroom'
import type { Random } from '#tests/support/power-cut-disk'
import { handed, textOf, twoNewsrooms } from '#tests/support/two-newsrooms'
import { misspelt, oneOf, tampered } from './tampered-bytes'

/** One decision about stored bytes, and what its seal covers. */
interface Sealed {
  readonly name: 'approval' | 'two levels' | 'urgent decision'
  readonly article: ArticleId
  readonly decision: { readonly revision: string; readonly html: string; readonly seal: string }
  /** Path of each stored thing the seal covers, and the reason a change of it must be given. */
  readonly parts: readonly { readonly path: string; readonly reason: 'revision' | 'html' | 'blob' }[]
}

interface Desk {
  readonly core: Core
  readonly sealed: readonly Sealed[]
}

let desk: Promise<Desk> | null = null

async function sealArticles(): Promise<Desk> {
  const room = await aNewsroom()
  const [once] = await approvedTwice(room)
  const levels = await signedInLevels(room)
  const urgent = await publishedUrgently(room)
  const { store, environment } = room.newsroom
  await store.checkpoint()
  const pathOf = (hash: string) => join(room.directory, 'blobs', hash.slice(0, 2), hash.slice(2))
  const sealedOf = async (name: Sealed['name'], article: ArticleId): Promise<Sealed> => {
    const card = store.get('articles', article)
    const decision = card?.approval ?? card?.urgent
    assert.ok(decision != null)
    const { blobs } = JSON.parse(await readFile(pathOf(decision.revision), 'utf8'))
    const parts = [
      { path: pathOf(decision.revision), reason: 'revision' as const },
      { path: pathOf(decision.html), reason: 'html' as const },
      ...blobs.map(({ hash }: { readonly hash: string }) => ({
        path: pathOf(hash),
        reason: 'blob' as const,
      })),
    ]
    return { name, article, decision, parts }
  }
  const core: Core = { store, environment, announce: () => {} }
  const sealed = await Promise.all([
    sealedOf('approval', once),
    sealedOf('two levels', levels),
    sealedOf('urgent decision', urgent),
  ])
  for (const { article, decision } of sealed)
    assert.equal((await verifySeal(core, { article, ...decision })).valid, true)
  return { core, sealed }
}

/** A stored byte of what was decided is changed, or a seal itself; the verdict says which. */
export async function tamperRevision(random: Random): Promise<void> {
  desk ??= sealArticles()
  const { core, sealed } = await desk
  const { name, article, decision, parts } = oneOf(random, sealed)
  if (random() < 0.25) {
    const seal = misspelt(random, decision.seal)
    const verdict = await verifySeal(core, { article, ...decision, seal })
    assert.equal(verdict.valid, false, `a changed seal went unnoticed: ${name}`)
    assert.match(verdict.reason ?? '', /^(unreadable|unknown-key|signature)$/)
    return
  }
  if (name === 'two levels' && random() < 0.33)
    return tamperFirstLevel(random, core, { article, ...decision })
  const { path, reason } = oneOf(random, parts)
  const whole = await readFile(path)
  if (random() < 0.1) await rm(path)
  else await writeFile(path, tampered(random, whole))
  const verdict = await verifySeal(core, { article, ...decision })
  await writeFile(path, whole)
  assert.deepEqual([name, verdict.valid, verdict.reason], [name, false, reason])
}

/** The register of approvals no longer has the first level's seal as it was, or not at all. */
async function tamperFirstLevel(
  random: Random,
  core: Core,
  last: Sealed['decision'] & { readonly article: ArticleId },
): Promise<void> {
  const register = new Map(core.store.all('approvals'))
  const first = [...register.values()].find(
    ({ article, seal }) => article === last.article && seal !== last.seal,
  )
  assert.ok(first !== undefined)
  if (random() < 0.2) register.delete(first.id)
  else register.set(first.id, { ...first, seal: misspelt(random, first.seal) })
  const all = (name: keyof NewsroomCollections) => (name === 'approvals' ? register : core.store.all(name))
  const store = new Proxy(core.store, {
    get: (target, property) => (property === 'all' ? all : Reflect.get(target, property)),
  })
  const verdict = await verifySeal({ ...core, store }, last)
  assert.deepEqual([verdict.valid, verdict.reason], [false, 'level'])
}

interface Files {
  readonly request: string
  readonly answer: string
  /** Takes a request on the reviewer's machine, an answer at the office. */
  readonly refusal: (of: 'request' | 'answer', text: string) => Promise<string>
}

let files: Promise<Files> | null = null

async function makeFiles(): Promise<Files> {
  const rooms = await twoNewsrooms()
  const { office, away } = rooms
  const id = await rooms.submitted('Bài')
  const sent = await rooms.exported([id])
  const { exchange } = await away.ask('hoa', 'approvalFiles.import', await handed(away, sent.text))
  const answer = await away.ask('hoa', 'approvalFiles.answer', {
    exchange: exchange.id,
    items: [{ article: id, decision: 'approve', remarks: [] }],
  })
  const [reviewer, writer] = await Promise.all([signedIn(away, 'hoa'), signedIn(office, 'lan')])
  const takers = { request: { room: away, client: reviewer }, answer: { room: office, client: writer } }
  return {
    request: sent.text,
    answer: await textOf(away, answer.file),
    refusal: async (of, text) => {
      const { room, client } = takers[of]
      const result = await client.ask('approvalFiles.import', await handed(room, text))
      assert.equal(result.ok, false, `a changed ${of} was taken`)
      return result.ok ? '' : result.problem.code
    },
  }
}

async function signedIn(room: TestNewsroom, signInName: string): Promise<Client> {
  const session: Session = { account: null }
  const client = clientOf(room.newsroom, session)
  await client.ask('session.signIn', { signInName })
  return client
}

/** One sign of what a request or an answer carries is changed; it is refused for that, not for being known. */
export async function tamperApprovalFile(random: Random): Promise<void> {
  files ??= makeFiles()
  const made = await files
  const of = oneOf(random, ['request', 'answer'] as const)
  const text = made[of]
  const start = text.indexOf('"jws":"') + '"jws":"'.length
  const end = text.indexOf('"', start)
  const code = await made.refusal(of, misspelt(random, text, start, end))
  assert.match(code, /^approval-file-(unreadable|altered|key-unknown)$/)
}
