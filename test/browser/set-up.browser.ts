import { expect, type Page, test } from '@playwright/test'
import { comeIn } from './make/come-in.ts'
import { firstStart } from './make/first-start.ts'

/** The only host of Amazon that the browser is sent to; here the simulator stands in its place. */
const SELLER_CENTRAL = 'https://sellercentral.amazon.com'

let deployment: Awaited<ReturnType<typeof firstStart>>
test.beforeAll(async () => {
  test.setTimeout(180_000)
  deployment = await firstStart()
})
test.afterAll(() => deployment?.stop())

/** At Seller Central, which is the simulator here, and back. */
async function authorize(page: Page): Promise<void> {
  await page.route(`${SELLER_CENTRAL}/**`, (route) =>
    route.fulfill({
      status: 302,
      headers: { location: route.request().url().replace(SELLER_CENTRAL, deployment.simulator) },
    }),
  )
  await page.getByRole('link', { name: 'Connect' }).first().click()
  await expect(page.getByRole('tab', { name: 'Error Log' })).toBeDisabled()
  await expect(page.getByRole('tab', { name: 'Import' })).toBeEnabled()
  await page.getByRole('button', { name: 'Connect a seller' }).click()
  await page.getByRole('button', { name: 'Authorize at Amazon' }).click()
  await page.getByRole('link', { name: 'Confirm' }).click()
  await expect(page.getByText('is connected. Nothing is imported before you start it.')).toBeVisible()
  await page.getByRole('link', { name: 'Go on' }).click()
}

/** One method, which is to do for all four levels. */
async function chooseMethods(page: Page): Promise<void> {
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

test('[C2][C9] from the link of the first start to the first order: password, second factor, Amazon, methods, Preview, Start', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const order = deployment.control.placeOrder({
    createdAt: Date.now() - 300_000,
    lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }],
  })
  await comeIn(page, deployment.link)
  const list = page.getByRole('region', { name: 'Before the first order' })
  await expect(list.getByText('The required steps come first.')).toBeVisible()

  await authorize(page)
  await expect(list.getByText(/^Connected: na-/)).toBeVisible()
  await list.getByRole('link', { name: 'Set up' }).click()
  await chooseMethods(page)

  await page.getByRole('link', { name: 'Today' }).click()
  await list.getByRole('button', { name: /^Use / }).click()
  await expect(page.getByText(/are not imported\.$/).first()).toBeVisible()
  await list.getByRole('button', { name: 'Preview' }).click()
  const preview = page.getByRole('dialog', { name: 'What the last 48 hours would become' })
  await expect(preview.getByRole('row', { name: new RegExp(order) })).toContainText('Shipping Department')
  await page.keyboard.press('Escape')
  await list.getByRole('button', { name: 'Start importing' }).click()

  const placed = page.getByRole('link', { name: /^Placed today 1\b/ })
  await expect(placed).toBeVisible({ timeout: 60_000 })
  await placed.click()
  await expect(page.getByRole('row', { name: new RegExp(order) })).toBeVisible()
})
