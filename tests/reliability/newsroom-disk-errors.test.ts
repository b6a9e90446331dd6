import { describe, expect, it } from 'vitest'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { article, p } from '#tests/support/documents'
import { people } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import { watchedFiles } from '#tests/support/watched-files'
import { barTimeoutMs, planOf, runBar } from './bars'

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EROFS'] as const

/** Changes on the disk of the morning below. */
const changesOfAMorning = 60

/** A writer's and a reviewer's morning on a disk whose n-th change fails; every answer is a value or a problem in words. */
async function workOnBadDisk(seed: number): Promise<number> {
  const code = codes[seed % codes.length] ?? 'EIO'
  const once = Math.floor(seed / codes.length) % 2 === 0
  const failing = 1 + ((Math.floor(seed / codes.length / 2) * 7) % changesOfAMorning)
  let armed = false
  let count = 0
  const files = watchedFiles(nodeFiles(), () => {
    if (!armed) return undefined
    count += 1
    return (once ? count === failing : count >= failing) ? { code } : undefined
  })
  const opened = await openWorkspace({
    directory: await temporaryFolder(),
    files,
    environment: hostEnvironment,
    host: 'command-line',
    demo: true,
  })
  if (opened.kind === 'busy') throw new Error('busy')
  const { newsroom } = opened.workspace
  await newsroom.setUpSample('Xã Thử', people)
  const sessions = { lan: { account: null }, hoa: { account: null } } satisfies Record<string, Session>
  for (const [signInName, session] of Object.entries(sessions))
    await newsroom.ask('session.signIn', { signInName }, session)

  armed = true
  /** A value, or a problem; what throws is no answer to anybody. */
  const ask = (as: keyof typeof sessions, name: string, input: unknown) =>
    newsroom.ask(name, input, sessions[as]).catch((cause: unknown) => {
      throw new Error(`${code} at ${failing}, ${once ? 'once' : 'from then on'}: ${name} threw`, { cause })
    })
  const document = article({ headline: 'Tin', lead: 'Sapo' }, p('Nội dung'))
  const file = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64')
  await ask('lan', 'articles.create', { kind: 'news', document })
  const [id] = newsroom.store.all('articles').keys()
  if (id !== undefined) {
    const on = { article: id }
    await ask('lan', 'drafts.replace', { ...on, document })
    await ask('lan', 'drafts.flush', on)
    await ask('lan', 'media.add', { fileName: 'a.pdf', base64: file })
    await ask('lan', 'articles.submit', on)
    const revision = newsroom.store.get('articles', id)?.revision
    if (revision != null) await ask('hoa', 'review.approve', { ...on, revision })
    await ask('hoa', 'store.verify', {})
    await ask('hoa', 'articles.list', {})
  }
  armed = false
  await opened.workspace.close().catch(() => {})
  expect(newsroom.store.health.kind === 'writable' || count >= failing).toBe(true)
  return 1
}

describe('R3 a newsroom on a disk that refuses', () => {
  it('says so in words, whatever it was doing', { timeout: barTimeoutMs }, () => {
    const { seed, count } = planOf('R3')
    return runBar('R3', { seed, count: Math.ceil(count / 5) }, workOnBadDisk, ' newsroom')
  })
})
