import { defineConfig } from '@playwright/test'

/** Browser tests: the real server, its database and the simulator, in the Chromium of the system. */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.browser.ts',
  outputDir: 'test-results',
  workers: 1,
  // A busy machine takes many times as long as an idle one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // Once more from a fresh demo where nobody looks on; what failed first is told by name at the end.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['./scripts/browser-counts.ts']],
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
})
