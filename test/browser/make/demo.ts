import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { type RunningDemo as Running, startDemo } from '../../../scripts/running-demo.ts'

/** The demo of these tests, and the folder in which it notes where its simulator listens. */
export type RunningDemo = Pick<Running, 'url'> & { readonly folder: string }

/** What a worker shares: its demo with the simulator's address, and how many ordinary orders more than its own wait in it. */
type Shared = { readonly demo: RunningDemo & { readonly simulator: string }; readonly moreOrders: number }

/** Tests with a demo that all of a worker share, and a page that is signed in as one of its people. */
export const test = base.extend<{ enter: (name: string, path?: string) => Promise<Page> }, Shared>({
  moreOrders: [0, { option: true, scope: 'worker' }],
  demo: [
    async ({ moreOrders }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'millrace-browser-'))
      const port = Number(process.env.BROWSER_TEST_PORT ?? '4870')
      const [demo, simulator] = await Promise.all([startDemo({ folder, port }), simulatorWith(folder, moreOrders)])
      try {
        await use({ ...demo, folder, simulator })
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

/** Where the demo's simulator listens, once more orders are placed there: the program notes it before it does anything else. */
async function simulatorWith(folder: string, moreOrders: number): Promise<string> {
  for (;;) {
    const noted = await readFile(join(folder, 'running.json'), 'utf8').catch(() => '')
    const { simulator } = JSON.parse(noted || '{}') as { simulator?: string }
    if (simulator && moreOrders > 0) await placeOrders(simulator, moreOrders)
    if (simulator) return simulator
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Orders of half an hour ago, before the first sweep: it brings them with the demo's own. */
async function placeOrders(simulator: string, count: number): Promise<void> {
  const lines = [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }]
  const body = JSON.stringify({ count, createdAt: Date.now() - 30 * 60_000, lagMs: 0, lines })
  const reply = await fetch(`${simulator}/control/orders`, { method: 'POST', body })
  if (!reply.ok) throw new Error(`The simulator places no orders: ${await reply.text()}`)
}

export { expect } from '@playwright/test'
