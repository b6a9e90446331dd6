import { publishingTour } from '#tests/support/publishing-tour'
import { reviewTour } from '#tests/support/review-tour'
import { barriersInBothThemes, seriousBarriers } from '#tests/support/serious-barriers'
import { tour } from '#tests/support/tour'
import { expect, test } from '#tests/support/workstation'

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has a serious barrier in the ${theme} theme`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const barriers: string[] = []
    await tour(page, async name => {
      barriers.push(...(await seriousBarriers(page)).map(barrier => `${name}: ${barrier}`))
    })
    expect(barriers).toEqual([])
  })
}

test('nothing that proves an approval has a serious barrier, in both themes', async ({
  page,
  workstation,
}) => {
  test.setTimeout(240_000)
  const barriers: string[] = []
  await reviewTour(page, workstation, async name => {
    barriers.push(...(await barriersInBothThemes(page)).map(barrier => `${name}: ${barrier}`))
  })
  expect(barriers).toEqual([])
})

test('nothing that publishes has a serious barrier in both themes, or is wider than a telephone', async ({
  page,
  workstation,
}, testInfo) => {
  test.setTimeout(240_000)
  const barriers: string[] = []
  await publishingTour(page, workstation, testInfo.outputPath('cong'), async name => {
    barriers.push(...(await barriersInBothThemes(page)).map(barrier => `${name}: ${barrier}`))
    const usual = page.viewportSize() ?? { width: 1280, height: 720 }
    await page.setViewportSize({ width: 390, height: 844 })
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (excess > 0) barriers.push(`${name}: ${excess} px wider than a telephone`)
    await page.setViewportSize(usual)
  })
  expect(barriers).toEqual([])
})

test('no page of the portal has a serious barrier', async ({ page, workstation }) => {
  const { portalUrl } = workstation.host()
  const barriers: string[] = []
  const look = async (name: string) => {
    await expect(page.getByRole('main')).toBeVisible()
    barriers.push(...(await seriousBarriers(page)).map(barrier => `${name}: ${barrier}`))
  }
  await page.goto(portalUrl)
  await look('home')
  await page.goto(`${portalUrl}/chuyen-muc/tin-tuc-su-kien`)
  await look('category')
  await page.getByRole('main').getByRole('article').getByRole('link').first().click()
  await look('article')
  const { finished } = await workstation.ask('tuan', 'publishing.read', {})
  const poll = finished.find(({ headline }) => headline.startsWith('Thăm dò ý kiến:'))
  await page.goto(poll?.url ?? '')
  await expect(page.getByRole('radio').first()).toBeVisible()
  await look('poll')
  expect(barriers).toEqual([])
})
