import { purgeBuyers } from '#flows/purge-buyers.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from './api.ts'
import { DAY, makeSeller } from './seller.ts'

/** A reply as it is looked at. */
export type Json = Record<string, never>

/** One order of a web shop, by header; the buyer is invented. */
export const ORDER: Readonly<Record<string, string>> = {
  'order.channelPartnerOrderId': 'W-1001',
  'order.paymentMethod': 'Credit Card',
  'order.shiptoFirstName': 'Zebedee',
  'order.shiptoLastName': 'Quux',
  'order.shiptoAddress1': '77 Zebra Lane',
  'order.shiptoCity': 'Austin',
  'order.shiptoStateRegion': 'TX',
  'order.shiptoPostalCode': '73301',
  'order.shiptoCountryCode': 'US',
  'order.shiptoDayPhone': '555-0177',
  'order.email': 'zebedee@example.com',
  'order.specialInstructions': 'Behind the zebra',
  'item.merchantItemId': 'MUG-BLUE',
  'item.quantity': '2',
  'item.arbitraryUnitCost': '10.00',
}
/** What would tell of that buyer. */
export const BUYER = /zebedee|quux|zebra|555-0177/i

/** A file of rows as text with commas. */
export function csvOf(...rows: readonly Readonly<Record<string, string>>[]): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  return [line(header), ...rows.map((row) => line(header.map((name) => row[name] ?? '')))].join('\r\n')
}

/** The same order under another number, with what differs. */
export const numbered = (id: string, change: Readonly<Record<string, string>> = {}) => ({
  ...ORDER,
  'order.channelPartnerOrderId': id,
  ...change,
})

/** A merchant with a web shop, and a way to bring its files through the API. */
export async function makeShop() {
  const seller = await makeSeller()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const key = await addKey(seller.deps, seller.merchant)
  const call = callWith(app, key)
  await call('PUT', '/channels/WEB', { name: 'Web shop', keepDays: 30 })
  const send = async (text: string | Uint8Array) => {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/imports?fileName=orders.csv',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(text),
    })
    return { status: reply.statusCode, body: reply.json() as Json }
  }
  const about = async (id: number, what = '') => (await call('GET', `/imports/${id}${what}`)).body as Json
  const bring = async (text: string | Uint8Array) => {
    const { import: id } = (await send(text)).body as unknown as { import: number }
    await seller.run()
    return id
  }
  const steer = async (id: number, what: 'apply' | 'undo' | 'drop') => {
    const reply = await call('POST', `/imports/${id}/${what}`, {})
    await seller.run()
    return reply
  }
  const place = async (...rows: readonly Readonly<Record<string, string>>[]) => {
    const id = await bring(csvOf(...rows))
    await steer(id, 'apply')
    return id
  }
  const rowsOf = async (id: number) => (await about(id, '/rows')).rows as unknown as Json[]
  const owner = seller.database.ownerPool()
  const sealed = async () => (await owner.query('select 1 from vault.brought_files')).rowCount
  /** So many days later the purge runs; nothing else does. */
  const purgeAfter = (days: number) => {
    seller.control.advance(days * DAY)
    return purgeBuyers(seller.deps, seller.merchant)
  }
  return { purgeAfter, seller, app, key, call, send, about, bring, steer, place, rowsOf, owner, sealed }
}

/** What lies of an item, and what of it is reserved. */
export const stockOf = async (owner: Awaited<ReturnType<typeof makeShop>>['owner'], item: string) =>
  (
    await owner.query(
      'select sum(on_hand)::int as on_hand, sum(allocated)::int as allocated from millrace.stock where item_id = $1',
      [item],
    )
  ).rows[0]
