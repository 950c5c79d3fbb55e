import type { Response } from '@playwright/test'
import { expect, test } from './make/demo.ts'
import { runInPage } from './make/run-in-page.ts'

/** Words of a buyer that are looked for: names, streets, codes; not what everybody may see (the state and the country). */
const wordsOf = (texts: readonly string[]) =>
  texts
    .join('\n')
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter((word) => word.length > 4 && !['US', 'United States'].includes(word))

test('[U2][U3] a buyer who was shown stands in no source, address, title, storage, history or cache of the browser', async ({
  enter,
}) => {
  const page = await enter('Olivia Harbor', '/orders')
  const kept: string[] = []
  const note = (response: Response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/assets/') || pathname === '/icon.svg') return
    if (response.headers()['cache-control'] !== 'no-store') kept.push(`${response.request().method()} ${pathname}`)
  }
  page.on('response', note)
  await page.locator('main tbody tr', { hasText: 'Shipping Department' }).first().getByRole('link').first().click()
  await page.getByRole('button', { name: 'Show the buyer' }).click()
  await expect(page.getByText('Shown to you alone')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hide' })).toBeFocused()
  const buyer = wordsOf(await page.locator('.lines').allTextContents())
  expect(buyer.length).toBeGreaterThan(2)

  const outside = async () => {
    const around = await runInPage<string>(page, 'keeps()')
    return buyer.filter((word) => around.includes(word))
  }
  expect(await outside()).toEqual([])
  await page.getByRole('link', { name: 'Orders' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  expect(await outside()).toEqual([])
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Show the buyer' })).toBeVisible()
  const content = await page.content()
  expect(buyer.filter((word) => content.includes(word))).toEqual([])
  expect(kept).toEqual([])
})
