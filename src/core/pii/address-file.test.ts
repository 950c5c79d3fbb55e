import { describe, expect, test } from 'vitest'
import { addressFile, cell, inWindowsBytes } from './address-file.ts'
import type { Buyer } from './buyer.ts'
import { checkLayout, type FileLayout, STANDARD_LAYOUT } from './file-layout.ts'
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
    const lines = addressFile([{ order, buyer }], STANDARD_LAYOUT).split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('"Order","Amazon order","Shipping method","Name"')
    expect(lines[1]).toBe(
      '"1001","111-2222222-3333333","UPS-GROUND","Zoë Müller","","7 Lane","Flat B","Rear, Third door","","Portland","ME","04101","US","555-0142",""',
    )
  })

  test('[U3] has the columns that a merchant chose, in their order and under their headings', () => {
    const columns = [
      { field: 'postalCode', heading: '=Zip' },
      { field: 'order', heading: 'Ref 1' },
      { field: 'address3', heading: 'Line 3' },
    ] as const
    const write = (delimiter: FileLayout['delimiter']) => addressFile([{ order, buyer }], { columns, delimiter })
    expect(write('semicolon')).toBe(`"'=Zip";"Ref 1";"Line 3"\r\n"04101";"1001";"Rear, Third door"\r\n`)
    expect(write('bar')).toContain('"04101"|"1001"|"Rear, Third door"')
  })

  test('[U3] between tabs nothing is quoted, and neither a tab nor a formula nor an opening quote is left in a cell', () => {
    const columns = [{ field: 'name', heading: 'Name' }] as const
    const named = (name: string) => {
      const shown = { order, buyer: { ...buyer, shipTo: { ...buyer.shipTo, name } } as Buyer }
      return addressFile([shown], { columns, delimiter: 'tab' }).split('\r\n')[1]
    }
    expect(named('A\tB\r\nC')).toBe('A B C')
    expect(named('=1+1')).toBe("'=1+1")
    expect(named('"Q" Ltd')).toBe(`'"Q" Ltd`)
  })

  test.each([
    ['Zoë Müller', 'Zoë Müller'],
    ['€ 5 – “x”', '\x80 5 \x96 \x93x\x94'],
    ['Łódź', '?ódz'],
    ['東京', '??'],
    ['\u0085x', '?x'],
  ])('[U3] %j has a byte of Western Windows for each sign, or one that says that it is missing', (text, bytes) => {
    expect(inWindowsBytes(text)).toBe(bytes)
  })

  test('[U3] an order without an address has empty cells and not a row less', () => {
    const rows = addressFile([{ order, buyer: { ...buyer, shipTo: null, phone: null } }], STANDARD_LAYOUT)
    expect(rows.split('\r\n')[1]).toMatch(/^"1001",.*(,""){12}$/)
  })
})

test.each([
  ['no column', { columns: [] }, 'columns'],
  ['an empty heading', { columns: [{ field: 'order', heading: ' ' }] }, 'columns[0].heading'],
  ['a heading with a line end', { columns: [{ field: 'order', heading: 'a\nb' }] }, 'columns[0].heading'],
  [
    'a heading twice',
    {
      columns: [
        { field: 'order', heading: 'Ref' },
        { field: 'name', heading: 'REF ' },
      ],
    },
    'columns[1].heading',
  ],
  ['no name', { name: '' }, 'name'],
] as const)('[U3] a layout with %s is not saved', (_what, change, field) => {
  expect(checkLayout({ ...STANDARD_LAYOUT, name: 'UPS' }).ok).toBe(true)
  const checked = checkLayout({ ...STANDARD_LAYOUT, name: 'UPS', ...change })
  expect(!checked.ok && checked.problems.map(({ facts }) => facts.field)).toEqual([field])
})
