import { expect, test } from './make/demo.ts'

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
    await page
      .getByRole('button', { name: /^Show (it|all)/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: 'Reprocess all' })).toBeVisible()
  })

  test('[X1] what a page cannot read of its address is passed over', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/submissions?tab=nothing-like-it&state=odd')
    await expect(page.getByRole('tab', { selected: true })).toHaveText('Stock and prices')
    await page.goto(new URL('/orders?sort=odd&stage=odd', page.url()).href)
    await expect(page.getByRole('row').nth(1)).toContainText(/\d{3}-\d{7}-\d{7}/, { timeout: 30_000 })
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
})
