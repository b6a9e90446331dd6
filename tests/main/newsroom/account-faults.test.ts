import { describe, expect, it, vi } from 'vitest'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { aNewsroom, clientOf } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'

const passphrase = 'lúa chín vàng đồng'

/** Deriving keys takes seconds on a busy machine. */
const slowMs = 240_000

async function setUpNewsroom() {
  const opened = await openWorkspace({
    directory: await temporaryFolder(),
    files: nodeFiles(),
    environment: hostEnvironment,
    host: 'command-line',
    demo: false,
  })
  if (opened.kind === 'busy') throw new Error('busy')
  const { newsroom, close } = opened.workspace
  const session: Session = { account: null }
  const client = clientOf(newsroom, session)
  const done = await client.ask('workspace.setUp', {
    organisation: 'UBND xã Thử',
    administrator: { name: 'Vũ Minh Trí', signInName: 'tri' },
    passphrase,
  })
  if (!done.ok) throw new Error('not set up')
  const code = done.value.recoveryFile.match(/Mã khôi phục: (\S+)/)?.[1] ?? ''
  return { newsroom, close, client, code, tri: done.value.session.account?.id ?? '' }
}

describe('guessing a passphrase', () => {
  it(
    'is slowed down for guesses made at the same moment too',
    async () => {
      const { client, close } = await setUpNewsroom()
      const wrong = Array.from({ length: 6 }, () => ({ signInName: 'tri', passphrase: 'không phải thế' }))
      const answers = await Promise.all(
        [...wrong, { signInName: 'tri', passphrase }].map(input => client.ask('session.signIn', input)),
      )
      expect(answers.at(-1)).toMatchObject({ problem: { code: 'too-many-attempts' } })
      await close()
    },
    slowMs,
  )

  it(
    'by the hundred is turned away before it costs anything',
    async () => {
      const { client, close } = await setUpNewsroom()
      const input = { signInName: 'khong-co', passphrase: 'x' }
      const flood = Array.from({ length: 100 }, () => client.ask('session.signIn', input))
      const first = await Promise.race(flood.slice(50))
      expect(first).toMatchObject({ problem: { code: 'too-many-attempts' } })
      const answers = await Promise.all(flood)
      const looked = answers.filter(answer => !answer.ok && answer.problem.code === 'wrong-passphrase')
      expect(looked.length).toBeLessThan(30)
      await close()
    },
    slowMs,
  )
})

describe('recovering an account', () => {
  it(
    'keeps what was changed about it meanwhile, and refuses who has left',
    async () => {
      const { newsroom, client, close, code, tri } = await setUpNewsroom()
      const change = async (with_: object) => {
        const account = newsroom.store.get('accounts', tri)
        if (account === undefined) throw new Error('no tri')
        await newsroom.store.commit({
          event: { type: 'test', at: account.createdAt, actor: null, subject: null, details: {} },
          changes: [{ collection: 'accounts', put: { ...account, ...with_ } }],
        })
      }
      const input = { signInName: 'tri', recoveryCode: code, passphrase: 'mùa gặt năm sau' }
      const recovering = client.ask('session.recover', input)
      await change({ name: 'Tên Mới' })
      expect(await recovering).toMatchObject({ ok: true })
      expect(newsroom.store.get('accounts', tri)?.name).toBe('Tên Mới')
      const again = client.ask('session.recover', input)
      await change({ active: false })
      expect(await again).toMatchObject({ problem: { code: 'wrong-passphrase' } })
      await close()
    },
    slowMs,
  )
})

describe('accounts', () => {
  it('never share a sign-in name, however close together they are made', async () => {
    const room = await aNewsroom()
    const session: Session = { account: null }
    const tri = clientOf(room.newsroom, session)
    await tri.ask('session.signIn', { signInName: 'tri' })
    const input = { name: 'Hai Người', signInName: 'hai', roles: ['writer' as const], passphrase: '' }
    const answers = await Promise.all([tri.ask('accounts.create', input), tri.ask('accounts.create', input)])
    expect(answers.map(answer => answer.ok)).toEqual([true, false])
    await room.close()
  })

  it('can sign in to read when nothing can be written any more', async () => {
    const room = await aNewsroom()
    vi.spyOn(room.newsroom.store, 'health', 'get').mockReturnValue({
      kind: 'read-only',
      cause: 'damaged',
      detail: '',
    })
    const commit = vi.spyOn(room.newsroom.store, 'commit')
    expect(await room.ask('lan', 'articles.list', {})).toMatchObject({ rows: [] })
    expect(commit).not.toHaveBeenCalled()
    vi.restoreAllMocks()
    await room.close()
  })
})
