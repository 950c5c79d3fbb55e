import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './make/demo.ts'

const faultsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
}

const FIELDS = [
  'feed_product_type',
  'item_sku',
  'brand_name',
  'item_name',
  'standard_price',
  'quantity',
  'update_delete',
]
const LABELS = [
  'Product Type',
  'Seller SKU',
  'Brand Name',
  'Product Name',
  'Standard Price',
  'Quantity',
  'Update Delete',
]
const SETTINGS =
  'settings=attributeRow=3&dataRow=4&labelRow=2&contentLanguageTag=en_US&primaryMarketplaceId=amzn1.mp.o.ATVPDKIKX0DER'
const HEAD = [
  ['TemplateType=fptcustom', 'Version=2025.0401', `TemplateSignature=${btoa('SHIRT')}`, SETTINGS],
  LABELS,
  FIELDS,
]

/** A template of shirts as tab-separated text. */
const template = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from([...HEAD, ...rows].map((row) => row.join('\t')).join('\r\n')),
})

const shirt = (sku: string, name: string) => ['shirt', sku, 'Harbor', name, '19.90', '7', 'Update']

const bring = (page: Page, ...files: ReturnType<typeof template>[]) =>
  page.getByRole('region', { name: 'Bring files' }).locator('input[type=file]').setInputFiles(files)

test.describe('the Import tab', () => {
  test("[T3] Amazon's template with one bad row is looked at, applied, and undone", async ({ enter }) => {
    const page = await enter('Cora Quay', '/amazon?tab=import')
    await bring(
      page,
      template('shirts.txt', [shirt('SHIRT-S', 'Shirt S'), shirt('SHIRT-M', 'Shirt M'), shirt('', 'Without a SKU')]),
    )
    const head = page.getByRole('region', { name: 'shirts.txt' })
    await expect(head.getByText("Amazon's template for SHIRT, US, English, 3 rows")).toBeVisible()
    await expect(head.getByText(/Price and quantity in Amazon's template are ignored/)).toBeVisible()
    const rows = page.getByRole('region', { name: 'Rows of the file' })
    await expect(rows.getByRole('row', { name: /SHIRT-S/ })).toContainText('To create')
    await page.getByText('Refused 1', { exact: true }).click()
    await expect(rows.getByRole('row')).toHaveCount(2)
    await expect(rows.getByRole('row', { name: /^6/ })).toContainText('B6')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Apply 2 rows' }).click()
    await expect(head.getByText('Applied', { exact: true })).toBeVisible()

    await page.goto(new URL('/items?find=SHIRT', page.url()).href)
    await expect(page.getByRole('link', { name: 'SHIRT-S', exact: true })).toBeVisible()
    await page.goBack()
    await head.getByRole('button', { name: 'Undo' }).click()
    const asked = page.getByRole('dialog', { name: 'Undo shirts.txt?' })
    expect(await faultsOf(page)).toEqual([])
    await asked.getByRole('button', { name: 'Undo the import' }).click()
    await expect(head.getByText('What it changed is as it was before.')).toBeVisible()
    await page.goto(new URL('/items?find=SHIRT', page.url()).href)
    await expect(page.getByText('No item fits')).toBeVisible()
  })

  test('[T3] several files are brought in a row, one that cannot be read says why; long work is found again after leaving', async ({
    enter,
  }) => {
    const page = await enter('Cora Quay', '/amazon?tab=import')
    const many = Array.from({ length: 3000 }, (_, n) => shirt(`MANY-${n}`, `Shirt ${n}`))
    await bring(page, template('many.txt', many), {
      name: 'renamed.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('%PDF-1.7'),
    })
    const brought = page.getByRole('region', { name: 'Files that were just brought' })
    await expect(brought.getByRole('listitem').filter({ hasText: 'renamed.xlsx' })).toContainText(/PDF/)
    expect(await faultsOf(page)).toEqual([])
    await brought.getByRole('link', { name: 'Look at it' }).click()
    const head = page.getByRole('region', { name: 'many.txt' })
    await page.getByRole('button', { name: 'Apply 3,000 rows' }).click()
    await expect(page.getByText(/It is being applied/)).toBeVisible()
    // Gone at once; it goes on, and the list shows how far it is without being asked.
    await page.getByRole('link', { name: 'Orders', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
    await page.getByRole('link', { name: 'Amazon Seller Central' }).click()
    await page.getByRole('tab', { name: 'Import' }).click()
    const row = page.getByRole('row', { name: /^many\.txt/ })
    await expect(row).toContainText(/Being applied|Applied/)
    await expect(row).toContainText('3,000 created', { timeout: 60_000 })
    await row.getByRole('link', { name: 'many.txt' }).click()
    await expect(head.getByText('Applied', { exact: true })).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(51)
  })

  test('[T3] a row that says Delete unlinks its listing only when that is confirmed', async ({ enter }) => {
    const page = await enter('Cora Quay', '/amazon?tab=import')
    await bring(page, template('gone.txt', [['', 'AMZ-TEA-EARL-3PK', '', '', '', '', 'Delete']]))
    await page.getByRole('button', { name: 'Apply 1 row' }).click()
    const asked = page.getByRole('dialog', { name: 'Apply gone.txt?' })
    await expect(asked.getByRole('button', { name: 'Apply all of it' })).toBeDisabled()
    expect(await faultsOf(page)).toEqual([])
    await asked.getByRole('checkbox', { name: 'Unlink 1 listing' }).check()
    await asked.getByRole('button', { name: 'Apply all of it' }).click()
    await expect(page.getByRole('region', { name: 'gone.txt' }).getByText('Applied', { exact: true })).toBeVisible()
  })
})
