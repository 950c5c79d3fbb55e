import { expect, test } from './make/demo.ts'

test.describe('the console', () => {
  test('[X1] an order that arrived is found in the list, and its page tells how it came in', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/orders')
    const first = page.getByRole('row').nth(1)
    await expect(first).toContainText(/\d{3}-\d{7}-\d{7}/, { timeout: 30_000 })
    await first.getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'How it came in' })).toBeVisible()
    await expect(page.getByText('Considering processing of')).toBeVisible()
    await page.getByRole('link', { name: '← Orders' }).click()
    await page.getByRole('button', { name: 'Placed' }).click()
    await page.waitForURL('**/orders?sort=placed')
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('link', { name: '← Orders' }).click()
    await page.waitForURL('**/orders?sort=placed')
  })

  test('[S6] a button that works for a while keeps the focus', async ({ enter }) => {
    const page = await enter('Sam Pier', '/shipping')
    // The page gives the focus to its field once: when the first order is there.
    await expect(page.getByRole('textbox', { name: 'Order or tracking number' })).toBeFocused()
    await page.getByRole('button', { name: 'Start a shipping run' }).focus()
    await page.keyboard.press('Enter')
    const ends = page.getByRole('button', { name: 'End the run' })
    await expect(ends).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Start a shipping run' })).toBeFocused()
  })

  test('[X1] without a network a change is refused with what to do, and is not sent by itself later', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/items/MUG-RED')
    const name = page.getByRole('textbox', { name: 'Name' })
    await expect(name).toHaveValue('Stoneware mug, red')
    await name.fill('Stoneware mug, very red')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Millrace does not answer.')).toBeVisible()
    await page.context().setOffline(false)
    await expect(name).toHaveValue('Stoneware mug, very red')
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.reload()
    await expect(name).toHaveValue('Stoneware mug, red')
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

  test('[X1] what is typed into a search stays under the hand, and a search that finds nothing is dropped with one press', async ({
    enter,
  }) => {
    const page = await enter('Cora Quay', '/errors')
    const text = page.getByLabel('Amazon order id or SKU')
    await text.pressSequentially('no-such')
    await page.waitForURL('**/errors?text=no-such')
    await expect(text).toBeFocused()
    await page.keyboard.type('-thing')
    await page.waitForURL('**/errors?text=no-such-thing')
    await expect(text).toHaveValue('no-such-thing')
    await page.goto(new URL('/items', page.url()).href)
    await page.getByRole('searchbox').fill('no-such-item')
    await page.waitForURL('**/items?find=no-such-item')
    await page.getByRole('link', { name: 'Show all items' }).click()
    await expect(page.getByRole('link', { name: 'MUG-RED' })).toBeVisible()
    await expect(page.getByRole('searchbox')).toHaveValue('')
    // The search would have come back by now, since it waits for a pause in typing only.
    await page.getByRole('link', { name: 'MUG-RED' }).click()
    await page.goBack()
    await page.waitForURL('**/items')
    await expect(page.getByRole('searchbox')).toHaveValue('')
  })

  test('[X5] each number of Today leads to a list that counts as many', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/today')
    const held = page.getByRole('link', { name: /^Held in the Error Log/ })
    const number = held.locator('p').nth(1)
    await expect(number).not.toHaveText('0', { timeout: 60_000 })
    const count = await number.textContent()
    await held.click()
    await page.waitForURL('**/errors?kind=inbound-order')
    await expect(page.getByRole('button', { pressed: true })).toHaveText(`Orders held${count}`)
    await page.goBack()
    await page.getByRole('link', { name: /^Refused by Amazon/ }).click()
    await expect(page.getByText('Nothing of this kind waits for you')).toBeVisible()
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
