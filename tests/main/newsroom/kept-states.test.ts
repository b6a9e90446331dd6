import { describe, expect, it } from 'vitest'
import { article as documentOf, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'

/** A draft of Lan's that was replaced by each of these headlines, a minute apart by its own clock. */
async function aDraft() {
  const room = await aNewsroom()
  const { article } = await room.ask('lan', 'articles.create', { kind: 'news' })
  const write = (headline: string) =>
    room.ask('lan', 'drafts.replace', {
      article: article.id,
      document: documentOf({ headline, lead: 'Sapo' }, p(`Thân bài của ${headline}`)),
    })
  const headlineNow = async () => (await room.ask('lan', 'drafts.open', { article: article.id })).document
  return { room, id: article.id, write, headlineNow }
}

describe('states that autosaving kept', () => {
  it('can be listed and brought back, and so can what was there before', async () => {
    const { room, id, write, headlineNow } = await aDraft()
    const first = await write('Tin thứ nhất')
    const before = JSON.stringify(await headlineNow())
    await write('Tin thứ hai')
    const { states } = await room.ask('lan', 'drafts.states', { article: id })
    // All within one minute, of which the last but the present one is offered.
    expect(states.map(({ version }) => version)).toEqual([first.version])
    const back = await room.ask('lan', 'drafts.bringBack', { article: id, version: first.version })
    expect(back.version).toBeGreaterThan(first.version)
    expect(JSON.stringify(await headlineNow())).toBe(before)
    await room.ask('lan', 'drafts.bringBack', { article: id, version: back.version - 1 })
    expect(JSON.stringify(await headlineNow())).toContain('Tin thứ hai')
    await room.close()
  })

  it('are refused where they are not kept, and to whoever may not write', async () => {
    const { room, id, write } = await aDraft()
    const { version } = await write('Tin')
    const gone = await room.refusal('lan', 'drafts.bringBack', { article: id, version: 9_999 })
    expect(gone.code).toBe('state-not-kept')
    const refused = await room.refusal('nam', 'drafts.bringBack', { article: id, version: 0 })
    expect(['draft-frozen', 'suggestions-only', 'not-permitted']).toContain(refused.code)
    expect(version).toBeGreaterThan(0)
    await room.close()
  })
})
