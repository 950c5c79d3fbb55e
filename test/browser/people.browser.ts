import { expect, test } from './make/demo.ts'
import { faultsOf } from './make/faults-of.ts'

test.describe('people, audit and items', () => {
  test('[U1] the owner invites somebody who may not see buyer data, and the list says so', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/users')
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    await page.getByLabel('E-mail address').fill('dora.lane')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(page.getByText('An e-mail address looks like name@example.com.')).toBeVisible()
    await page.getByLabel('E-mail address').fill('dora.lane@example.com')
    await expect(page.getByLabel('View Amazon PII')).toHaveCount(0)
    await page.getByLabel('View Orders').check()
    await page.getByLabel('Shipping Department').check()
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(page.getByLabel('Link of the invitation')).toHaveValue(/\/welcome#.{20,}/)
    await page.getByRole('button', { name: 'Done' }).click()
    const invited = page.getByRole('row', { name: /dora\.lane@example\.com/ })
    await expect(invited).toContainText('View Orders, Shipping Department')
    await expect(invited).not.toContainText('PII')
    await expect(page.getByRole('row', { name: /Cora Quay/ })).toContainText('Masked')
  })

  test('[D15] buyer data is given to one person by name, and taken back', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/users')
    const change = async () => {
      await page.getByRole('button', { name: 'Change Cora Quay' }).click()
      await page.getByRole('menuitem', { name: 'Change' }).click()
      return page.getByRole('dialog', { name: 'Cora Quay' })
    }
    const given = await change()
    await given.getByLabel('View Amazon PII').check()
    await expect(given.getByText('Enter the day of the training first')).toBeVisible()
    await given.getByLabel('Last training', { exact: true }).fill('2026-11-02')
    await given.getByRole('button', { name: 'Save' }).click()
    const row = page.getByRole('row', { name: /Cora Quay/ })
    await expect(row).toContainText('trained Nov 2, 2026')
    const taken = await change()
    await taken.getByLabel('View Amazon PII').uncheck()
    await taken.getByRole('button', { name: 'Save' }).click()
    await expect(row).toContainText('Masked')
  })

  test('[M2] an operator without a merchant lands on the merchants, and sees counts only', async ({ enter }) => {
    const page = await enter('Otto Tide', '/deployment')
    await page.goto(new URL('/today', page.url()).href)
    await page.waitForURL('**/deployment')
    await expect(page.getByRole('row', { name: /Harbor Goods/ })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Orders' })).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
  })

  test('[M2][U1] a page that is not open to somebody offers nothing and says what it takes; what they see a part of stays open', async ({
    enter,
  }) => {
    const page = await enter('Sam Pier', '/deployment')
    const main = page.getByRole('main')
    await expect(main.getByText('Only the operators of this deployment', { exact: false })).toBeVisible()
    await expect(main.getByRole('tab')).toHaveCount(0)
    await expect(main.getByRole('button', { name: 'Add a merchant' })).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    for (const [path, permission] of [
      ['/users', 'Edit Users'],
      ['/audit', 'View Audit'],
      ['/items/MUG-BLUE', 'View Items'],
    ] as const) {
      await page.goto(new URL(path, page.url()).href)
      await expect(main.getByText(`It needs the permission ${permission}.`, { exact: false })).toBeVisible()
    }
    for (const path of ['/amazon?tab=errors', '/submissions?tab=files']) {
      await page.goto(new URL(path, page.url()).href)
      await expect(main.getByRole('tab', { selected: true })).toHaveText(/^(Error Log|By file)$/)
    }
    await page.goto(new URL('/submissions', page.url()).href)
    await expect(main.getByRole('tab')).toHaveText(['Shipments and refunds', 'By file'])
    await expect(main.getByRole('alert')).toHaveCount(0)
    await page.goto(new URL('/audit', page.url()).href)
    await main.getByRole('link', { name: 'Go to Today' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  })

  test('[U1] who sees a part of a page finds that part alone', async ({ enter }) => {
    const page = await enter('Cora Quay', '/users')
    await expect(page.getByRole('main').getByRole('tab')).toHaveText(['Webhooks'])
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
    await page.goto(new URL('/audit', page.url()).href)
    await expect(page.getByRole('main').getByRole('tab')).toHaveText(['Data and compliance'])
  })

  test('[O20] an item is found, its stock is adjusted, and the history says why', async ({ enter }) => {
    const page = await enter('Cora Quay', '/items')
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('tab', { name: 'Inventory' }).click()
    const first = page.getByRole('region', { name: 'Stock', exact: true }).getByRole('row').nth(1)
    const before = Number(((await first.getByRole('cell').nth(1).textContent()) ?? '').replace(/\D/g, ''))
    await first.getByRole('button', { name: 'Adjust' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('How many more (or with a minus fewer)').fill('7')
    await dialog.getByLabel('Your own words').fill('delivery 7')
    await dialog.getByRole('button', { name: 'Adjust' }).click()
    await expect(first.getByRole('cell').nth(1)).toHaveText(new Intl.NumberFormat('en').format(before + 7))
    await expect(dialog).toHaveCount(0)
    await page.getByRole('tab', { name: 'History' }).click()
    await expect(page.getByRole('row', { name: /delivery 7/ })).toContainText('+7')
    expect(await faultsOf(page)).toEqual([])
  })
})
