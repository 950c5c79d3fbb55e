import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { comeIn } from './make/come-in.ts'
import { DIALOG, faultsInBoth } from './make/faults-of.ts'
import { firstStart } from './make/first-start.ts'

let deployment: Awaited<ReturnType<typeof firstStart>>
test.beforeAll(async () => {
  test.setTimeout(180_000)
  deployment = await firstStart()
})
test.afterAll(() => deployment?.stop())

/** One method for all four levels, which orders by file need as well. */
async function chooseMethod(page: Page): Promise<void> {
  const methods = page.getByRole('region', { name: 'Shipping methods', exact: true })
  await methods.getByRole('button', { name: 'Add a method' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a shipping method' })
  await dialog.getByLabel('Name', { exact: true }).fill('UPS: Ground')
  await dialog.getByLabel('Id', { exact: true }).fill('GROUND')
  await dialog.getByLabel('Carrier', { exact: true }).fill('UPS')
  await dialog.getByLabel(/^Price in USD/).fill('9.90')
  await dialog.getByRole('button', { name: 'Save the method' }).click()
  await expect(dialog).toBeHidden()
  const levels = page.getByRole('region', { name: 'Shipping methods by service level' })
  for (const level of ['Standard', 'Expedited', 'Two-Day', 'One-Day'])
    await levels.getByLabel(`UPS: Ground is valid for ${level} Shipping`).check()
  await levels.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved: Shipping methods by service level.')).toBeVisible()
}

/** By keyboard, as a clerk does. */
async function ship(page: Page, order: string): Promise<void> {
  await page.goto(`${deployment.url}/shipping`)
  await expect(page.locator('.queue tbody tr')).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Order or tracking number' }).focus()
  await page.keyboard.type(order)
  await page.keyboard.press('Enter')
  await expect(page.locator('.pack')).toContainText(order)
  await page.keyboard.type('1Z999AA10123456784')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 shipped', { exact: true })).toBeVisible()
}

/** What Seller Central gives for download, as a file that the browser uploads. */
const reportFile = () => ({
  name: 'new-orders.txt',
  mimeType: 'text/plain',
  buffer: deployment.control.downloadReport({ kind: 'new-orders' }),
})

const SELLER = 'A3HARBORGOODS'

test('[H1][H2] a merchant without an API: order report in, the order shipped, the confirmation out, its report back', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const order = deployment.control.placeOrder({
    createdAt: Date.now() - 300_000,
    lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }],
  })
  await comeIn(page, deployment.link)
  const list = page.getByRole('region', { name: 'Before the first order' })
  await list.getByRole('link', { name: 'Connect' }).click()
  await page.getByRole('button', { name: 'Work by files' }).click()
  const chooses = page.getByRole('dialog', { name: 'Work by files' })
  await chooses.getByLabel('Seller ID').fill(SELLER)
  await chooses.getByLabel('Amazon.com (US)').check()
  expect(await faultsInBoth(page, DIALOG)).toEqual([])
  await chooses.getByRole('button', { name: 'Work by files' }).click()
  await expect(chooses).toBeHidden()
  await chooseMethod(page)

  await page.getByRole('link', { name: 'Today' }).click()
  await list.getByRole('link', { name: 'Bring the order report' }).click()
  const waits = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Bring an order report' }).click()
  await (await waits).setFiles(reportFile())
  const orders = page.getByRole('dialog', { name: 'Orders of new-orders.txt' })
  await expect(orders.getByRole('row', { name: new RegExp(order) })).toContainText('Placed', { timeout: 60_000 })
  expect(await faultsInBoth(page, DIALOG)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByText('1 placed')).toBeVisible()

  await ship(page, order)

  await page.goto(`${deployment.url}/submissions?tab=files`)
  const today = page.getByRole('region', { name: 'What to upload today' })
  const shipments = today.getByRole('row', { name: /^Shipments/ })
  await expect(shipments).toContainText('1 package')
  await shipments.getByRole('button', { name: 'Take it' }).click()
  const downloads = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Download it' }).click()
  const file = await readFile(await (await downloads).path(), 'utf8')
  expect(file).toContain(order)
  const told = deployment.control.uploadFile({ kind: 'shipping-confirmation', text: file })
  await shipments.getByRole('button', { name: 'Bring the report' }).click()
  const back = page.getByRole('dialog', { name: /^Processing report of Shipments/ })
  await back
    .locator('input[type="file"]')
    .setInputFiles({ name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.from(told) })
  await back.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('1 taken')).toBeVisible()
  await shipments.getByRole('link', { name: /^Shipments/ }).click()
  await expect(page.getByRole('dialog').getByRole('row', { name: new RegExp(order) })).toContainText('Confirmed')
  // Nothing was asked of Amazon at all.
  expect(deployment.control.requests()).toEqual([])
})
