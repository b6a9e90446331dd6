import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blobHash, jobId, portalId } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { restoreFromFolder } from '#main/safekeeping/restore-from-folder'
import { nodeFiles } from '#main/store/files/node-files'
import { article, p } from '#tests/support/documents'
import { aNewsroom, clientOf } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'

const files = nodeFiles()
const passphrase = 'lúa chín vàng đồng'
const portal = portalId.parse('p'.repeat(26))

async function open(directory: string) {
  const opened = await openWorkspace({
    directory,
    files,
    environment: hostEnvironment,
    host: 'command-line',
    demo: false,
  })
  if (opened.kind === 'busy') throw new Error('busy')
  const { newsroom, close } = opened.workspace
  const session: Session = { account: null }
  return { newsroom, close, ask: clientOf(newsroom, session).ask }
}

/** A newsroom with passphrases, one approvable article by somebody else, a portal that is not there and jobs in every state. */
async function anOffice() {
  const directory = await temporaryFolder()
  const room = await open(directory)
  await room.ask('workspace.setUp', {
    organisation: 'UBND xã Thử',
    administrator: { name: 'Vũ Minh Trí', signInName: 'tri' },
    passphrase,
  })
  const made = await room.ask('accounts.create', {
    name: 'Nguyễn Thị Lan',
    signInName: 'lan',
    roles: ['writer'],
    passphrase,
  })
  if (!made.ok) throw new Error(made.problem.code)
  await room.ask('session.signIn', { signInName: 'lan', passphrase })
  const document = article({ headline: 'Ra quân làm đường', lead: 'Sapo.' }, p('Nội dung.'))
  const created = await room.ask('articles.create', { kind: 'news', document })
  if (!created.ok) throw new Error(created.problem.code)
  const { id } = created.value.article
  await room.ask('articles.submit', { article: id })
  const states = ['waiting', 'sending', 'unknown', 'refused', 'done', 'cancelled'] as const
  const jobs = states.map(
    (state, index): Job => ({
      id: jobId.parse('abcdef'[index]?.repeat(26)),
      portal,
      article: id,
      sequence: index + 1,
      key: `${portal}.${id}.${index + 1}`,
      decision: 'take-down',
      revision: null,
      payload: blobHash.parse('0'.repeat(64)),
      blobs: [],
      totalBytes: 1,
      state,
      sentBlobs: 0,
      attempts: 0,
      notBefore: null,
      scheduledFor: null,
      problem: null,
      readBack: null,
      queuedBy: null,
      queuedAt: '2026-11-20T03:00:00.000Z',
      finishedAt: null,
      queued: index + 1,
    }),
  )
  await room.newsroom.store.commit({
    event: {
      type: 'test',
      at: '2026-11-20T03:00:00.000Z',
      actor: null,
      subject: null,
      details: {},
    },
    changes: [
      ...jobs.map(put => ({ collection: 'jobs' as const, put })),
      {
        collection: 'portals',
        put: {
          id: portal,
          name: 'Cổng xã',
          kind: 'portal-api',
          url: 'http://127.0.0.1:9',
          demo: false,
          categories: [],
          addedAt: '2026-11-20T03:00:00.000Z',
          checkedAt: null,
        },
      },
    ],
  })
  await room.ask('session.signIn', { signInName: 'tri', passphrase })
  return { directory, room, article: id }
}

describe('moving to another PC', () => {
  it('takes everything along: texts, passphrases, signing keys, history; jobs wait until the portal was asked', async () => {
    const { directory, room, article: id } = await anOffice()
    const stick = await temporaryFolder()
    expect(await room.ask('backups.configure', { folder: stick, daily: true })).toMatchObject({ ok: true })
    const made = await room.ask('backups.make', {})
    expect(made).toMatchObject({ ok: true, value: { articles: 1, revisions: 1, own: true, leftOut: 0 } })
    expect(await room.ask('safekeeping.read', {})).toMatchObject({
      ok: true,
      value: { task: null, backup: { folder: stick, last: { articles: 1, folder: stick }, overdue: false } },
    })
    const before = room.newsroom.store.head
    await room.close()

    const to = join(await temporaryFolder(), 'toa-soan')
    const restored = await restoreFromFolder({
      files,
      environment: hostEnvironment,
      from: join(stick, 'sao-luu-toa-soan'),
      backup: null,
      to,
    })
    expect(restored).toMatchObject({ ok: true, value: { title: 'UBND xã Thử', jobsInDoubt: 2 } })

    const other = await open(to)
    await other.newsroom.store.loaded
    const { store } = other.newsroom
    expect(store.health).toEqual({ kind: 'writable' })
    expect(store.head.sequence).toBeLessThanOrEqual(before.sequence + 2)
    const states = [...store.all('jobs').values()].sort((a, b) => a.sequence - b.sequence)
    expect(states.map(({ state }) => state)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'refused',
      'done',
      'cancelled',
    ])
    expect(await other.ask('session.signIn', { signInName: 'tri', passphrase: 'không phải' })).toMatchObject({
      problem: { code: 'wrong-passphrase' },
    })
    expect(await other.ask('session.signIn', { signInName: 'tri', passphrase })).toMatchObject({ ok: true })
    expect(await other.ask('line.read', {})).toMatchObject({ ok: true, value: { kind: 'offline' } })
    const card = store.get('articles', id)
    if (card?.revision == null) throw new Error('no revision')
    expect(
      await other.ask('review.approve', { article: id, revision: card.revision, passphrase }),
    ).toMatchObject({ ok: true })
    expect(await other.ask('review.verifySeal', { article: id })).toMatchObject({
      ok: true,
      value: { valid: true },
    })
    const audit = await other.ask('audit.list', { limit: 500 })
    expect(JSON.stringify(audit)).toContain('workspace.restored')
    expect(await store.verify()).toMatchObject({ ok: true })
    expect(await readdir(directory)).toContain('workspace.json')
    await other.close()
  }, 60_000)

  it('from a running newsroom leaves it as it is and refuses what would write over something', async () => {
    const room = await aNewsroom()
    const stick = await temporaryFolder()
    await room.ask('tri', 'backups.configure', { folder: stick, daily: false })
    await room.ask('tri', 'backups.make', {})
    const { backups } = await room.ask('lan', 'backups.list', { folder: null })
    const backup = backups[0]?.name ?? ''
    const refused = (to: string) => room.refusal('tri', 'backups.restore', { folder: stick, backup, to })
    expect(await refused(room.directory)).toMatchObject({ code: 'folder-inside-workspace' })
    expect(await refused('trống')).toMatchObject({ code: 'folder-not-found' })
    expect(await refused(stick)).toMatchObject({ code: 'folder-not-empty' })
    const to = join(await temporaryFolder(), 'thử')
    expect(await room.ask('tri', 'backups.restore', { folder: stick, backup, to })).toEqual({
      directory: to,
      jobsInDoubt: 0,
    })
    expect(room.newsroom.store.health).toEqual({ kind: 'writable' })
    await room.close()
  })
})
