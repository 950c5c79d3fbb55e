import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type RunningDemo, test } from './make/demo.ts'
import { faultsOf } from './make/faults-of.ts'

/** Changes the simulated Amazon by its side door. */
async function control({ folder }: RunningDemo, path: string, body: object): Promise<void> {
  const { simulator } = JSON.parse(await readFile(join(folder, 'running.json'), 'utf8')) as { simulator: string }
  const answer = await fetch(`${simulator}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(answer.ok, await answer.text()).toBe(true)
}

/** Asks our own API as the person of the page. */
async function ask(page: Page, request: `${string} ${string}`, data?: object) {
  const [method = '', path = ''] = request.split(' ')
  const told = await page.evaluate(
    async (asked) => {
      const { csrf } = (await (await fetch('/api/v1/session')).json()) as { csrf: string }
      const headers = { 'millrace-csrf': csrf, ...(asked.body && { 'content-type': 'application/json' }) }
      const answer = await fetch(`/api/v1${asked.path}`, { method: asked.method, headers, body: asked.body ?? null })
      return { ok: answer.ok, text: await answer.text() }
    },
    { method, path, body: data && JSON.stringify(data) },
  )
  expect(told.ok, told.text).toBe(true)
  return JSON.parse(told.text)
}

/** So long a fresh demo's first audit of its listings may take: Amazon makes a report for it. */
const FIRST_AUDIT = 150_000
const CONNECTION = '/connections/na-A3HARBORGOODS'

test('[T4] listings are matched: the sure ones at once, another item is chosen, and the list of items shows it', async ({
  enter,
}) => {
  test.setTimeout(240_000)
  const page = await enter('Cora Quay', '/items/match')
  const row = page.getByRole('row', { name: /^MUG-BLUE/ })
  // The first audit of the demo may still be under way.
  await expect(row).toContainText('the SKU is its id', { timeout: FIRST_AUDIT })
  await page.getByRole('button', { name: 'Choose the item of AMZ-CANDLE-FBA' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByRole('combobox', { name: 'Item' }).fill('candle')
  await page.getByRole('option', { name: /^CANDLE-SEA/ }).click()
  await asked.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(page.getByText('One listing is linked.')).toBeVisible()
  await page.getByRole('button', { name: /^Link all \d+ sure ones$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Link them' }).click()
  await expect(page.getByText(/^\d+ listings are linked\.$/)).toBeVisible({ timeout: 30_000 })
  await expect(row).toHaveCount(0)
  await page.getByRole('link', { name: '← Items' }).click()
  await page.getByRole('link', { name: /^Linked/ }).click()
  await expect(page.getByRole('row', { name: /^MUG-BLUE/ })).toContainText('Live')
})

test('[I4][I10] a refused price is told in Amazon’s words, corrected in the item, sent, and seen confirmed', async ({
  enter,
  demo,
}) => {
  test.setTimeout(360_000)
  const page = await enter('Olivia Harbor', '/items/MUG-RED?tab=amazon')
  await control(demo, 'listing-settings', { lagMs: 0, priceLagMs: 0 })
  // The first audit of the demo may still be under way.
  const unlink = page.getByRole('button', { name: 'Unlink MUG-RED from this item' })
  const link = page.getByRole('button', { name: 'Link MUG-RED to this item' })
  await expect(link.or(unlink)).toBeVisible({ timeout: FIRST_AUDIT })
  if (await link.isVisible()) await link.click()
  await expect(unlink).toBeVisible({ timeout: 30_000 })
  const { priceNotices: _, ...inventory } = await ask(page, 'GET /settings/inventory')
  await ask(page, 'PUT /settings/inventory', { ...inventory, includePrice: true })
  await ask(page, `PUT ${CONNECTION}/sending`, { price: true, dryRunSeen: true })
  const message = 'Potential pricing error: the price differs greatly from recent prices.'
  const fault = { kind: 'refuse-later', sku: 'MUG-RED', code: '18155', message, attribute: 'purchasable_offer' }
  await control(demo, 'faults', { operation: 'patchListingsItem', ...fault })

  const price = async (amount: string) => {
    await page.getByRole('tab', { name: 'Item', exact: true }).click()
    const facts = page.getByRole('region', { name: 'Item', exact: true })
    await facts.getByLabel('Price in USD').fill(amount)
    await facts.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved: Item.').last()).toBeVisible()
    await page.getByRole('tab', { name: 'Amazon' }).click()
    await page.getByRole('button', { name: 'Ask Amazon now' }).click({ timeout: 90_000 })
  }
  const row = page.getByRole('row', { name: /^MUG-RED/ })
  await price('13.50')
  await expect(row).toContainText(message, { timeout: 60_000 })
  await expect(row).toContainText('Refused')
  await page.goto(`${demo.url}/items?only=refused`)
  await page.getByRole('link', { name: 'MUG-RED' }).click()
  await price('12.50')
  await expect(row).toContainText('confirmed', { timeout: 60_000 })
  await expect(row).toContainText('Live')
  await expect(row).not.toContainText('Refused')
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('row', { name: /Price: refused by Amazon/ })).toContainText('$13.50')
  await expect(page.getByRole('row', { name: /Price: confirmed by Amazon/ })).toContainText('$12.50')
})

test('[T1] the form of a product type is filled in, its faults are told beside their fields, and Amazon is asked', async ({
  enter,
}) => {
  const page = await enter('Cora Quay', '/items')
  await page.getByRole('button', { name: 'New item' }).click()
  const made = page.getByRole('dialog', { name: 'New item' })
  await made.getByLabel('Item id').fill('MUG-GOLD')
  await made.getByLabel('Name').fill('Golden mug')
  await made.getByLabel('Price in USD').fill('14.00')
  await made.getByRole('button', { name: 'Make the item' }).click()
  await page.getByRole('tab', { name: 'Amazon' }).click()
  await page.getByRole('button', { name: 'Kitchen', exact: true }).click()
  const form = page.getByRole('region', { name: /^Listing for/ })
  await form.getByLabel('Number of Pieces').fill('1.5')
  await expect(form.getByText('Must be a whole number.')).toBeVisible()
  await form.getByLabel('Item Name').fill('Golden mug, 12 oz')
  await form.getByLabel('Country of Origin').click()
  await page.getByRole('option', { name: 'United States' }).click()

  await page.getByRole('tab', { name: 'Other' }).click()
  const leaving = page.getByRole('dialog', { name: 'Leave without saving?' })
  await leaving.getByRole('button', { name: 'Stay here' }).click()
  await form.getByLabel('Number of Pieces').fill('1')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^Saved: Listing for/)).toBeVisible()
  await expect(form.getByText(/^\[Brand Name\] is missing/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create the listing' })).toBeDisabled()
  await page.getByRole('button', { name: 'Preview at Amazon' }).click()
  await expect(page.getByText('Amazon would refuse it.')).toBeVisible({ timeout: 30_000 })
  await expect(form.getByText(/^Amazon: 'brand' is required/)).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.reload()
  await expect(form.getByLabel('Item Name')).toHaveValue('Golden mug, 12 oz', { timeout: 30_000 })
})

test('[I2][I4] stock tells its sum, and prices are checked as they are typed', async ({ enter }) => {
  const page = await enter('Olivia Harbor', '/items/CANDLE-SEA?tab=inventory')
  const { rows } = await ask(page, 'GET /distribution-centers')
  const centers = rows.map((row: { code: string }) => ({ ...row, inventoryBuffer: row.code === 'RENO' ? 3 : 0 }))
  await ask(page, 'PUT /distribution-centers', { centers })
  await page.reload()
  await expect(page.getByRole('row', { name: /^RENO/ })).toContainText(/57 = 60 − 3/)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('tab', { name: 'Other' }).click()
  const offers = page.getByRole('region', { name: 'Prices at Amazon' })
  await offers.getByRole('button', { name: 'Add prices' }).click()
  await offers.getByLabel('Highest price').fill('10')
  await expect(offers.getByText(/lies above the max/).first()).toBeVisible()
  await offers.getByLabel('Highest price').fill('30')
  await offers.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved: Prices at Amazon.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('[X1][O11] of two who change one item or map one SKU the later one is told, keeps what was typed, and decides', async ({
  enter,
}) => {
  const page = await enter('Olivia Harbor', '/items/LAMP-OAK')
  // The page hears no news of the other one.
  await page.route('**/api/v1/events', (request) => request.abort())
  await page.reload()
  const facts = page.getByRole('region', { name: 'Item', exact: true })
  await facts.getByLabel('Name').fill('Desk lamp of one')
  const { id, ...item } = await ask(page, 'GET /items/LAMP-OAK')
  await ask(page, `PUT /items/${id}`, { ...item, description: 'Desk lamp of another', grams: 1777 })
  await facts.getByRole('button', { name: 'Save' }).click()
  await expect(facts.getByText(/^Nothing of yours was saved/)).toBeVisible()
  await expect(facts.getByLabel('Name')).toHaveValue('Desk lamp of one')
  await expect(facts.getByLabel(/^Weight/)).toHaveValue('1777')
  expect((await ask(page, 'GET /items/LAMP-OAK')).description).toBe('Desk lamp of another')
  await facts.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved: Item.')).toBeVisible()
  expect(await ask(page, 'GET /items/LAMP-OAK')).toMatchObject({ description: 'Desk lamp of one', grams: 1777 })
  await page.getByRole('tab', { name: 'Other' }).click()
  await page.getByRole('button', { name: 'Map a SKU' }).click()
  const dialog = page.getByRole('dialog')
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/sku-mappings?sellerSku=AZ-TWO'))
  await dialog.getByLabel('Seller SKU at Amazon').fill('AZ-TWO')
  await asked
  const mappings = [{ sellerSku: 'AZ-TWO', itemId: 'CANDLE-SEA', ratio: { amazon: 1, ours: 1 } }]
  await ask(page, 'PUT /sku-mappings', { mappings })
  await dialog.getByRole('button', { name: 'Map it' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nothing of yours was saved')
  await expect(dialog.getByText('This SKU belongs to CANDLE-SEA now. Saving moves it here.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Map it' }).click()
  await expect(page.getByRole('row', { name: /^AZ-TWO/ })).toBeVisible()
  // Mapped elsewhere meanwhile, it is not taken from there unseen.
  await ask(page, 'PUT /sku-mappings', { mappings })
  await page
    .getByRole('row', { name: /^AZ-TWO/ })
    .getByRole('button', { name: 'Remove' })
    .click()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nothing of yours was saved')
  expect((await ask(page, 'GET /sku-mappings?sellerSku=AZ-TWO')).rows).toMatchObject([{ itemId: 'CANDLE-SEA' }])
})
