import { expect, it } from 'vitest'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'

const twice = 'Ban Chỉ huy quân sự xã tổ chức khám sơ tuyển nghĩa vụ quân sự cho thanh niên các thôn.'

it('a reviewer sees what the proofreader says of the submitted text, with the words it is about', async () => {
  const room = await aNewsroom()
  const document = article({ headline: 'Khám sơ tuyển nghĩa vụ quân sự', lead: 'Sapo .' }, p(twice), p(twice))
  const { article: card } = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const on = { article: card.id }
  expect(await room.refusal('hoa', 'review.proofread', on)).toMatchObject({ code: 'no-revision' })
  await room.ask('lan', 'articles.submit', on)
  const { passages } = await room.ask('hoa', 'review.proofread', on)
  const found = passages.map(({ code, quote }) => [code, quote.find(({ hit }) => hit)?.text])
  expect(found).toEqual([
    ['space-before-mark', ' .'],
    ['paragraph-doubled', twice],
  ])
  expect(passages[0]?.quote[0]).toEqual({ text: 'Sapo', hit: false })

  // What the organisation never wants to see again is not shown here either.
  await room.ask('lan', 'names.ignore', { rule: 'space-before-mark', words: '*' })
  const later = await room.ask('hoa', 'review.proofread', on)
  expect(later.passages.map(({ code }) => code)).not.toContain('space-before-mark')

  // The text that is judged is the submitted one, and one without slips has none.
  const clean = await room.ask('lan', 'articles.create', {
    kind: 'news',
    document: article({ headline: 'Khám sơ tuyển', lead: 'Sapo.' }, p(twice)),
  })
  await room.ask('lan', 'articles.submit', { article: clean.article.id })
  expect(await room.ask('hoa', 'review.proofread', { article: clean.article.id })).toEqual({ passages: [] })
  await room.close()
})
