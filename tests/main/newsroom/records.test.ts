import { describe, expect, it, vi } from 'vitest'
import type { Session } from '#main/core/capability'
import { aNewsroom, clientOf } from '#tests/support/newsroom'

describe('verifying the store', () => {
  it('runs once for all who ask at the same time, and again for who asks later', async () => {
    const room = await aNewsroom()
    const session: Session = { account: null }
    const lan = clientOf(room.newsroom, session)
    await lan.ask('session.signIn', { signInName: 'lan' })
    const verify = vi.spyOn(room.newsroom.store, 'verify')
    const answers = await Promise.all([lan.ask('store.verify', {}), lan.ask('store.verify', {})])
    expect(answers).toMatchObject([{ value: { ok: true } }, { value: { ok: true } }])
    expect(verify).toHaveBeenCalledTimes(1)
    await lan.ask('store.verify', {})
    expect(verify).toHaveBeenCalledTimes(2)
    await room.close()
  })
})
