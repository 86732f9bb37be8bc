// The browser tests: journeys of people through a whole hall, and what each screen shows when something breaks.
import { defineConfig } from '@playwright/test'
import { browserOptions } from './browser.ts'

export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.spec.ts', 'faults/**/*.spec.ts'],
  outputDir: '../test-results/playwright',
  globalSetup: './prepare.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    launchOptions: browserOptions(),
    actionTimeout: 15_000,
    locale: 'zh-CN',
    // A hall's screens stand in Shanghai; those of a wrong time zone are their own test.
    timezoneId: 'Asia/Shanghai',
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
