import { describe, expect, it } from 'vitest'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'

const words = 'Ông Nguyễn Văn An, CCCD 038065001234.'

async function aDraft() {
  const room = await aNewsroom()
  const document = article({ headline: 'Danh sách hỗ trợ' }, p(words))
  const { article: card } = await room.ask('lan', 'articles.create', { kind: 'news', document })
  return { room, id: card.id }
}

const decision = { kind: 'identity-number', text: '038065001234', basis: 'consent', note: '' } as const

describe('the personal-data gate', () => {
  it('refuses a text nobody has decided on, whoever asks', async () => {
    const { room, id } = await aDraft()
    const problem = await room.refusal('lan', 'articles.submit', { article: id })
    expect(problem).toEqual({ code: 'personal-data-open', params: { count: 1 } })
    await room.close()
  })

  it('lets it pass with a ground, and records who, why and the mask but not the number', async () => {
    const { room, id } = await aDraft()
    await room.ask('lan', 'articles.submit', { article: id, personalData: [decision] })
    const { findings } = await room.ask('lan', 'articles.personalData', { article: id })
    expect(findings[0]?.decided).toMatchObject({ basis: 'consent', masked: '0380****1234' })
    expect(JSON.stringify(findings[0]?.decided)).not.toContain('038065001234')
    await room.close()
  })

  it('wants a note where the ground needs one', async () => {
    const { room, id } = await aDraft()
    const problem = await room.refusal('lan', 'articles.submit', {
      article: id,
      personalData: [{ ...decision, basis: 'law' }],
    })
    expect(problem).toEqual({ code: 'personal-data-note', params: {} })
    await room.close()
  })
})
