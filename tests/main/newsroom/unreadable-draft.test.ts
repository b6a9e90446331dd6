import { expect, it } from 'vitest'
import { rawLines } from '#common/document/raw-lines'
import { schemaVersion } from '#common/document/schema'
import { article, p, text } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'
import { whenFinished } from '#tests/support/when-finished'

const carousel = { type: 'carousel', content: [p('Chữ trong phần lạ')] }
const glowing = { type: 'paragraph', content: [text('Chữ phát sáng', { type: 'glow' })] }

it.each([
  ['an unknown node', carousel, schemaVersion, 'unreadable'],
  ['an unknown mark', glowing, schemaVersion, 'unreadable'],
  ['a newer schema', p('Chữ mới'), schemaVersion + 1, 'newer-schema'],
] as const)(
  'a draft with %s is shown as it is stored, says why, and is never written',
  async (_name, block, schema, why) => {
    const room = await aNewsroom()
    whenFinished(room.close)
    const document = article({ headline: 'Đầu đề', lead: 'Sapo' }, p('Đoạn đầu'))
    const { article: card } = await room.ask('lan', 'articles.create', { kind: 'news', document })
    const typed = { stepType: 'replace', from: 1, to: 1, slice: { content: [text('A')] } }
    const push = (version: number) => ({ article: card.id, version, client: 'w', steps: [typed] })
    await room.ask('lan', 'drafts.push', push(0))
    const stored = article({ headline: 'Đầu đề', lead: 'Sapo' }, p('Đoạn đầu'), block)
    const log = await room.newsroom.store.drafts.open(card.id)
    await log.snapshotAt({ version: 1, document: { schema, document: stored } })
    await room.reopen()

    const opened = await room.ask('lan', 'drafts.open', { article: card.id })
    expect(opened).toMatchObject({ readOnly: why, schema, version: 1, document: stored })
    expect(rawLines(opened.document)).toEqual([
      'Đầu đề',
      'Sapo',
      'Đoạn đầu',
      ...rawLines({ content: [block] }),
    ])
    await room.refusal('lan', 'drafts.push', push(1))
    await room.refusal('lan', 'articles.submit', { article: card.id })
    await room.reopen()
    expect((await room.ask('lan', 'drafts.open', { article: card.id })).document).toEqual(stored)
  },
)

it('the words of any JSON are found without a schema, however deep and whatever it is', () => {
  expect(rawLines(null)).toEqual([])
  expect(rawLines({ content: 'x' })).toEqual([])
  let deep: unknown = { type: 'paragraph', content: [{ type: 'text', text: 'đáy' }] }
  for (let depth = 0; depth < 50_000; depth += 1) deep = { type: 'blockquote', content: [deep] }
  expect(rawLines(deep)).toEqual(['đáy'])
})
