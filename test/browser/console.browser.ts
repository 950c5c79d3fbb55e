import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './make/demo.ts'

const PAGES = ['/today', '/orders', '/errors'] as const

const faultsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
}

test.describe('the console', () => {
  test('[X1] an order that arrived is found in the list, and its page tells how it came in', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/orders')
    const first = page.getByRole('row').nth(1)
    await expect(first).toContainText(/\d{3}-\d{7}-\d{7}/, { timeout: 30_000 })
    await first.getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'How it came in' })).toBeVisible()
    await expect(page.getByText('Considering processing of')).toBeVisible()
  })

  test('[E4] a held order says what is wrong and who mends it', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/errors')
    await expect(page.getByText('You mend this').first()).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('button', { name: 'Reprocess' }).first()).toBeVisible()
  })

  test('[U1] somebody without orders sees no page of orders', async ({ enter }) => {
    const page = await enter('Otto Tide', '/deployment')
    await expect(page.getByRole('link', { name: 'Orders' })).toHaveCount(0)
  })

  test('[U6] without a session every page leads to sign in, and back to itself', async ({ page, demo }) => {
    await page.goto(`${demo.url}/orders?stage=Hold`)
    await page.waitForURL('**/sign-in?next=*')
    await page.getByRole('button', { name: 'Olivia Harbor' }).click()
    await page.waitForURL('**/orders?stage=Hold')
    await expect(page.getByText('No order fits')).toBeVisible()
  })

  for (const scheme of ['light', 'dark'] as const)
    test.describe(scheme, () => {
      test.use({ colorScheme: scheme })
      test(`[X1] every page can be read and used by everybody (${scheme})`, async ({ enter }) => {
        const page = await enter('Olivia Harbor')
        for (const path of PAGES) {
          await page.goto(new URL(path, page.url()).href)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await page.waitForLoadState('load')
          expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] })
        }
      })
    })
})
