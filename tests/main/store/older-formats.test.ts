import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { temporaryFolder } from '#tests/support/temporary-workspace'

/** Workspaces as older programs left them, cleanly closed or in the middle; never made anew by a newer program. */
const fixtures = join(import.meta.dirname, '../../fixtures/workspaces')

describe('a workspace of an older format', () => {
  it.each(['v1', 'v1-unfinished'])('opens with everything in it: %s', async name => {
    const directory = join(await temporaryFolder(), name)
    await cp(join(fixtures, name), directory, { recursive: true })
    const opened = await openWorkspace({
      directory,
      files: nodeFiles(),
      environment: hostEnvironment,
      host: 'command-line',
      demo: false,
    })
    if (opened.kind === 'busy') throw new Error('busy')
    const { newsroom, close } = opened.workspace
    const { store } = newsroom
    expect(store.health).toEqual({ kind: 'writable' })
    const session: Session = { account: null }
    await newsroom.ask('session.signIn', { signInName: 'lan' }, session)
    const list = await newsroom.ask('articles.list', {}, session)
    expect(list).toMatchObject({ ok: true, value: { total: 2 } })
    await store.loaded
    const cards = [...store.all('articles').values()]
    // Where the program ended suddenly, the card had not yet followed the text.
    const headline = name === 'v1' ? 'Lịch tiêm chủng tháng 11' : 'Lịch tiêm chủng'
    expect(cards.map(card => [card.headline, card.stage]).sort()).toEqual([
      [headline, 'draft'],
      ['Ra quân làm đường thôn Đông', 'approved'],
    ])
    for (const { id, stage } of cards) {
      expect(await newsroom.ask('drafts.open', { article: id }, session)).toMatchObject({ ok: true })
      if (stage === 'approved')
        expect(await newsroom.ask('review.verifySeal', { article: id }, session)).toMatchObject({
          ok: true,
          value: { valid: true },
        })
    }
    expect(await store.verify()).toMatchObject({ ok: true, firstBad: null })
    await close()
  })

  it('has fixtures for each one there was', async () => {
    expect(await readdir(fixtures)).toEqual(['v1', 'v1-unfinished'])
  })
})
