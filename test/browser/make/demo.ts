import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { type RunningDemo as Running, startDemo } from '../../../scripts/running-demo.ts'

/** The demo of these tests, and the folder in which it notes where its simulator listens. */
export type RunningDemo = Pick<Running, 'url'> & { readonly folder: string }

/** Tests with a demo that all of a worker share, and a page that is signed in as one of its people. */
export const test = base.extend<{ enter: (name: string, path?: string) => Promise<Page> }, { demo: RunningDemo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the first parameter which fixtures are needed.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'millrace-browser-'))
      const demo = await startDemo({ folder, port: Number(process.env.BROWSER_TEST_PORT ?? '4870') })
      try {
        await use({ ...demo, folder })
      } finally {
        await demo.stop()
        await rm(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  enter: async ({ page, demo }, use) => {
    await use(async (name, path = '/today') => {
      await page.goto(`${demo.url}/sign-in?next=${encodeURIComponent(path)}`)
      await page.getByRole('button', { name }).click()
      await page.waitForURL(`**${path}`)
      return page
    })
  },
})

export { expect } from '@playwright/test'
