import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { changedBook } from './make/changed-book.ts'
import { expect, test } from './make/demo.ts'
import { DIALOG, faultsInBoth } from './make/faults-of.ts'

const CSV = 'Text with commas (.csv)'
const XLSX = 'Excel workbook (.xlsx)'

/** Presses what gives a file, and gives the file. */
async function taken(page: Page, press: Locator): Promise<Buffer> {
  const comes = page.waitForEvent('download')
  await press.click()
  return readFile(await (await comes).path())
}

const bring = (page: Page, name: string, content: string | Buffer) =>
  page
    .getByRole('region', { name: 'Bring files' })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })

const rowsOf = (page: Page) => page.getByRole('region', { name: 'Rows of the file' })

/** Says yes to what waits, and waits until it is done. */
async function apply(page: Page, name: string, rows: string): Promise<Locator> {
  await page.getByRole('button', { name: `Apply ${rows}` }).click()
  const head = page.getByRole('region', { name })
  await expect(head.getByText('Applied', { exact: true })).toBeVisible()
  return head
}

test('[T5] a list is taken from its menu, changed and brought back: as text with commas, and as a workbook', async ({
  enter,
}) => {
  const page = await enter('Cora Quay', '/stock')
  const menu = page.getByRole('menu')
  const opened = async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(menu.getByRole('menuitem').first()).toBeVisible()
  }
  await opened()
  expect(await faultsInBoth(page)).toEqual([])
  const all = menu.getByRole('menuitem', { name: `All stock, to count or change and bring back: ${CSV}` })
  const stock = (await taken(page, all)).toString('utf8')
  const line = /^.*MUG-RED.*PORTLAND.*$/m.exec(stock)?.[0] ?? ''
  const cells = line.split(',')
  // Where both numbers stand, the first is what is counted and the second what the export said.
  const at = cells.findIndex((cell) => /^\d+$/.test(cell))
  const counted = String(Number(cells[at]) + 5)
  await page.getByRole('link', { name: 'Import' }).click()
  await bring(page, 'stock.csv', stock.replace(line, cells.with(at, counted).join(',')))
  await expect(rowsOf(page).getByRole('row', { name: /MUG-RED \/ PORTLAND/ })).toContainText(`→ ${counted}`)
  await apply(page, 'stock.csv', '1 row')
  await rowsOf(page).getByRole('link', { name: 'MUG-RED / PORTLAND' }).click()
  await expect(page.getByRole('button', { name: `Change MUG-RED in Portland house: ${counted}` })).toBeVisible()

  await page.goto(new URL('/items', page.url()).href)
  await opened()
  expect(await faultsInBoth(page, '[role=menu]')).toEqual([])
  const items = await taken(page, menu.getByRole('menuitem', { name: `Every item, to edit and bring back: ${XLSX}` }))
  await page.getByRole('link', { name: 'Import' }).click()
  await bring(page, 'items.xlsx', changedBook(items, { row: 'LAMP-OAK', head: 'Barcode', becomes: '0042100005264' }))
  await expect(rowsOf(page).getByRole('row', { name: /LAMP-OAK/ })).toContainText('0042100005264')
  expect(await faultsInBoth(page)).toEqual([])
  await apply(page, 'items.xlsx', '1 row')
  await rowsOf(page).getByRole('link', { name: 'LAMP-OAK' }).click()
  await expect(page.getByLabel('Barcode')).toHaveValue('0042100005264')
})

/** One order as a line of the template: what stands under which heading, all else blank. */
const lineOf = (heads: readonly string[], order: Readonly<Record<string, string>>): string =>
  heads.map((head) => order[head.replace(/^(order|item)\./, '')] ?? '').join(',')

const ORDER = {
  paymentMethod: 'Purchase Order',
  shiptoFirstName: 'Zebedee',
  shiptoLastName: 'Quux',
  shiptoAddress1: '77 Zebra Lane',
  shiptoCity: 'Austin',
  shiptoStateRegion: 'TX',
  shiptoPostalCode: '73301',
  shiptoCountryCode: 'US',
  merchantItemId: 'MUG-BLUE',
  quantity: '2',
  arbitraryUnitCost: '10.00',
}

test('[H3] orders of a web shop: its template filled in, warnings told, placed, the slip printed, and taken back', async ({
  enter,
}) => {
  const page = await enter('Olivia Harbor', '/orders/channels')
  await page.getByRole('button', { name: 'Add a channel' }).first().click()
  const adds = page.getByRole('dialog', { name: 'Add a channel' })
  await adds.getByLabel('Code').fill('web')
  await adds.getByLabel('Name').fill('Web shop')
  await adds.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /^WEB Web shop/ })).toBeVisible()
  await page.getByRole('button', { name: 'Template' }).click()
  const template = (await taken(page, page.getByRole('menuitem', { name: CSV }))).toString('utf8')
  const heads = (template.split(/\r?\n/)[0] ?? '').replace(/^\ufeff/, '').split(',')
  expect(heads).toContain('order.channelPartnerOrderId')
  const file = [
    heads.join(','),
    lineOf(heads, { ...ORDER, channelPartnerOrderId: 'W-1' }),
    lineOf(heads, { ...ORDER, channelPartnerOrderId: 'W-2', merchantItemId: 'NO-SUCH-MUG' }),
    lineOf(heads, { ...ORDER, channelPartnerOrderId: 'W-3', shippingMethod: 'By balloon' }),
  ].join('\r\n')

  await page.getByRole('link', { name: 'Bring a file' }).click()
  await bring(page, 'web-orders.csv', file)
  await page.getByRole('combobox', { name: /^From which channel/ }).click()
  await page.getByRole('option', { name: 'Web shop (WEB)' }).click()
  const row = (order: string) => rowsOf(page).getByRole('row', { name: new RegExp(`W-${order}\\b`) })
  await expect(row('1')).toContainText('To place')
  await expect(row('2')).toContainText('Refused')
  await expect(row('2')).toContainText('NO-SUCH-MUG')
  await expect(row('3')).toContainText('By balloon')
  expect(await faultsInBoth(page)).toEqual([])
  // No import shows a buyer.
  expect(await page.content()).not.toMatch(/Zebedee|Zebra|73301/)
  const head = await apply(page, 'web-orders.csv', '1 row')
  const imported = page.url()

  await row('1').getByRole('link', { name: 'WEB:W-1' }).click()
  await expect(page.getByText('This order came from another channel.')).toBeVisible()
  const printed = page.waitForResponse('**/api/v1/print')
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Packing slip' }).click()
  expect((await printed).status()).toBe(200)
  const slip = page.frameLocator('iframe.printed').locator('section')
  await expect(slip).toContainText('77 Zebra Lane')
  await expect(slip).toContainText('WEB:W-1')
  await expect(slip.getByRole('row', { name: /MUG-BLUE 2$/, includeHidden: true })).toBeAttached()
  const order = page.url()

  await page.goto(imported)
  await head.getByRole('button', { name: 'Undo' }).click()
  const asked = page.getByRole('dialog', { name: 'Undo web-orders.csv?' })
  await expect(asked).toBeVisible()
  expect(await faultsInBoth(page, DIALOG)).toEqual([])
  await asked.getByRole('button', { name: 'Undo the import' }).click()
  await expect(row('1')).toContainText('Taken back')
  await page.goto(order)
  await expect(page.getByText('Rejected', { exact: true }).first()).toBeVisible()
})
