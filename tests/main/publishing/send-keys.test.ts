import { expect, it, vi } from 'vitest'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { article, p } from '#tests/support/documents'
import { startFaultPortal } from '#tests/support/fault-portal'
import { aNewsroom } from '#tests/support/newsroom'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

it('says which portal does not know the keys of our signers, and sends them to it', async () => {
  const { portal, url } = await startFaultPortal(hostEnvironment)
  const { publishToken, adminToken } = portal.credentials
  const room = await aNewsroom()
  const { id, keysToSend } = await room.ask('tri', 'portals.connect', { url, name: 'Cổng thử', publishToken })
  expect(keysToSend).toBeGreaterThan(0)
  const document = article(
    { headline: 'Họp thôn', lead: 'Sapo.', attrs: { category: 'tin-tuc-su-kien' } },
    p('Lúc 19 giờ.'),
  )
  const created = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const { article: card } = await room.ask('lan', 'articles.submit', { article: created.article.id })
  if (card.revision === null) throw new Error('not submitted')
  await room.ask('hoa', 'review.approve', { article: card.id, revision: card.revision })
  await room.ask('nam', 'publishing.push', { articles: [card.id] })
  const { active } = await room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
  expect(active).toMatchObject([{ state: 'refused' }])

  expect(
    await room.refusal('tri', 'portals.sendKeys', { portal: id, adminToken: 'sai-ma-quan-tri' }),
  ).toMatchObject({ code: 'portal-refused-credentials' })
  expect(await room.refusal('hoa', 'portals.sendKeys', { portal: id, adminToken })).toMatchObject({
    code: 'not-permitted',
  })
  expect(await room.ask('tri', 'portals.sendKeys', { portal: id, adminToken })).toMatchObject({
    keysToSend: 0,
  })
  await room.ask('nam', 'publishing.retry', { job: active[0]?.id ?? '' })
  const { finished } = await room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
  expect(finished).toMatchObject([{ state: 'done' }])

  // Somebody who may sign from today on: the portal has to hear of that key, too.
  const { accounts } = await room.ask('tri', 'accounts.list', {})
  const lan = accounts.find(({ signInName }) => signInName === 'lan')
  if (lan === undefined) throw new Error('lan')
  const roles: ('writer' | 'reviewer')[] = ['writer', 'reviewer']
  await room.ask('tri', 'accounts.change', { account: lan.id, name: lan.name, roles, active: true })
  const { portals } = await room.ask('tri', 'portals.list', {})
  expect(portals).toMatchObject([{ keysToSend: 1 }])
  await room.close()
})
