import { expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { makePlaced, stockOf, UPS } from '../make/shipments.ts'
import { workbook } from '../make/workbook.ts'

type Read = { packages: { outcome: string; entry: object | null; problem: { sentence: string } | null }[] }

async function makeShop() {
  const { seller, id } = await makePlaced()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  const read = async (file: string | Buffer) =>
    (await call('POST', '/shipments/file', { file: Buffer.from(file).toString('base64') })).body as unknown as Read
  return { seller, id, app, call, read }
}

test('[S2] a file says what entering it would do and enters nothing; entered, and read once more, it changes nothing', async () => {
  const { seller, id, call, read } = await makeShop()
  const before = await stockOf(seller)
  const file = [
    'Order reference\tTracking number\tCarrier\tSKU\tQty\tWeight',
    `${id}\t${UPS}\tUPS\tMUG-BLUE\t2\t1 kg`,
    `${id}\t9.4E+21\tUSPS\tMUG-BLUE\t1\t1 kg`,
    `${id}\t1Z999AA10123456785\tUPS\tMUG-BLUE\t2\t1 kg`,
    `${id}\t\tUPS\tMUG-BLUE\t1\t1 kg`,
    `111-0000000-0000000\tT7\tUPS\t\t\t`,
  ].join('\r\n')
  const found = await read(file)
  expect(found).toMatchObject({
    unread: ['Weight'],
    packages: [
      { lines: [2], outcome: 'entered', amazonOrderId: id, tracking: UPS, units: 2, problem: null },
      { lines: [3], outcome: 'refused', problem: { code: 'tracking-spoilt' } },
      // What the first one took is not there for the third.
      { lines: [4], outcome: 'refused', problem: { code: 'package-too-much' } },
      { lines: [5], outcome: 'refused', entry: null, problem: { code: 'shipments-row' } },
      { lines: [6], outcome: 'refused', order: '111-0000000-0000000', problem: { code: 'not-found' } },
    ],
  })
  expect(found.packages[3]?.problem?.sentence).toContain('Line 5 has no tracking number. Write it')
  expect(await stockOf(seller)).toEqual(before)
  expect((await call('GET', `/orders/${id}`)).body).toMatchObject({ packages: [], stage: 'Shipping Department' })
  expect((await call('GET', '/outbox')).body).toMatchObject({ rows: [] })

  const good = found.packages.flatMap(({ outcome, entry }) => (outcome === 'entered' && entry ? [entry] : []))
  const entered = await call('POST', '/shipments', { shipments: good })
  expect(entered.body).toMatchObject({ results: [{ outcome: 'entered' }] })
  expect((await read(file)).packages.map(({ outcome }) => outcome)).toEqual(['known', ...Array(4).fill('refused')])
  expect((await call('GET', `/orders/${id}`)).body).toMatchObject({ packages: [{ number: 1 }] })
})

test.each([
  ['', 'it is empty'],
  ['order,tracking', 'no rows below'],
  ['a,b\n1,2', 'no column of its first line'],
  ['PK\u0003\u0004', 'damaged or cut off'],
  ['order,tracking\n1,"T', 'a quote opened before its end is not closed'],
  [`order,tracking\n${'1,T\u0000'}`, 'it is no text'],
])('[S2] a file that begins %j is refused with a sentence', async (file, words) => {
  const { call } = await makeShop()
  const reply = await call('POST', '/shipments/file', { file: Buffer.from(file).toString('base64') })
  expect([reply.status, (reply.body as { detail: string }).detail]).toEqual([422, expect.stringContaining(words)])
})

test('[S2] an Excel workbook is read like a text; a number in it whose digits are lost is told', async () => {
  const { id, read } = await makeShop()
  const spoilt = { xml: '<c r="B3"><v>9.40011189922319E+21</v></c>' }
  const rows = [
    ['order', 'tracking', 'carrier', 'SKU', 'quantity'],
    [id, UPS, 'UPS', 'MUG-BLUE', 1],
    [id, spoilt, 'USPS', 'MUG-BLUE', 1],
  ]
  expect(await read(workbook({ sheets: [{ name: 'Hints', hidden: true, rows: [['x']] }, { rows }] }))).toMatchObject({
    packages: [
      { lines: [2], outcome: 'entered', tracking: UPS, units: 1 },
      { lines: [3], outcome: 'refused', problem: { code: 'tracking-spoilt' } },
    ],
  })
})

test('[S2] a tracking number that Excel kept as a number: up to 15 digits it is whole, beyond them it is refused, and as text it is whatever it is', async () => {
  const { id, read } = await makeShop()
  const number = (raw: string) => ({ xml: `<c r="B2"><v>${raw}</v></c>` })
  const outcomeOf = async (tracking: string | { xml: string }) => {
    const rows = [
      ['order', 'tracking', 'carrier'],
      [id, tracking, 'USPS'],
    ]
    const [row] = (await read(workbook({ sheets: [{ rows }] }))).packages as { tracking?: string; problem: unknown }[]
    return [row?.tracking, (row?.problem as { code?: string } | null)?.code ?? null]
  }
  expect(await outcomeOf(number('123456789012345'))).toEqual(['123456789012345', null])
  expect(await outcomeOf(number('4.00638133393E+12'))).toEqual(['4006381333930', null])
  for (const raw of ['1234567890123456', '9400111899223197428490', '9.40011189922320E+21', '9.4E+21', '1E+15'])
    expect((await outcomeOf(number(raw)))[1], raw).toBe('tracking-spoilt')
  expect(await outcomeOf('9400111899223197428490')).toEqual(['9400111899223197428490', null])
  expect(await outcomeOf('0012345')).toEqual(['0012345', null])
  // Text that Excel had shortened before it was saved as text is as lost as the number.
  expect((await outcomeOf('9.4E+21'))[1]).toBe('tracking-spoilt')
})

test('[S2][X1] text of another encoding is read, strange text is only told, and a file beyond the limits is refused', async () => {
  const { seller, id, app, call, read } = await makeShop()
  const wide = Buffer.from(`\ufefforder;tracking;carrier\r\n${id};${UPS};UPS\r\n`, 'utf16le')
  expect(await read(wide)).toMatchObject({ packages: [{ outcome: 'entered' }] })
  const strange = await read(`order,tracking\n"=cmd|'/c calc'!A1\u202e<img>",T1`)
  expect(JSON.stringify(strange)).not.toContain('\u202e')
  expect(strange).toMatchObject({ packages: [{ outcome: 'refused' }] })
  const rows = Array.from({ length: 2001 }, (_, at) => `${at},T${at}`).join('\n')
  expect(JSON.stringify(await read(`order,tracking\n${rows}`))).toContain('more than 2000 packages')
  expect((await call('POST', '/shipments/file', { file: 'no base64!' })).status).toBe(400)
  expect((await call('POST', '/shipments/file', { file: 'A'.repeat(6_000_000) })).status).toBe(413)
  const reader = callWith(app, await addKey(seller.deps, seller.merchant, { scopes: ['orders:write'] }))
  expect((await reader('POST', '/shipments/file', { file: '' })).status).toBe(403)
})

test.each(['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])(
  '[T5][S2] packages go out as %s and come in again: each is known, and tracking numbers keep their zeros',
  async (accept) => {
    const { seller, id, app, call, read } = await makeShop()
    const shipments = [
      { order: id, carrier: 'DHL-Paket', tracking: '00340434161094000017', items: [{ sku: 'MUG-BLUE', quantity: 1 }] },
      {
        order: id,
        carrier: 'UPS',
        service: 'Ground',
        tracking: UPS,
        reference: '=007',
        items: [{ sku: 'MUG-BLUE', quantity: 1 }],
      },
    ]
    const entered = await call('POST', '/shipments', { shipments })
    expect(entered.body).toMatchObject({ results: [{ outcome: 'entered' }, { outcome: 'entered' }] })
    const key = await addKey(seller.deps, seller.merchant)
    const file = await app.inject({ url: '/api/v1/shipments', headers: { authorization: `Bearer ${key}`, accept } })
    const found = await read(file.rawPayload)
    expect(found).toMatchObject({
      unread: [],
      packages: [
        { outcome: 'known', tracking: UPS },
        { outcome: 'known', tracking: '00340434161094000017' },
      ],
    })
  },
)
