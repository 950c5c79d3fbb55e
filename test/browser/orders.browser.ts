import type { Page } from '@playwright/test'
import { expect, test } from './make/demo.ts'

const ID = /\d{3}-\d{7}-\d{7}/

/** Waits until orders stand in the list. */
const listed = (page: Page) => expect(page.getByRole('row').nth(1)).toContainText(ID, { timeout: 45_000 })
const finder = (page: Page) => page.getByRole('textbox', { name: 'Find orders' })

test.describe('orders', () => {
  test('[X1] an order is found by its SKU and by the day it was placed; both stand in the address', async ({
    enter,
  }) => {
    const page = await enter('Olivia Harbor', '/orders')
    await listed(page)
    await page.getByRole('row').nth(1).getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'How it came in' })).toBeVisible()
    const id = (await page.locator('main').textContent())?.match(ID)?.[0] ?? ''
    const sku = (await page.locator('.money tbody p').first().textContent()) ?? ''
    await page.getByRole('link', { name: 'Orders' }).first().click()
    await finder(page).fill(sku.toLowerCase())
    await page.keyboard.press('Enter')
    await page.waitForURL('**/orders?find=*')
    await expect(page.getByRole('row').filter({ hasText: id })).toBeVisible()
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByLabel('Placed: last day').fill('2001-01-01')
    await page.waitForURL('**to=2001-01-01*')
    await expect(page.getByRole('heading', { name: /^Nothing is called/ })).toBeVisible()
    await page.getByRole('link', { name: 'Take the filters off' }).first().click()
    await listed(page)
    await finder(page).fill('999-0000000-0000001')
    await page.keyboard.press('Enter')
    await page.getByRole('main').getByRole('button', { name: 'Where is my order?' }).last().click()
    await expect(page.getByRole('textbox', { name: 'Amazon order id' })).toHaveValue('999-0000000-0000001')
  })

  test('[U2][U3] the owner searches by buyer; what was typed stands nowhere afterwards', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/orders')
    await listed(page)
    await finder(page).fill('Zephyrine Quillfeather')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This looks like a buyer')).toBeVisible()
    expect(page.url()).not.toContain('Zephyrine')
    await page.locator('#looks-like-buyer').getByRole('button', { name: 'Search by buyer' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Last name' }).fill('Quillfeather')
    await page.keyboard.press('Enter')
    await expect(page.getByText('No order of such a buyer')).toBeVisible()
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(page.url() + (await page.title()) + stored).not.toContain('Quillfeather')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('[O20][D15][E2] an order is moved, its slip is printed, and it is seen as Amazon sent it', async ({ enter }) => {
    const page = await enter('Olivia Harbor', '/orders?stage=Shipping+Department')
    await listed(page)
    await page.getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('button', { name: 'Move to' }).click()
    await page.getByRole('menuitem', { name: /^Hold/ }).click()
    await page.getByRole('combobox', { name: 'Reason' }).click()
    await page.getByRole('option', { name: 'Waits for stock' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
    await expect(page.getByText('Moved from Shipping Department to Hold')).toBeVisible()
    const printed = page.waitForResponse('**/api/v1/print')
    await page.getByRole('button', { name: 'Print', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Packing slip' }).click()
    expect((await printed).status()).toBe(200)
    await expect(page.frameLocator('iframe.printed').locator('table')).toBeAttached()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByRole('region', { name: 'As Amazon sent it' }).last()).toContainText('"orderId"')
  })

  test('[U1][U2] who may not see buyers finds masked values and no way to open them', async ({ enter }) => {
    const page = await enter('Cora Quay', '/orders')
    await listed(page)
    await expect(page.getByRole('button', { name: 'Search by buyer' })).toBeDisabled()
    await page.getByRole('row').nth(1).getByRole('link').click()
    await expect(page.getByText('To see it you need View Amazon PII')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Show the buyer' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByRole('region', { name: 'As Amazon sent it' }).last()).toContainText('"orderId"')
    await expect(page.getByRole('button', { name: 'Show it whole' })).toHaveCount(0)
  })
})
