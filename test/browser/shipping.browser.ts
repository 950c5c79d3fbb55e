import type { Page } from '@playwright/test'
import { ask } from './make/ask-api.ts'
import { expect, test } from './make/demo.ts'
import { enterElsewhere } from './make/enter-elsewhere.ts'
import { faultsOf } from './make/faults-of.ts'

/** Waits until so many orders stand in the queue. */
const queued = async (page: Page, count: number) =>
  expect.poll(() => page.getByRole('row').count(), { timeout: 45_000 }).toBeGreaterThan(count)

test.describe('shipping', () => {
  test('[S1][S6] a clerk ships three orders by keyboard alone, the earliest deadline first', async ({ enter }) => {
    const page = await enter('Sam Pier', '/shipping')
    await queued(page, 3)
    const shipped: string[] = []
    for (const number of ['1Z999AA10123456784', '1Z999AA10123456702', '1Z12345E6605272234']) {
      const packed = (await page.getByRole('heading', { name: /^Order \d+$/ }).textContent()) ?? ''
      await expect(page.getByRole('textbox', { name: 'Order or tracking number' })).toBeFocused()
      await page.keyboard.type(number)
      await expect(page.getByText('UPS: begins with 1Z')).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(page.getByText(`Package entered for ${packed.replace('Order ', '')}`)).toBeVisible()
      await expect(page.getByRole('heading', { name: packed, exact: true })).toHaveCount(0)
      shipped.push(packed.replace('Order ', ''))
    }
    expect(new Set(shipped).size).toBe(3)
    await expect(page.getByText('3 shipped')).toBeVisible()
    await page.goto(new URL(`/orders/${shipped[0]}`, page.url()).href)
    await expect(page.getByText('UPS · 1Z999AA10123456784')).toBeVisible()
    await expect(page.getByText('Package 1 left by UPS')).toBeVisible()
    await expect(page.getByText(/Amazon took it|Amazon shows it/)).toBeVisible({ timeout: 30_000 })
  })

  test('[S6] Today begins the queue: what leaves next, also where that is not today', async ({ enter }) => {
    const page = await enter('Sam Pier', '/today')
    const next = page.getByRole('region', { name: 'Ship next' }).getByRole('link', { name: /^\d+$/ })
    await expect.poll(() => next.count(), { timeout: 45_000 }).toBeGreaterThan(3)
    const first = (await next.first().textContent()) ?? ''
    await page.getByRole('link', { name: 'Whole queue' }).click()
    await expect(page.getByRole('row', { name: new RegExp(first) })).toBeVisible()
  })

  test('[S6] arrows move through the queue while the hand stays in the field', async ({ enter }) => {
    const page = await enter('Sam Pier', '/shipping')
    await queued(page, 2)
    const marked = page.locator('tr[aria-current]')
    const first = await marked.textContent()
    await expect(page.getByRole('textbox', { name: 'Order or tracking number' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(marked).not.toHaveText(first ?? '')
    await page.keyboard.press('ArrowUp')
    await expect(marked).toHaveText(first ?? '')
    await expect(page.getByRole('textbox', { name: 'Order or tracking number' })).toBeFocused()
  })

  test('[S6][X1] the queue stands still under the pointer while somebody else moves orders; what waits comes when it is asked for', async ({
    enter,
  }) => {
    const page = await enter('Sam Pier', '/shipping')
    await queued(page, 3)
    const owner = await enterElsewhere(page, 'Olivia Harbor')
    const move = (order: string, to: string) =>
      ask(owner, { method: 'POST', path: `/orders/${order}/move`, body: { to, reason: 'other' } })
    const queue = page.getByRole('region', { name: 'Orders to ship' })
    const numbers = queue.getByRole('button', { name: /^\d+$/ })
    const [first = '', second = ''] = await numbers.allTextContents()
    await move(first, 'Hold')
    await expect(numbers.first()).toHaveText(second)

    await queue.getByRole('row').nth(2).hover()
    await move(first, 'Shipping Department')
    const waiting = page.getByRole('button', { name: /^Show \d+ new rows?$/ })
    await expect(waiting).toBeVisible()
    await expect(numbers.first()).toHaveText(second)
    await waiting.click()
    await expect(numbers.first()).toHaveText(first)
    await expect(waiting).toHaveCount(0)

    await queue.getByRole('row').nth(2).hover()
    const news = page.waitForResponse('**/api/v1/shipping-queue?*')
    await move(first, 'Hold')
    await news
    await expect(numbers.first()).toHaveText(first)
    await page.getByRole('heading', { level: 1 }).hover()
    await expect(numbers.first()).toHaveText(second)
    await move(first, 'Shipping Department')
    await owner.context().close()
  })

  test('[U3] a shipping run shows addresses until it is ended; a reveal is gone when the page is left', async ({
    enter,
  }) => {
    const page = await enter('Sam Pier', '/shipping')
    await queued(page, 1)
    await page.getByRole('button', { name: 'Start a shipping run' }).click()
    await expect(page.getByText('4 h 0 min left')).toBeVisible()
    await expect(page.locator('.address')).toContainText('US')
    await page.getByRole('button', { name: 'End the run' }).click()
    await expect(page.locator('.address')).toHaveCount(0)

    await page.getByRole('link', { name: 'Open the order' }).click()
    await page.getByRole('button', { name: 'Show the buyer' }).click()
    await expect(page.getByText('Shown to you alone')).toBeVisible()
    const name = (await page.locator('.lines').first().textContent())?.split('\n')[0] ?? ''
    expect(name.length).toBeGreaterThan(3)
    expect(await page.title()).not.toContain(name)
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(stored + page.url()).not.toContain(name)
    await page.getByRole('link', { name: 'Orders' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('button', { name: 'Show the buyer' })).toBeVisible()
    expect(await page.content()).not.toContain(name)
  })

  test('[D15] chosen orders are printed in one go: a pick list for each center, then their slips', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/shipping')
    await queued(page, 1)
    await page.getByRole('checkbox', { name: 'Choose all' }).check()
    const printed = page.waitForRequest('**/api/v1/print')
    await page.getByRole('button', { name: /^Print \d+ order/ }).click()
    await page.getByRole('menuitem', { name: 'Pick list and packing slips' }).click()
    await printed
    const sheet = page.frameLocator('iframe.printed')
    await expect(sheet.locator('h1').first()).toHaveText(/Pick list/)
    await expect(sheet.locator('svg').first()).toBeAttached()
  })

  for (const scheme of ['light', 'dark'] as const)
    test.describe(scheme, () => {
      test.use({ colorScheme: scheme })
      test(`[X1] the queue and an order can be read and used by everybody (${scheme})`, async ({ enter }) => {
        const page = await enter('Olivia Harbor', '/shipping')
        await queued(page, 1)
        expect(await faultsOf(page)).toEqual([])
        await page.getByRole('link', { name: 'Open the order' }).click()
        await expect(page.getByRole('heading', { name: 'How it came in' })).toBeVisible()
        expect(await faultsOf(page)).toEqual([])
        await page.getByRole('button', { name: 'Refund' }).click()
        await expect(page.getByText('Money back to the buyer')).toBeVisible()
        expect(await faultsOf(page)).toEqual([])
      })
    })
})
