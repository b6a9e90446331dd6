import { defineConfig } from '@playwright/test'
import { browserFlags, ensureBrowser } from '../support/browser.mjs'

const executablePath = await ensureBrowser()

export default defineConfig({
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A shared or slow machine may lose a race with a time limit once; a fault loses it twice, and a retry is shown as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 720 },
    actionTimeout: 15_000,
    // A trace would run scripts of its own in the sandboxed previews, and each would be a console error.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: browserFlags },
  },
  projects: [
    { name: 'journeys', testMatch: '*.spec.ts' },
    { name: 'screenshots', testMatch: '*.screenshots.ts' },
  ],
})
