import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { settled } from '../../test/browser/make/every-page.ts'

const SETTINGS =
  'settings=attributeRow=3&dataRow=4&labelRow=2&contentLanguageTag=en_US&primaryMarketplaceId=amzn1.mp.o.ATVPDKIKX0DER'
const TEMPLATE = [
  ['TemplateType=fptcustom', 'Version=2025.0401', `TemplateSignature=${btoa('SHIRT')}`, SETTINGS],
  ['Product Type', 'Seller SKU', 'Brand Name', 'Product Name', 'Standard Price', 'Quantity', 'Update Delete'],
  ['feed_product_type', 'item_sku', 'brand_name', 'item_name', 'standard_price', 'quantity', 'update_delete'],
  ['shirt', 'SHIRT-S', 'Harbor', 'Harbor shirt, navy, S', '19.90', '7', 'Update'],
  ['shirt', 'SHIRT-M', 'Harbor', 'Harbor shirt, navy, M', '19.90', '4', 'Update'],
  ['shirt', '', 'Harbor', 'Harbor shirt, navy, L', '19.90', '2', 'Update'],
]
const UNKNOWN = [
  ['What', 'How many', 'Where'],
  ['MUG-BLUE', '12', 'RENO'],
  ['LAMP-OAK', '4', 'RENO'],
]

/** Brings files into the Import tab and takes a picture of each state that a file can be seen in. */
export async function importsOf(page: Page, take: (state: string) => Promise<void>): Promise<void> {
  await bring(page, 'an own list.csv', UNKNOWN)
  await page.getByRole('heading', { name: 'What do the columns hold?' }).waitFor()
  await take('columns')
  await bring(page, 'shirts.txt', TEMPLATE)
  const apply = page.getByRole('button', { name: /^Apply \d+ rows?$/ })
  await apply.waitFor()
  await settled(page)
  await take('preview')
  await apply.click()
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await undo.waitFor()
  await settled(page)
  await take('applied')
  await undo.click()
  const asked = page.getByRole('dialog', { name: 'Undo shirts.txt?' })
  await asked.waitFor()
  await take('undo')
  await asked.getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText('Undone', { exact: true }).waitFor()
  await settled(page)
  await take('undone')
  await page.getByRole('link', { name: 'All imports' }).click()
  await settled(page)
  await take('list')
}

async function bring(page: Page, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  await page.goto(new URL('/amazon?tab=import', page.url()).href)
  const separator = name.endsWith('.csv') ? ',' : '\t'
  const buffer = Buffer.from(rows.map((row) => row.join(separator)).join('\r\n'))
  const place = page.getByRole('region', { name: 'Bring files' }).locator('input[type=file]')
  await place.setInputFiles({ name, mimeType: 'text/plain', buffer })
}
