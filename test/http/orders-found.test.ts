import { expect, test } from 'vitest'
import { dayOf } from '#core/orders/merchant-time.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

/** A connected merchant with the API before it. */
async function makeShop() {
  const seller = await makeSeller()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  return { seller, call: callWith(app, await addKey(seller.deps, seller.merchant)) }
}

const draft = (sku: string) => ({ lines: [{ sku, quantity: 1 }], buyer: { name: 'Zephyrine Quillfeather' } })

type Page = { rows: { orderNumber: number; amazonOrderId: string }[]; next: string | null }

test('[X1] orders are found by what a person knows of them, but never by the buyer', async () => {
  const { seller, call } = await makeShop()
  const tea = seller.control.placeOrder(draft('AMZ-TEA-EARL-3PK'))
  const mug = seller.control.placeOrder(draft('MUG-BLUE'))
  await seller.pass(10 * MINUTE)
  const found = async (query: string) => {
    const { status, body } = await call('GET', `/orders?${query}`)
    return status === 200 ? (body as Page).rows.map((row) => row.amazonOrderId).sort() : body
  }
  const { orderNumber } = (await call('GET', `/orders/${mug}`)).body as Page['rows'][number]
  await call('POST', `/orders/${tea}/move`, { to: 'Hold', reason: 'waiting-for-stock' })
  const day = dayOf(seller.control.now(), 'America/New_York')
  const both = [tea, mug].sort()
  for (const [query, wanted] of [
    [`find=${mug.replaceAll('-', '')}`, [mug]],
    [`find=%23${orderNumber}`, [mug]],
    ['find=amz-tea-earl-3pk', [tea]],
    ['find=TEA-EARL', [tea]],
    ['find=TEA-EARL&stage=Shipping%20Department', []],
    ['find=', both],
    ['find=Quillfeather', []],
    ['stage=Hold', [tea]],
    ['amazonStatus=UNSHIPPED', both],
    ['amazonStatus=SHIPPED', []],
    [`connection=${seller.connection}`, both],
    ['marketplaceId=ATVPDKIKX0DER', both],
    ['marketplaceId=A2EUQ1WTGCTBG2', []],
    [`placedFrom=${day}&placedTo=${day}&find=MUG-BLUE`, [mug]],
    ['placedTo=2001-01-01', []],
    [`shipByFrom=${day}`, both],
    ['shipByTo=2001-01-01', []],
  ] as const)
    expect([query, await found(query)]).toEqual([query, wanted])
  for (const [query, field] of [
    ['placedFrom=2026-02-30', 'placedFrom'],
    ['shipByFrom=2026-11-02&shipByTo=2026-11-01', 'shipByTo'],
    ['sort=buyer', 'sort'],
  ]) {
    const refused = await call('GET', `/orders?${query}`)
    expect([query, refused.body]).toMatchObject([query, { fields: [{ field }] }])
    expect(refused.status).toBeGreaterThanOrEqual(400)
  }
})

test('[X1] pages of every sorting follow each other without a gap, also among orders of the same moment', async () => {
  const { seller, call } = await makeShop()
  const at = { createdAt: seller.control.now() - MINUTE, lagMs: 0 }
  const ids = seller.control.placeOrders({ ...draft('MUG-BLUE'), ...at }, 3)
  ids.push(seller.control.placeOrder({ ...draft('MUG-RED'), ...at, createdAt: at.createdAt - MINUTE }))
  await seller.pass(10 * MINUTE)
  const day = dayOf(at.createdAt, 'America/New_York')
  const ranges = [`placedTo=${day}&sort=-shipBy`, `placedFrom=${day}&sort=number`, `shipByFrom=${day}&sort=placed`]
  for (const query of [
    ...['sort=placed', 'sort=-placed', 'sort=shipBy', 'sort=-shipBy', 'find=MUG-BLUE&sort=placed'],
    ...ranges,
  ]) {
    const read: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Page = (await call('GET', `/orders?${query}&limit=1${next && `&after=${next}`}`)).body as Page
      read.push(...page.rows.map((row) => row.amazonOrderId))
      next = page.next
    }
    const whole = ((await call('GET', `/orders?${query}`)).body as Page).rows.map((row) => row.amazonOrderId)
    expect([query, read]).toEqual([query, whole])
    expect([query, [...read].sort()]).toEqual([query, (query.startsWith('find') ? ids.slice(0, 3) : ids).toSorted()])
  }
  const oldest = ((await call('GET', '/orders?sort=placed')).body as Page).rows
  const newest = ((await call('GET', '/orders?sort=-placed')).body as Page).rows
  expect(newest).toEqual(oldest.toReversed())
  expect(oldest[0]?.amazonOrderId).toBe(ids[3])
  expect(((await call('GET', `/orders?shipByTo=${day}&sort=-placed`)).body as Page).rows).toEqual([])
})
