import type { Page } from '@playwright/test'

type Router = { readonly routesByPath: Readonly<Record<string, unknown>> }

/** Where a page of one thing is reached from: the first link of its list that leads to no other page of its own. */
async function addressOf(page: Page, path: string, known: readonly string[]): Promise<string> {
  if (!path.includes('$')) return path
  const list = path.slice(0, path.indexOf('/$'))
  await goTo(page, list)
  const others = known.filter((each) => each.startsWith(`${list}/`)).map((each) => `:not([href^="${each}"])`)
  const link = page.locator(`main a[href^="${list}/"]${others.join('')}`).first()
  return (await link.getAttribute('href')) ?? path
}

/** Opens a page of the console and waits until nothing of it is loading any more. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await settled(page)
}

/** Waits until the page is there and nothing of it is loading. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

/** Every page of the console as its router knows them, with an example where a page is of one thing. */
export async function everyPage(page: Page): Promise<string[]> {
  const paths = await page.evaluate(() =>
    Object.keys((globalThis as unknown as { __TSR_ROUTER__: Router }).__TSR_ROUTER__.routesByPath),
  )
  const found: string[] = []
  for (const path of paths) if (path !== '/') found.push(await addressOf(page, path, paths))
  return found
}

/** The page's own tabs: each is looked at, one after the other. */
export async function eachTab(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const tabs = page.getByRole('main').getByRole('tab')
  const count = await tabs.count()
  if (count === 0) return look('')
  for (let at = 0; at < count; at++) {
    const tab = tabs.nth(at)
    const name = (await tab.textContent()) ?? ''
    await tab.click()
    await settled(page)
    await look(` ${name}`)
  }
}
