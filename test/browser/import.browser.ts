import type { Page } from '@playwright/test'
import { shirtTemplate } from '../make/templates.ts'
import { expect, test } from './make/demo.ts'
import { DIALOG, faultsInBoth, faultsOf } from './make/faults-of.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
type Told = any

const shirt = (sku: string, title = `Shirt ${sku}`) => ({
  SKU: sku,
  Title: title,
  'Bullet Point': ['Soft'],
  Quantity: 12,
  'Your Price': 19.9,
})

const template = (name: string, rows: Parameters<typeof shirtTemplate>[0]) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: shirtTemplate(rows),
})

const bring = (page: Page, ...files: ReturnType<typeof template>[]) =>
  page.getByRole('region', { name: 'Bring files' }).locator('input[type=file]').setInputFiles(files)

/** Links the first listing of the demo that has a proposal, as the page of matches does; gives its SKU, or null while none is read. */
const linkOne = (page: Page): Promise<string | null> =>
  page.evaluate(async () => {
    const get = async (path: string) => (await (await fetch(`/api/v1${path}`)).json()) as Told
    const { csrf, merchant } = await get('/session')
    const [connection] = (await get('/connections')).rows
    const at = `/connections/${connection.id}/listings`
    const found = (await get(`${at}/matches`)).rows.find((each: Told) => each.matches.length > 0)
    if (!found) return null
    const headers = { 'content-type': 'application/json', 'millrace-csrf': csrf, 'millrace-merchant': merchant }
    const body = JSON.stringify({ links: [{ sellerSku: found.sellerSku, itemId: found.matches[0].itemId }] })
    const sent = await fetch(`/api/v1${at}/link`, { method: 'POST', headers, body })
    return ((await sent.json()) as Told).rows[0].linked ? found.sellerSku : null
  })

test.describe('the Import tab', () => {
  test("[T3] Amazon's template with one bad row is looked at, applied, and undone", async ({ enter }) => {
    const page = await enter('Cora Quay', '/amazon?tab=import')
    await bring(page, template('shirts.xlsm', [shirt('SHIRT-S'), shirt('SHIRT-M'), shirt('', 'Without a SKU')]))
    const head = page.getByRole('region', { name: 'shirts.xlsm' })
    await expect(head.getByText("Amazon's template for SHIRT, US, English, 3 rows")).toBeVisible()
    await expect(head.getByText(/^Price and quantity are ignored \(columns K, L\)/)).toBeVisible()
    const rows = page.getByRole('region', { name: 'Rows of the file' })
    await expect(rows.getByRole('row', { name: /SHIRT-S/ })).toContainText('To create')
    await page.getByText('Refused 1', { exact: true }).click()
    await expect(rows.getByRole('row')).toHaveCount(2)
    await expect(rows.getByRole('row').nth(1)).toContainText('Template!A9')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Apply 2 rows' }).click()
    await expect(head.getByText('Applied', { exact: true })).toBeVisible()

    await page.goto(new URL('/items?find=SHIRT', page.url()).href)
    await expect(page.getByRole('link', { name: 'SHIRT-S', exact: true })).toBeVisible()
    await page.goBack()
    await head.getByRole('button', { name: 'Undo' }).click()
    const asked = page.getByRole('dialog', { name: 'Undo shirts.xlsm?' })
    await expect(asked).toBeVisible()
    expect(await faultsInBoth(page, DIALOG)).toEqual([])
    await asked.getByRole('button', { name: 'Undo the import' }).click()
    await expect(head.getByText('What it changed is as it was before.')).toBeVisible()
    await page.goto(new URL('/items?find=SHIRT', page.url()).href)
    await expect(page.getByText('No item fits')).toBeVisible()
  })

  test('[T3] several files are brought in a row, one that cannot be read says why; long work is found again after leaving', async ({
    enter,
  }) => {
    const page = await enter('Cora Quay', '/amazon?tab=import')
    const many = Array.from({ length: 3000 }, (_, n) => shirt(`MANY-${n}`))
    const pdf = { name: 'renamed.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('%PDF-1.7\n') }
    await bring(page, template('many.xlsm', many), pdf)
    const brought = page.getByRole('region', { name: 'Files that were just brought' })
    await expect(brought.getByRole('listitem').filter({ hasText: 'renamed.xlsx' })).toContainText('PDF')
    expect(await faultsOf(page)).toEqual([])
    await brought.getByRole('link', { name: 'Look at it' }).click()
    await page.getByRole('button', { name: 'Apply 3,000 rows' }).click({ timeout: 60_000 })
    await expect(page.getByText(/^It is being applied/)).toBeVisible()

    // Gone at once; it goes on, and the list of imports shows how far it is.
    await page.getByRole('link', { name: 'Orders', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
    await page.getByRole('link', { name: 'Amazon Seller Central' }).click()
    await page.getByRole('tab', { name: 'Import' }).click()
    const row = page.getByRole('row', { name: /^many\.xlsm/ })
    await expect(row).toContainText(/Being applied|Applied/)
    await expect(row).toContainText('3,000 created', { timeout: 60_000 })
    await row.getByRole('link', { name: 'many.xlsm' }).click()
    const head = page.getByRole('region', { name: 'many.xlsm' })
    await expect(head.getByText('Applied', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Show more' }).click()
    await expect(page.getByRole('region', { name: 'Rows of the file' }).getByRole('row')).toHaveCount(101)
  })

  test('[T3] a row that says Delete unlinks its listing only when somebody confirms it', async ({ enter }) => {
    const page = await enter('Cora Quay', '/amazon?tab=import')
    test.setTimeout(240_000)
    let sku: string | null = null
    await expect.poll(async () => (sku = await linkOne(page)), { timeout: 120_000 }).not.toBeNull()
    await bring(page, template('gone.xlsm', [{ SKU: sku ?? '', 'Listing Action': 'Delete' }]))
    await page.getByRole('button', { name: 'Apply 1 row' }).click()
    const asked = page.getByRole('dialog', { name: 'Apply gone.xlsm?' })
    await expect(asked.getByRole('button', { name: 'Apply all of it' })).toBeDisabled()
    expect(await faultsInBoth(page, DIALOG)).toEqual([])
    await asked.getByRole('checkbox', { name: 'Unlink 1 listing' }).check()
    await asked.getByRole('button', { name: 'Apply all of it' }).click()
    const head = page.getByRole('region', { name: 'gone.xlsm' })
    await expect(head.getByText('Applied', { exact: true })).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(sku ?? '') })).toContainText('not linked')
  })

  test('[T5] of an own file a person says what the columns hold; the next one with the same headings is read so', async ({
    enter,
  }) => {
    const page = await enter('Cora Quay', '/amazon?tab=import')
    const list = (name: string, rows: string) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(`What,How many,Lager\r\n${rows}`),
    })
    await bring(page, list('shelf.csv', 'MUG-RED,390,PORTLAND\r\nMUG-BLUE,many,PORTLAND\r\n'))
    const choose = async (field: string, option: RegExp) => {
      await page.getByRole('combobox', { name: field }).click()
      await page.getByRole('option', { name: option }).click()
    }
    await choose('What is this file?', /^Stock$/)
    await expect(page.getByRole('combobox', { name: 'What Lager holds' })).toHaveValue('Center')
    await expect(page.getByText('Needed: Item.')).toBeVisible()
    await choose('What What holds', /^Item/)
    await choose('What How many holds', /^On hand How many lie there/)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Look at the rows' }).click()
    const rows = page.getByRole('region', { name: 'Rows of the file' })
    await expect(rows.getByRole('row', { name: /MUG-RED/ })).toContainText('→ 390')
    await expect(rows.getByRole('row', { name: /MUG-BLUE/ })).toContainText('B3')
    await page.getByRole('button', { name: 'Give up' }).click()
    await expect(page.getByText('Given up. Nothing was changed.')).toBeVisible()

    await page.getByRole('link', { name: 'All imports' }).click()
    await bring(page, list('shelf again.csv', 'MUG-RED,391,PORTLAND\r\n'))
    await expect(page.getByText(/^Its columns are read as somebody told them/)).toBeVisible()
    await page.getByRole('button', { name: 'Apply 1 row' }).click()
    const head = page.getByRole('region', { name: 'shelf again.csv' })
    await expect(head.getByText('Applied', { exact: true })).toBeVisible()
    await rows.getByRole('link', { name: 'MUG-RED / PORTLAND' }).click()
    await expect(page.getByRole('button', { name: 'Change MUG-RED in Portland house: 391' })).toBeVisible()
  })
})
