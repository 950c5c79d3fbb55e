import type { Page } from '@playwright/test'
import { expect, test } from './make/demo.ts'

// What goes up is switched on here: a demo apart from the other tests', in which nothing was before.
test.use({ moreOrders: 1 })

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
type Told = any

/** Speaks to the API as the page does, for what another page of the console does. */
const speak = (page: Page, asked: string, body?: object): Promise<Told> =>
  page.evaluate(
    async ({ asked, body }) => {
      const [method = '', path] = asked.split(' ')
      const { csrf, merchant } = (await (await fetch('/api/v1/session')).json()) as Told
      const headers = { 'content-type': 'application/json', 'millrace-csrf': csrf, 'millrace-merchant': merchant }
      const sent = await fetch(`/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      if (!sent.ok) throw new Error(`${asked}: ${await sent.text()}`)
      return sent.json()
    },
    { asked, body },
  )

/** Switches the sending of stock or prices on, past its dry run (I14). */
async function switchOn(page: Page, what: 'Stock' | 'Prices'): Promise<void> {
  await page.goto(new URL('/amazon#sending', page.url()).href)
  await page.getByRole('button', { name: `Dry run and switch on: ${what}` }).click()
  await page.getByRole('button', { name: `I have seen it: switch ${what} on` }).click()
  await expect(page.getByText(`${what}: on.`)).toBeVisible()
}

test.describe('stock', () => {
  test('[O20] three items are counted by keyboard, the differences are seen first, and all of it is saved at once', async ({
    enter,
  }) => {
    const page = await enter('Cora Quay', '/stock?count=RENO')
    const field = (item: string) => page.getByLabel(`How many of ${item} lie there`)
    await field('CANDLE-SEA').focus()
    for (const number of ['58', '25', '81']) {
      await page.keyboard.type(number)
      await page.keyboard.press('Enter')
    }
    const row = (item: string) => page.getByRole('row', { name: new RegExp(`^${item}`) })
    await expect(row('CANDLE-SEA')).toContainText('-2')
    await expect(row('LAMP-OAK')).toContainText('±0')
    await expect(row('MUG-BLUE')).toContainText('+1')
    await expect(page.getByText('3 items counted, 2 differ.')).toBeVisible()
    await field('MUG-BLUE').fill('-4')
    await expect(page.getByText('A whole number from 0, such as 12.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save the count' })).toBeDisabled()
    await field('MUG-BLUE').fill('81')
    await page.getByRole('button', { name: 'Save the count' }).click()
    await expect(page.getByText('The counts of 3 items are saved.')).toBeVisible()
    await expect(row('CANDLE-SEA').getByRole('cell').nth(2)).toHaveText('58')
    await page.goto(new URL('/stock?tab=history&kind=count', page.url()).href)
    await expect(page.getByRole('row', { name: /Counted.*CANDLE-SEA.*RENO.*-2/ })).toBeVisible()
  })

  test('[O20] a transfer of more than there is is refused beside its field, and nothing moves', async ({ enter }) => {
    const page = await enter('Cora Quay', '/stock')
    await page.getByRole('button', { name: /^Change LAMP-OAK in Reno depot/ }).click()
    const dialog = page.getByRole('dialog', { name: 'LAMP-OAK in Reno depot' })
    await dialog.getByText('Transfer', { exact: true }).first().click()
    await dialog.getByLabel('How many').fill('9999')
    await expect(dialog.getByText(/^Is more than there is: \d+ free in RENO/)).toBeVisible()
    const move = dialog.getByRole('button', { name: 'Transfer' })
    await expect(move).toBeDisabled()
    await dialog.getByLabel('How many').fill('1.5')
    await expect(dialog.getByText('A whole number, such as 5.')).toBeVisible()
    await dialog.getByLabel('How many').fill('3')
    await expect(dialog.getByText(/Then 22 lie here and 3 in Portland house\./)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('The stock is changed.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Change LAMP-OAK in Portland house: 3' })).toBeVisible()
  })
})

test.describe('submissions', () => {
  test.setTimeout(300_000)

  test('[I7][I14] after its switch was seen in a dry run, a Manual Upload tells the result of its SKU and is found again', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/submissions')
    await expect(page.getByText('Nothing goes up yet')).toBeVisible()
    const [{ id }] = (await speak(page, 'GET /connections')).rows
    await expect
      .poll(async () => (await speak(page, `GET /connections/${id}/listings`)).rows.length, { timeout: 120_000 })
      .toBeGreaterThan(0)
    await speak(page, `POST /connections/${id}/listings/link`, {
      links: [{ sellerSku: 'MUG-BLUE', itemId: 'MUG-BLUE' }],
    })
    await switchOn(page, 'Stock')
    await page.goto(new URL('/submissions', page.url()).href)
    await page.getByRole('button', { name: 'Manual Upload' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Only these SKUs').check()
    await dialog.getByLabel('Seller SKUs, one per line').fill('MUG-BLUE')
    await dialog.getByRole('button', { name: 'Dry run' }).click()
    await expect(dialog.getByRole('row', { name: /^MUG-BLUE/ }).first()).toBeVisible()
    await dialog.getByRole('button', { name: 'Send it now' }).click()
    await expect(page.getByText('Looked at 1 of 1 SKUs.')).toBeVisible({ timeout: 120_000 })
    await expect(page.getByRole('row', { name: /^MUG-BLUE Stock/ })).toContainText(/Taken, not yet seen|Confirmed/, {
      timeout: 120_000,
    })
    await page.goto(new URL('/submissions?tab=runs&kind=manual', page.url()).href)
    await page.getByRole('link', { name: 'Results' }).first().click()
    await expect(page.getByText('Looked at 1 of 1 SKUs.')).toBeVisible()
  })

  test('[I4] a price that jumps waits, is seen old and new with its reason, and goes up once it is approved', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/submissions?tab=approvals')
    const { rows } = await speak(page, 'GET /items?limit=200')
    const mug = rows.find((item: { id: string }) => item.id === 'MUG-BLUE')
    await speak(page, 'PUT /items', { items: [{ ...mug, price: { amount: '30.00', currency: 'USD' } }] })
    const settings = await speak(page, 'GET /settings/inventory')
    await speak(page, 'PUT /settings/inventory', { ...settings, includePrice: true })
    await switchOn(page, 'Prices')
    await page.goto(new URL('/submissions?tab=approvals', page.url()).href)
    const held = page.getByRole('row', { name: /MUG-BLUE/ })
    await expect(held).toContainText('would change by', { timeout: 180_000 })
    await expect(held).toContainText('$30.00')
    await page.getByLabel('Choose MUG-BLUE').check()
    await page.getByRole('button', { name: 'Approve 1' }).click()
    await expect(page.getByText('1 price goes up.')).toBeVisible()
    await expect(held).toHaveCount(0)
  })

  test('[I12] a drift audit is started, followed to its end, and each class of differences leads to its rows', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/submissions?tab=audits')
    const newest = page.getByRole('row').nth(1)
    // The first one of a new demo begins by itself.
    await expect(newest).toContainText('done', { timeout: 240_000 })
    await page.getByRole('button', { name: 'Audit now' }).click()
    await expect(page.getByText('The audit has begun')).toBeVisible()
    await expect(newest).not.toContainText('every night')
    await expect(newest).toContainText('done', { timeout: 240_000 })
    await newest.getByRole('link', { name: /^Unknown here/ }).click()
    await expect(page.getByRole('heading', { name: 'What differs: Unknown here' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Find its item' }).first()).toBeVisible()
  })
})
