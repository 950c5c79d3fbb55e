import type { Page } from '@playwright/test'
import { readScan } from '../../src/core/shipments/read-scan.ts'
import { expect, test } from './make/demo.ts'
import { faultsOf } from './make/faults-of.ts'

const ORDERS = 20
test.use({ moreOrders: 26 })

/** A number of UPS whose check digit fits; each another one. */
function tracking(n: number): string {
  const form = `1Z999AA1${String(n).padStart(9, '0')}`
  const fits = [...'0123456789'].find((digit) => readScan(form + digit).kind === 'tracking')
  return form + fits
}

/** Waits until so many orders stand in the queue. */
const queued = async (page: Page, count: number) =>
  expect.poll(() => page.locator('.queue tbody tr').count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(count)

const packed = (page: Page) => page.getByRole('heading', { level: 2, name: /^Order \d+$/ })
const field = (page: Page) => page.getByRole('textbox', { name: 'Order or tracking number' })

/** Amazon's ids of orders that hold two blue mugs, as the page names them one after the other. */
async function amazonIds(page: Page, count: number): Promise<string[]> {
  const rows = page.locator('.queue tbody tr').filter({ hasText: /^\d+.*2 × MUG-BLUE/ })
  const ids: string[] = []
  for (let at = 0; ids.length < count; at++) {
    await rows.nth(at).click()
    const number = (await rows.nth(at).getByRole('button').first().textContent()) ?? ''
    await expect(packed(page)).toHaveText(`Order ${number}`)
    ids.push(/\d{3}-\d{7}-\d{7}/.exec((await page.locator('.pack').textContent()) ?? '')?.[0] ?? '')
  }
  return ids
}

test.describe('packing', () => {
  test('[S1][S2][S6] a clerk ships twenty orders without a mouse: slip, number, next; each is confirmed at Amazon', async ({
    enter,
    demo,
  }) => {
    test.setTimeout(180_000)
    const page = await enter('Sam Pier', '/shipping')
    await queued(page, ORDERS + 3)
    const ids = await amazonIds(page, ORDERS + 2)
    await field(page).focus()
    for (const [n, id] of ids.slice(0, ORDERS).entries()) {
      await page.keyboard.type(id)
      await page.keyboard.press('Enter')
      await expect(page.locator('.pack')).toContainText(id)
      await expect(field(page)).toBeFocused()
      await expect(field(page)).toHaveValue('')
      await page.keyboard.type(tracking(n))
      await page.keyboard.press('Enter')
      await expect(page.getByText(`${n + 1} shipped`, { exact: true })).toBeVisible()
    }

    const [again = '', other = ''] = ids.slice(ORDERS)
    const alert = page.getByRole('alert')
    await page.keyboard.type(ids[0] ?? '')
    await page.keyboard.press('Enter')
    await expect(alert).toContainText('is shipped already')
    await page.keyboard.press('Escape')
    await page.keyboard.type('111-0000000-0000000')
    await page.keyboard.press('Enter')
    await expect(alert).toContainText('There is no order')
    await page.keyboard.press('Escape')
    await page.keyboard.type(again)
    await page.keyboard.press('Enter')
    await expect(page.locator('.pack')).toContainText(again)
    await page.keyboard.type('1Z999AA10123456785')
    await page.keyboard.press('Enter')
    await expect(alert).toContainText('check digit is wrong')
    await page.keyboard.press('Escape')
    await expect(alert).toHaveCount(0)

    // One of two leaves, then the other one; the last package is taken back.
    await page.keyboard.press('Alt+p')
    await expect(page.getByRole('textbox', { name: /^How many of / })).toBeFocused()
    await page.keyboard.type('1')
    await field(page).focus()
    await page.keyboard.type(tracking(90))
    await page.keyboard.press('Enter')
    await expect(page.locator('.pack')).toContainText('1 ×')
    await expect(page.locator('.pack')).toContainText(again)
    await page.keyboard.type(tracking(91))
    await page.keyboard.press('Enter')
    await expect(page.getByText(`${ORDERS + 2} shipped`, { exact: true })).toBeVisible()
    await page.keyboard.press('Alt+z')
    await expect(page.getByText(/is taken back/)).toBeVisible()
    await expect(page.locator('.pack')).toContainText(again)
    expect(other).not.toBe('')

    for (const [n, id] of ids.slice(0, ORDERS).entries())
      await expect
        .poll(
          async () => {
            const order = await (await fetch(`${demo.simulator}/control/orders/${id}`)).json()
            return JSON.stringify(order)
          },
          { timeout: 60_000 },
        )
        .toContain(tracking(n))
  })

  test("[S2] the carrier's file is looked at, entered but for its bad row, and changes nothing the second time", async ({
    enter,
  }) => {
    const page = await enter('Sam Pier', '/shipping')
    await queued(page, 3)
    const numbers = (await page.locator('.queue tbody tr td:nth-child(2)').allTextContents()).map((text) => text.trim())
    const rows = [
      `${numbers.at(-1)},${tracking(50)},UPS`,
      `${numbers.at(-2)},9.4E+21,UPS`,
      `${numbers.at(-3)},${tracking(51)},UPS`,
    ]
    const file = {
      name: 'worldship.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Order reference,Tracking number,Carrier', ...rows].join('\r\n')),
    }
    const choose = () => page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: 'Read tracking file' }).click()
    await choose()
    await expect(page.getByText('2 ready, 0 entered before, 1 wrong.')).toBeVisible()
    await expect(page.getByRole('row', { name: /^3 / })).toContainText('format the column as text')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Enter 2 packages' }).click()
    await expect(page.getByText('2 entered, 0 entered before, 1 refused.')).toBeVisible()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download results' }).click()
    expect((await saved).suggestedFilename()).toBe('tracking-file-results.csv')
    await choose()
    await expect(page.getByText('0 ready, 2 entered before, 1 wrong.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Nothing to enter' })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: numbers.at(-1) ?? '', exact: true })).toHaveCount(0)
  })

  for (const scheme of ['light', 'dark'] as const)
    test.describe(scheme, () => {
      test.use({ colorScheme: scheme })
      test(`[U3] addresses leave as a file in the merchant's own columns, after a second factor, once (${scheme})`, async ({
        enter,
      }) => {
        const page = await enter('Olivia Harbor', '/shipping')
        await queued(page, 2)
        // As if the second factor were older than 15 minutes.
        await page.route('**/api/v1/exports', (route) =>
          route.request().method() === 'POST'
            ? route.fulfill({
                status: 403,
                contentType: 'application/problem+json',
                body: JSON.stringify({ status: 403, code: 'second-factor-needed', detail: 'Show it again.' }),
              })
            : route.continue(),
        )
        await page
          .getByRole('checkbox', { name: /^Choose order/ })
          .first()
          .check()
        await page
          .getByRole('checkbox', { name: /^Choose order/ })
          .nth(2)
          .click({ modifiers: ['Shift'] })
        await expect(page.getByRole('button', { name: 'Print 3 orders' })).toBeEnabled()
        await page.getByRole('button', { name: 'Export addresses' }).click()
        await page.getByRole('button', { name: 'Leave out District' }).click()
        await page.getByRole('textbox', { name: 'Heading of Postal code' }).fill('Zip')
        await page.getByRole('textbox', { name: 'Name of this layout' }).fill(`WorldShip ${scheme}`)
        await page.getByRole('button', { name: 'Save layout' }).click()
        await expect(page.getByText(`Saved: WorldShip ${scheme}.`)).toBeVisible()
        expect(await faultsOf(page)).toEqual([])
        await page.getByRole('button', { name: 'Download', exact: true }).click()
        const shown = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Go on' }) })
        await expect(shown).toBeVisible()
        expect(await faultsOf(page)).toEqual([])
        await page.unroute('**/api/v1/exports')
        const saved = page.waitForEvent('download')
        await shown.getByRole('button', { name: 'Go on' }).click()
        const file = await saved
        expect(file.suggestedFilename()).toMatch(/^addresses-\d+\.csv$/)
        await expect(page.getByText('3 addresses saved.')).toBeVisible()
        await page.getByRole('button', { name: 'Export addresses' }).click()
        await page.getByRole('tab', { name: 'Past files' }).click()
        await expect(page.getByRole('row', { name: new RegExp(`WorldShip ${scheme}`) })).toContainText('harbor-goods')
        expect(await faultsOf(page)).toEqual([])
      })
    })

  test('[S6][X1] the page is used on a phone, and its keys are told', async ({ enter, page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await enter('Sam Pier', '/shipping?deadline=tomorrow')
    await expect(page.getByRole('combobox', { name: 'Deadline' })).toHaveValue(/^Tomorrow/)
    await page.goto(new URL('/shipping', page.url()).href)
    await queued(page, 1)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await field(page).focus()
    await page.keyboard.type('?')
    await expect(page.getByRole('dialog', { name: 'Keys of the packing table' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })
})
