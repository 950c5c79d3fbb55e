import type { Page } from '@playwright/test'
import { runInPage } from './run-in-page.ts'

/** What a walk with the Tab key found: how many stops, those at which nothing shows where one is, and whether it came round. */
export type Walk = {
  readonly stops: number
  readonly unseen: readonly string[]
  readonly cameRound: boolean
  readonly first: string
}

type Noted = { stops: string[]; unseen: string[]; round: boolean }
const MOST = 400

/** Walks through a page with the Tab key alone, from its beginning until it begins anew. */
export async function tabThrough(page: Page): Promise<Walk> {
  // What glides would look at first as it did before.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await runInPage(page, 'watchFocus()')
  let noted: Noted = { stops: [], unseen: [], round: false }
  for (let pressed = 0; pressed < MOST && !noted.round; pressed += 20) {
    for (let at = 0; at < 20; at++) await page.keyboard.press('Tab')
    noted = await page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted)
  }
  return { stops: noted.stops.length, unseen: noted.unseen, cameRound: noted.round, first: noted.stops[0] ?? '' }
}
