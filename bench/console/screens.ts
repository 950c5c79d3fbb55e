// How soon a page can be used, in a browser that has seen nothing before; and how much JavaScript comes with the first one.
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'

/** A page, and what must be seen before it can be used: the rows of its list, or its numbers. */
const SCREENS = [
  { name: 'Today', path: '/today', seen: 'main h1 ~ *, main section, main .card' },
  { name: 'Orders', path: '/orders', seen: 'main tbody tr' },
  { name: 'Shipping', path: '/shipping', seen: 'main tbody tr' },
  { name: 'Items', path: '/items', seen: 'main tbody tr' },
  { name: 'Errors', path: '/errors', seen: 'main .card' },
] as const
const TIMES = 5

/** How long each screen took, in ms, and the bytes of JavaScript that the first one brought. */
export type Seen = { readonly name: string; readonly took: readonly number[]; readonly script: number }
type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['cookies']>>

/** Opens each screen several times, each time in a new browser with nothing kept but the session. */
export async function measureScreens(browser: Browser, url: string, cookies: Cookies): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const screen of SCREENS) {
    const took: number[] = []
    let script = 0
    for (let time = 0; time < TIMES; time++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      await context.addCookies(cookies)
      const page = await context.newPage()
      const scripts: Promise<number>[] = []
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script')
          scripts.push(response.body().then((body) => gzipSync(body).length))
      })
      const began = performance.now()
      await page.goto(`${url}${screen.path}`, { waitUntil: 'commit' })
      await page.locator(screen.seen).first().waitFor({ state: 'visible', timeout: 60_000 })
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached', timeout: 60_000 })
      took.push(performance.now() - began)
      script = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0)
      await context.close()
    }
    seen.push({ name: screen.name, took, script })
  }
  return seen
}
