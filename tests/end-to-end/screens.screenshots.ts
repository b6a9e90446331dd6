import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { tour } from '#tests/support/tour'
import { expect, test } from '#tests/support/workstation'

const root = join(import.meta.dirname, '../..')
const all = join(root, 'test-results/screenshots')
const shown = join(root, 'docs/screenshots')

/** The four the README shows, and in which theme. */
const inReadme: Readonly<Record<string, 'light' | 'dark'>> = {
  'ban-viec': 'light',
  'soan-tin': 'light',
  duyet: 'light',
  'xuat-ban': 'dark',
}

const mostBytes = 250_000

test.use({ viewport: { width: 1280, height: 800 } })

for (const theme of ['light', 'dark'] as const) {
  test(`every screen, ${theme}`, async ({ page }) => {
    test.setTimeout(180_000)
    for (const folder of [all, shown]) mkdirSync(folder, { recursive: true })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await tour(page, async name => {
      await page.evaluate(() => document.fonts.ready)
      const picture = await page.screenshot({ path: join(all, `${name}-${theme}.png`), caret: 'hide' })
      if (inReadme[name] !== theme) return
      const { size } = await sharp(picture)
        .png({ palette: true, colours: 256, compressionLevel: 9 })
        .toFile(join(shown, `${name}.png`))
      expect(size).toBeLessThan(mostBytes)
    })
  })
}

test.describe('a new newsroom', () => {
  test.use({ workspace: 'empty' })

  test('is set up', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'Lập tòa soạn mới' })).toBeVisible()
    await page.screenshot({ path: join(all, 'lap-toa-soan.png') })
  })
})
