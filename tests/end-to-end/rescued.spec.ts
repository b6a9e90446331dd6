import { article, p } from '#tests/support/documents'
import { newsroomScreens } from '#tests/support/newsroom-screens'
import { seriousBarriers } from '#tests/support/serious-barriers'
import { expect, test } from '#tests/support/workstation'

test('what was typed too late is marked in the list, and leads back to its original', async ({
  page,
  workstation,
}) => {
  const headline = 'Xã mở lớp dạy bơi hè'
  const document = article({ headline, lead: 'Sapo.', attrs: { category: 'thong-bao' } }, p('Nội dung.'))
  const { article: original } = await workstation.ask('hanh', 'articles.create', { kind: 'news', document })
  await workstation.ask('hanh', 'articles.submit', { article: original.id })
  const late = {
    ...{ article: original.id, version: 0, client: 'cu' },
    steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'Muộn: ' }] } }],
  }
  await expect(workstation.ask('hanh', 'drafts.push', late)).rejects.toThrow('draft-frozen')

  const { enterAsWriter, rows, article: link, text } = newsroomScreens(page)
  await enterAsWriter.click()
  const row = rows.filter({ hasText: `Muộn: ${headline}` })
  await expect(row).toContainText('Bản khôi phục')
  await expect(rows.filter({ hasText: 'Bản khôi phục' })).toHaveCount(1)
  await link(`Muộn: ${headline}`).click()
  await expect(page.getByText('Chữ gõ sau khi bài gốc đã chuyển duyệt')).toBeVisible()
  expect(await seriousBarriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Mở bài gốc' }).click()
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(headline)
  await expect(page.getByText('Chữ gõ sau khi bài gốc đã chuyển duyệt')).toHaveCount(0)
})
