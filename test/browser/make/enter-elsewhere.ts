import type { Page } from '@playwright/test'

/** The page of somebody who is signed in to the same demo in a browser of their own. */
export async function enterElsewhere(page: Page, name: string): Promise<Page> {
  const context = await page.context().browser()?.newContext()
  if (!context) throw new Error('The page has no browser.')
  const other = await context.newPage()
  await other.goto(new URL('/sign-in?next=%2Fme', page.url()).href)
  await other.getByRole('button', { name }).click()
  await other.waitForURL('**/me')
  return other
}
