import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '#common/api/contract'
import type { Approval } from '#common/domain/article'
import type { ArticleId } from '#common/domain/ids'
import type { Core, Session } from '#main/core/capability'
import { verifySeal } from '#main/review/seal'
import { approvedTwice } from '#tests/support/inspection-pack'
import { aNewsroom, clientOf, type TestNewsroom } from '#tests/support/newsroom'
import type { Random } from '#tests/support/power-cut-disk'
import { textOf, twoNewsrooms } from '#tests/support/two-newsrooms'
import { misspelt, oneOf, tampered } from './tampered-bytes'

interface Sealed {
  readonly room: TestNewsroom
  readonly core: Core
  readonly article: ArticleId
  readonly approval: Approval
  /** Path of each stored thing the seal covers, and the reason a change of it must be given. */
  readonly parts: readonly { readonly path: string; readonly reason: 'revision' | 'html' | 'blob' }[]
}

let sealed: Promise<Sealed> | null = null

async function sealArticle(): Promise<Sealed> {
  const room = await aNewsroom()
  const [article] = await approvedTwice(room)
  const { store, environment } = room.newsroom
  await store.checkpoint()
  const card = store.get('articles', article)
  assert.ok(card?.approval != null)
  const { approval } = card
  const pathOf = (hash: string) => join(room.directory, 'blobs', hash.slice(0, 2), hash.slice(2))
  const { blobs } = JSON.parse(await readFile(pathOf(approval.revision), 'utf8'))
  const parts = [
    { path: pathOf(approval.revision), reason: 'revision' as const },
    { path: pathOf(approval.html), reason: 'html' as const },
    { path: pathOf(blobs[0].hash), reason: 'blob' as const },
  ]
  return { room, core: { store, environment, announce: () => {} }, article, approval, parts }
}

/** A stored byte of what was approved is changed, or the seal itself; the verdict says which. */
export async function tamperRevision(random: Random): Promise<void> {
  sealed ??= sealArticle()
  const { core, article, approval, parts } = await sealed
  if (random() < 0.25) {
    const verdict = await verifySeal(core, { article, ...approval, seal: misspelt(random, approval.seal) })
    assert.equal(verdict.valid, false, 'a changed seal went unnoticed')
    assert.match(verdict.reason ?? '', /^(unreadable|unknown-key|signature)$/)
    return
  }
  const { path, reason } = oneOf(random, parts)
  const whole = await readFile(path)
  if (random() < 0.1) await rm(path)
  else await writeFile(path, tampered(random, whole))
  const verdict = await verifySeal(core, { article, ...approval })
  await writeFile(path, whole)
  assert.deepEqual([verdict.valid, verdict.reason], [false, reason])
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
  const { exchange } = await away.ask('hoa', 'approvalFiles.import', { text: sent.text, fileName: 'a.html' })
  const answer = await away.ask('hoa', 'approvalFiles.answer', {
    exchange: exchange.id,
    items: [{ article: id, decision: 'approve', remarks: [] }],
  })
  const [reviewer, writer] = await Promise.all([signedIn(away, 'hoa'), signedIn(office, 'lan')])
  const clients = { request: reviewer, answer: writer }
  return {
    request: sent.text,
    answer: await textOf(away, answer.file),
    refusal: async (of, text) => {
      const result = await clients[of].ask('approvalFiles.import', { text, fileName: 'a.html' })
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
