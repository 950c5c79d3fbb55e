import { describe, expect, test } from 'vitest'
import { addressFile, cell } from './address-file.ts'
import type { Buyer } from './buyer.ts'
import type { OrderToShow } from './order-to-show.ts'

describe('a cell of the file', () => {
  test.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+49 30 555-0101', `"'+49 30 555-0101"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"' x"`],
    ['\u0000=1', `"' =1"`],
    ['\uff1d1+1', `"'\uff1d1+1"`],
    ['\uff0b1', `"'\uff0b1"`],
    ['\uff0d1', `"'\uff0d1"`],
    ['\uff20x', `"'\uff20x"`],
    ['  =1', `"'  =1"`],
    ['\u200b=1', `"'\u200b=1"`],
    ['04101', '"04101"'],
    ['7 Lane, "B"', '"7 Lane, ""B"""'],
    ['two\r\nlines', '"two lines"'],
    ['a=b', '"a=b"'],
    ['', '""'],
  ])('[U3] %j is written so that no spreadsheet runs it and nothing of it is lost', (text, written) => {
    expect(cell(text)).toBe(written)
  })
})

const order = { orderId: 1001, amazonOrderId: '111-2222222-3333333', methodId: 'UPS-GROUND' } as OrderToShow
const buyer = {
  phone: '555-0142',
  deliveryNotes: null,
  lines: [],
  shipTo: {
    name: 'Zoë Müller',
    company: null,
    lines: ['7 Lane', 'Flat B', 'Rear', 'Third door'],
    district: null,
    city: 'Portland',
    state: 'ME',
    postalCode: '04101',
    country: 'US',
  },
} as unknown as Buyer

describe('the file', () => {
  test('[U3] has a row for each order, with leading zeros, every line of the address and the line ends of the standard', () => {
    const lines = addressFile([{ order, buyer }], { withBom: false }).split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('"Order","Amazon order","Shipping method","Name"')
    expect(lines[1]).toBe(
      '"1001","111-2222222-3333333","UPS-GROUND","Zoë Müller","","7 Lane","Flat B","Rear, Third door","","Portland","ME","04101","US","555-0142",""',
    )
  })

  test('[U3] begins with the mark that some programs need only where it is asked for', () => {
    expect(addressFile([], { withBom: true }).startsWith('\ufeff"Order"')).toBe(true)
    expect(addressFile([], { withBom: false }).startsWith('"Order"')).toBe(true)
  })

  test('[U3] an order without an address has empty cells and not a row less', () => {
    const rows = addressFile([{ order, buyer: { ...buyer, shipTo: null, phone: null } }], { withBom: false })
    expect(rows.split('\r\n')[1]).toMatch(/^"1001",.*(,""){12}$/)
  })
})
