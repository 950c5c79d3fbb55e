import { expect, test } from 'vitest'
import { readPriceFileReport, writePriceFile } from '#amazon/price-file.ts'
import type { SellerSku } from '#core/ids.ts'
import { tell } from '#core/problems.ts'

const HEAD = 'sku\terror-code\terror-message\tattribute-name\toriginal-record-number'
const said = (text: string) => {
  const read = readPriceFileReport(text)
  return read.ok ? read.value : tell(read.problem).sentence
}

test('[H2] a line has the columns of Seller Central; a blank cell keeps what Amazon has', () => {
  const row = { price: null, min: null, max: null, quantity: null, leadDays: null, currency: null }
  const text = writePriceFile([
    { ...row, sellerSku: 'MUG' as SellerSku, quantity: 0 },
    { ...row, sellerSku: 'TEA' as SellerSku, price: 1999, min: 'delete', max: 2999, currency: 'USD', leadDays: 2 },
    { ...row, sellerSku: 'YEN' as SellerSku, price: 1200, currency: 'JPY' },
  ])
  expect(text.split('\r\n')).toEqual([
    'sku\tprice\tminimum-seller-allowed-price\tmaximum-seller-allowed-price\tquantity\thandling-time\tfulfillment-channel',
    'MUG\t\t\t\t0\t\t',
    'TEA\t19.99\tdelete\t29.99\t\t2\t',
    'YEN\t1200\t\t\t\t\t',
    '',
  ])
})

test('[H2] a report is read with its counts or without, by the names of its columns, whatever their order', () => {
  expect(said(`${HEAD}\r\nMUG\t8560\tNot known.\tquantity\t2\r\n`)).toEqual({
    processed: null,
    successful: null,
    faults: [{ record: 2, sku: 'MUG', isError: true, code: '8560', words: 'Not known.', attribute: 'quantity' }],
  })
  const counts =
    '\uFEFFFeed Processing Summary:\n\tNumber of records processed\t\t3\n\tNumber of records successful\t\t2\n\n'
  expect(
    said(
      `${counts}original-record-number\terror-type\terror-code\terror-message\n3\tError\t99010\tA price is missing.\n`,
    ),
  ).toEqual({
    processed: 3,
    successful: 2,
    faults: [{ record: 3, sku: null, isError: true, code: '99010', words: 'A price is missing.', attribute: null }],
  })
})

const COUNTS = '\tNumber of records processed\t\t3\n\tNumber of records successful\t\t1\n'
test.each([
  ['empty', '', 'it is empty'],
  ['no report at all', 'Hello\nthere', 'neither the counts nor the columns'],
  ['cut off inside of a line', `${HEAD}\nMUG\t8560`, 'does not fit its header'],
  ['cut off between lines', `${COUNTS}${HEAD}\nMUG\t8560\tx\t\t1\n`, '2 of 3 records went wrong, and it names 1'],
  ['cut off before its table', COUNTS, '2 of 3 records went wrong, and it names 0'],
  ['contradictory counts', '\tRecords processed\t1\n\tSuccessful\t2\n', 'contradict'],
  ['without the SKU', 'error-code\terror-message\n8560\tx\n', 'it has no column sku'],
  ['without the code', 'sku\terror-message\nMUG\tx\n', 'it has no column error-code'],
  ['without the message', 'sku\terror-code\nMUG\t8560\n', 'it has no column error-message'],
])('[H2] a report that is %s is told in one sentence', (_what, text, told) => {
  expect(said(text)).toContain(told)
  expect(said(text)).toContain('Nothing was changed.')
})
