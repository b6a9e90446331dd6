import { expect, it, vi } from 'vitest'
import { schema } from '#common/document/schema'
import { kinds } from '#common/domain/kinds/registry'
import { text } from '#tests/support/documents'
import { startFaultPortal } from '#tests/support/fault-portal'
import { aNewsroom } from '#tests/support/newsroom'
import { testEnvironment } from '#tests/support/test-environment'
import { whenFinished } from '#tests/support/when-finished'

/** A kind nobody knows, in the place of one line of the registry: its own file is all that speaks of it. */
vi.mock('#common/domain/kinds/news', async () => {
  const { field } = await import('#common/domain/field')
  const { atField, kindFinding } = await import('#common/domain/finding')
  const { heading, paragraph, steps } = await import('#common/domain/kind')
  const { readerOf } = await import('#common/domain/kinds/read-document')
  const words = { vi: 'Tin tìm chủ cần nơi nhận đồ.', en: 'Lost property needs a place.' }
  return {
    news: {
      id: 'lost-property',
      label: { vi: 'Tìm chủ đồ rơi', en: 'Lost property' },
      hint: { vi: 'Đồ nhặt được, ai mất đến nhận', en: 'What was found' },
      fields: [field('keptAt', 'text', 'Nơi nhận lại', 'Kept at')],
      template: [paragraph('Đồ nhặt được tại chợ.'), heading('Cách nhận lại'), steps(1)],
      check: document =>
        readerOf(document)('keptAt') === null
          ? [kindFinding('must', 'lost-property-place', words, atField('keptAt'))]
          : [],
    } satisfies import('#common/domain/kind').Kind,
  }
})

it('a kind of article is one file and a line: fields, template, checks and the page on the portal follow', async () => {
  expect(kinds[0]?.id).toBe('lost-property')
  expect(schema.nodes.doc.spec.attrs).toHaveProperty('keptAt')

  const environment = testEnvironment()
  const portal = await startFaultPortal(environment)
  const { ask, refusal, close, newsroom } = await aNewsroom(environment)
  whenFinished(close)
  await ask('tri', 'portals.connect', { url: portal.url, name: 'Cổng thử', ...portal.portal.credentials })
  const { article } = await ask('lan', 'templates.use', { template: 'lost-property' })
  const { document } = await ask('lan', 'drafts.open', { article })
  expect(JSON.stringify(document)).toContain('Cách nhận lại')
  const step = { type: 'step', content: [{ type: 'stepTitle', content: [text('Đến Công an xã')] }] }
  const written = (attrs: object) => ({
    type: 'doc',
    attrs: { kind: 'lost-property', category: 'thong-bao', ...attrs },
    content: [
      { type: 'headline', content: [text('Tìm chủ chiếc xe đạp')] },
      { type: 'lead', content: [text('Xe màu xanh.')] },
      { type: 'steps', content: [step] },
    ],
  })
  await ask('lan', 'drafts.replace', { article, document: written({}) })
  const problem = await refusal('lan', 'articles.submit', { article })
  expect(JSON.stringify(problem)).toContain('Tin tìm chủ cần nơi nhận đồ.')

  await ask('lan', 'drafts.replace', { article, document: written({ keptAt: 'Công an xã, quầy số 2' }) })
  const { article: card } = await ask('lan', 'articles.submit', { article })
  if (card.revision === null) throw new Error('not submitted')
  await ask('hoa', 'review.approve', { article, revision: card.revision })
  await ask('nam', 'publishing.push', {})
  await newsroom.drain(60_000)
  const { finished } = await ask('nam', 'publishing.read', {})
  const page = await (await fetch(finished[0]?.url ?? '')).text()
  expect(page).toContain('<dt>Nơi nhận lại</dt><dd>Công an xã, quầy số 2</dd>')
  expect(page).toContain('<ol class="steps"><li><h3>Đến Công an xã</h3></li></ol>')
}, 60_000)
