import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong with a page as it is shown now, or with a part of it. */
export const faultsOf = (page: Page, part = 'html') => told(new AxeBuilder({ page }).withTags(LEVELS), part)

/** The same in light, and of the colours in dark: there only they are others. The page is left in light. */
export async function faultsInBoth(page: Page, part = 'html'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await faultsOf(page, part)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await told(new AxeBuilder({ page }).withRules(['color-contrast']), part)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return [...light, ...dark.map((fault) => `dark: ${fault}`)]
}

/** The dialogs and side panels that are open. */
export const DIALOG = '[role=dialog]'
/** The menu that is open. */
export const MENU = '[role=menu]'

async function told(axe: AxeBuilder, part: string): Promise<string[]> {
  // Our pages have no frames of others: one look is enough.
  const { violations } = await axe.include(part).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
}
