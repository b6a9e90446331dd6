import { describe, expect, it } from 'vitest'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { article, p } from '#tests/support/documents'
import { aNewsroom, clientOf } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'

const passphrase = 'lúa chín vàng đồng'

/** Wrong by its first letter. */
function otherThan(code: string): string {
  return code.replace(/^./, first => (first === '9' ? '8' : '9'))
}

async function emptyNewsroom() {
  const directory = await temporaryFolder()
  let now = Date.parse('2026-11-22T03:00:00.000Z')
  const environment = { ...hostEnvironment, now: () => now }
  const opened = await openWorkspace({
    directory,
    files: nodeFiles(),
    environment,
    host: 'command-line',
    demo: false,
  })
  if (opened.kind === 'busy') throw new Error('busy')
  const { newsroom, close } = opened.workspace
  const session: Session = { account: null }
  return { newsroom, close, session, client: clientOf(newsroom, session), pass: (ms: number) => (now += ms) }
}

const setUp = {
  organisation: 'UBND xã Thử',
  administrator: { name: 'Vũ Minh Trí', signInName: 'tri' },
  passphrase,
}

describe('an empty workspace', () => {
  it('is set up once, by a first administrator with a passphrase', async () => {
    const { client, close } = await emptyNewsroom()
    expect(await client.ask('workspace.setUp', { ...setUp, passphrase: 'ngắn' })).toMatchObject({
      problem: { code: 'passphrase-too-short' },
    })
    const done = await client.ask('workspace.setUp', setUp)
    expect(done).toMatchObject({
      ok: true,
      value: { session: { account: { signInName: 'tri' }, workspace: { empty: false, demo: false } } },
    })
    expect(await client.ask('workspace.setUp', setUp)).toMatchObject({ problem: { code: 'already-set-up' } })
    await close()
  }, 30_000)

  it('lets a forgotten passphrase be replaced with the printed code, and only with it', async () => {
    const { client, close } = await emptyNewsroom()
    const done = await client.ask('workspace.setUp', setUp)
    const code = done.ok ? (done.value.recoveryFile.match(/Mã khôi phục: (\S+)/)?.[1] ?? '') : ''
    const recover = { signInName: 'tri', recoveryCode: code.toLowerCase(), passphrase: 'mùa gặt năm sau' }
    expect(await client.ask('session.recover', { ...recover, recoveryCode: otherThan(code) })).toMatchObject({
      problem: { code: 'wrong-passphrase' },
    })
    expect(await client.ask('session.recover', recover)).toMatchObject({ ok: true })
    expect(await client.ask('session.signIn', { signInName: 'tri', passphrase })).toMatchObject({
      problem: { code: 'wrong-passphrase' },
    })
    expect(
      await client.ask('session.signIn', { signInName: 'tri', passphrase: recover.passphrase }),
    ).toMatchObject({ ok: true })
    await close()
  }, 30_000)
})

describe('signing in', () => {
  it('answers an unknown name and a wrong passphrase alike, and slows guessing down', async () => {
    const { client, close, pass } = await emptyNewsroom()
    await client.ask('workspace.setUp', setUp)
    const wrong = { signInName: 'tri', passphrase: 'không phải thế' }
    const unknown = await client.ask('session.signIn', { ...wrong, signInName: 'khong-co' })
    expect(await client.ask('session.signIn', wrong)).toEqual(unknown)
    for (let tries = 2; tries <= 5; tries++) await client.ask('session.signIn', wrong)
    const right = { signInName: 'tri', passphrase }
    expect(await client.ask('session.signIn', right)).toMatchObject({
      problem: { code: 'too-many-attempts' },
    })
    pass(31_000)
    expect(await client.ask('session.signIn', right)).toMatchObject({ ok: true })
    await close()
  }, 30_000)

  it('is asked again before an approval, and signs with a key that is no demo', async () => {
    const { newsroom, client, close } = await emptyNewsroom()
    await client.ask('workspace.setUp', setUp)
    const writer = {
      name: 'Nguyễn Thị Lan',
      signInName: 'lan',
      roles: ['writer' as const],
      passphrase: 'con trâu đi trước',
    }
    expect(await client.ask('accounts.create', writer)).toMatchObject({ ok: true })
    const lan = clientOf(newsroom, { account: null })
    await lan.ask('session.signIn', { signInName: 'lan', passphrase: writer.passphrase })
    const created = await lan.ask('articles.create', {
      kind: 'news',
      document: article({ headline: 'A' }, p('b')),
    })
    if (!created.ok) throw new Error('not created')
    const id = created.value.article.id
    const submitted = await lan.ask('articles.submit', { article: id })
    const revision = submitted.ok ? submitted.value.article.revision : null
    if (revision === null) throw new Error('not submitted')
    expect(await client.ask('review.approve', { article: id, revision })).toMatchObject({
      problem: { code: 'wrong-passphrase' },
    })
    expect(await client.ask('review.approve', { article: id, revision, passphrase })).toMatchObject({
      ok: true,
    })
    expect(await client.ask('review.verifySeal', { article: id })).toMatchObject({
      value: { valid: true, demo: false },
    })
    await close()
  }, 30_000)
})

describe('the key of a new account (W16)', () => {
  const reviewer = {
    name: 'Trần Thị Hoa',
    signInName: 'hoa',
    roles: ['reviewer' as const],
    passphrase: 'con trâu đi trước',
  }

  async function office() {
    const { newsroom, client, close } = await emptyNewsroom()
    const done = await client.ask('workspace.setUp', setUp)
    const recoveryCode = done.ok ? (done.value.recoveryFile.match(/Mã khôi phục: (\S+)/)?.[1] ?? '') : ''
    const created = await client.ask('articles.create', {
      kind: 'news',
      document: article({ headline: 'A' }, p('b')),
    })
    const id = created.ok ? created.value.article.id : null
    if (id === null) throw new Error('not created')
    const submitted = await client.ask('articles.submit', { article: id })
    const revision = submitted.ok ? submitted.value.article.revision : null
    if (revision === null) throw new Error('not submitted')
    await client.ask('accounts.create', reviewer)
    const hoa = clientOf(newsroom, { account: null })
    const { signInName, passphrase: secret } = reviewer
    await hoa.ask('session.signIn', { signInName, passphrase: secret })
    const keys = await client.ask('keys.list', {})
    const change = keys.ok ? (keys.value.changes[0]?.id ?? '') : ''
    const approval = { article: id, revision, passphrase: secret }
    return { client, hoa, close, recoveryCode, change, secret, approval }
  }

  it('signs nothing until somebody else answers for it: not its maker, not its holder', async () => {
    const { client, hoa, close, change, secret, approval, recoveryCode } = await office()
    expect(await hoa.ask('review.approve', approval)).toMatchObject({
      problem: { code: 'key-not-confirmed', params: { name: 'Trần Thị Hoa' } },
    })
    expect(await client.ask('keys.confirm', { change, passphrase })).toMatchObject({
      problem: { code: 'key-change-needs-code' },
    })
    const wrong = otherThan(recoveryCode)
    expect(await client.ask('keys.confirm', { change, passphrase, recoveryCode: wrong })).toMatchObject({
      problem: { code: 'key-change-needs-code' },
    })
    // Whoever made the account knows its passphrase.
    expect(await hoa.ask('keys.confirm', { change, passphrase: secret })).toMatchObject({
      problem: { code: 'key-change-needs-other' },
    })
    await close()
  }, 60_000)

  it('is in force once a single administrator confirmed it with the printed code', async () => {
    const { client, hoa, close, change, approval, recoveryCode } = await office()
    const confirmed = await client.ask('keys.confirm', { change, passphrase, recoveryCode })
    expect(confirmed).toMatchObject({
      ok: true,
      value: { changes: [{ settled: { means: 'recovery-code', byName: 'Vũ Minh Trí' } }] },
    })
    expect(await hoa.ask('review.approve', approval)).toMatchObject({
      ok: true,
      value: { article: { stage: 'approved' } },
    })
    await close()
  }, 60_000)

  it('is retired when its confirmation is withdrawn', async () => {
    const { client, hoa, close, change, approval } = await office()
    expect(await client.ask('keys.withdraw', { change })).toMatchObject({ ok: true })
    expect(await hoa.ask('review.approve', approval)).toMatchObject({
      problem: { code: 'no-key-for-reviewer' },
    })
    await close()
  }, 60_000)

  it('is confirmed by a second person with a key in force', async () => {
    const room = await aNewsroom()
    await room.ask('tri', 'accounts.create', { ...reviewer, signInName: 'ngoc' })
    const { keys, changes } = await room.ask('tri', 'keys.list', {})
    expect(keys.filter(({ unconfirmed }) => unconfirmed)).toHaveLength(1)
    await room.ask('mai', 'keys.confirm', { change: changes[0]?.id ?? '' })
    const after = await room.ask('tri', 'keys.list', {})
    expect(after.keys.some(({ unconfirmed }) => unconfirmed)).toBe(false)
    await room.close()
  })
})

describe('accounts', () => {
  it('keep one administrator', async () => {
    const room = await aNewsroom()
    const { accounts } = await room.ask('tri', 'accounts.list', {})
    const tri = accounts.find(account => account.signInName === 'tri')
    if (tri === undefined) throw new Error('no tri')
    const change = { account: tri.id, name: tri.name, roles: ['writer' as const], active: true }
    expect(await room.refusal('tri', 'accounts.change', change)).toMatchObject({ code: 'last-administrator' })
    await room.close()
  })

  it('that are made inactive are out at once', async () => {
    const room = await aNewsroom()
    const session: Session = { account: null }
    const lan = clientOf(room.newsroom, session)
    await lan.ask('session.signIn', { signInName: 'lan' })
    const { accounts } = await room.ask('tri', 'accounts.list', {})
    const account = accounts.find(person => person.signInName === 'lan')
    if (account === undefined) throw new Error('no lan')
    await room.ask('tri', 'accounts.change', {
      account: account.id,
      name: account.name,
      roles: account.roles,
      active: false,
    })
    expect(await lan.ask('articles.list', {})).toMatchObject({ problem: { code: 'not-signed-in' } })
    await room.close()
  })

  it('never show passphrases or private keys to a window', async () => {
    const room = await aNewsroom()
    const text = JSON.stringify(await room.ask('tri', 'accounts.list', {}))
    expect(text).not.toMatch(/passphrase|openPrivate|wrapped|workspaceKey|salt/)
    await room.close()
  })
})
