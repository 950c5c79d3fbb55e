import { expect, test } from 'vitest'
import type { SellerSku } from '#core/ids.ts'
import { approveChanges, putPriceBack, releasePrice, releaseTheBrake, uploadNow } from '#flows/approve-changes.ts'
import { dryRun } from '#flows/dry-run.ts'
import { switchSending } from '#flows/switch-sending.ts'
import { dumpTables } from '../make/database-dump.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
const US = 'ATVPDKIKX0DER'
const who = 'A person'
const MUG = 'MUG-BLUE' as SellerSku

/** A seller whose SKUs are listed and linked, with nothing switched on; each has 40 at Amazon, as the simulator has. */
async function makeListed(skus: readonly string[] = [MUG]) {
  const seller = await makeSeller()
  const row = (sku: string) =>
    `('${seller.merchant}', '${seller.connection}', '${sku}', '${US}', '${sku}', 'KITCHEN', 'DEFAULT', 40, 1250, 'USD', to_timestamp(0))`
  await seller.database
    .ownerPool()
    .query(`insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency, read_at)
    values ${skus.map(row).join(', ')}`)
  return seller
}
const switchOn = (seller: Seller, on: { stock?: boolean; price?: boolean }, seen = true) =>
  switchSending(seller.deps, seller.merchant, { connection: seller.connection, ...on, seen, who })
const includePrice = (seller: Seller) =>
  seller.database
    .ownerPool()
    .query(
      `insert into millrace.settings (merchant_id, section, value, updated_at) values ($1, 'inventory', '{"includePrice":true}', to_timestamp(0))`,
      [seller.merchant],
    )
const priceItem = (seller: Seller, minor: number) =>
  seller.database.ownerPool().query(`update millrace.items set price = $1 where item_id = 'MUG-BLUE'`, [minor])
const calls = (seller: Seller) => seller.control.requests().filter(({ operation }) => operation === 'patchListingsItem')
const upload = (seller: Seller, skus: readonly string[] | null = [MUG]) =>
  uploadNow(seller.deps, seller.merchant, { connection: seller.connection, who, skus: skus as SellerSku[] | null })
const priceField = async (seller: Seller) =>
  (
    await seller.store((s) =>
      s.listFields({ connection: seller.connection, state: null, sku: MUG, after: null, limit: 9 }),
    )
  ).find(({ field }) => field === 'price')
const priceOf = (text: string | null | undefined): number | null => (text ? JSON.parse(text).price : null)

test('[I14] a dry run shows old and new and the change exactly, and writes nothing', async () => {
  const seller = await makeListed()
  const before = await dumpTables(seller.database, [])
  const wish = { connection: seller.connection, skus: null, after: null, limit: 10 }
  expect(await dryRun(seller.deps, seller.merchant, wish)).toMatchObject({
    ok: true,
    value: {
      next: null,
      rows: [
        {
          sellerSku: MUG,
          field: 'stock',
          what: 'due',
          before: '{"leadDays":null,"quantity":40,"restockOn":null}',
          after: '{"leadDays":null,"quantity":480,"restockOn":null}',
          patch: { op: 'merge', value: [{ fulfillment_channel_code: 'DEFAULT', quantity: 480 }] },
        },
      ],
    },
  })
  expect(await dumpTables(seller.database, [])).toEqual(before)
  expect(calls(seller)).toEqual([])
})

test('[I14] nothing is switched on before the dry run was seen; then what differs goes at once; off again, nothing more goes', async () => {
  const seller = await makeListed()
  expect(await switchOn(seller, { stock: true }, false)).toMatchObject({ problem: { code: 'dry-run-not-seen' } })
  expect(await upload(seller)).toMatchObject({ problem: { code: 'sending-is-off' } })
  await seller.pass(2 * HOUR)
  expect(calls(seller)).toEqual([])
  expect(await switchOn(seller, { stock: true })).toMatchObject({ ok: true, value: { stock: true, price: false } })
  await seller.run()
  expect(calls(seller)).toHaveLength(1)
  expect(await switchOn(seller, { stock: false }, false)).toMatchObject({ ok: true, value: { stock: false } })
  seller.control.placeOrder({ lines: [{ sku: MUG, quantity: 3, price: 12.5 }] })
  await seller.pass(2 * HOUR)
  expect(calls(seller)).toHaveLength(1)
})

test('[I14] prices cannot be switched on while the option that includes them is off', async () => {
  const seller = await makeListed()
  expect(await switchOn(seller, { price: true })).toMatchObject({ problem: { code: 'price-not-included' } })
})

test('[I7] Manual Upload sends chosen SKUs now, also what is confirmed; a SKU that Amazon does not list is refused', async () => {
  const seller = await makeListed()
  await switchOn(seller, { stock: true })
  await seller.pass(20 * MINUTE)
  expect(calls(seller)).toHaveLength(1)
  expect(await upload(seller, ['NO-SUCH'])).toMatchObject({ problem: { code: 'sku-not-listed' } })
  expect(await upload(seller)).toMatchObject({ ok: true })
  await seller.run()
  expect(calls(seller)).toHaveLength(2)
})

test('[I4] a price that jumps waits for approval of exactly that value, and then goes', async () => {
  const seller = await makeListed()
  await includePrice(seller)
  await priceItem(seller, 2500)
  await switchOn(seller, { price: true })
  await seller.pass(10 * MINUTE)
  expect(calls(seller)).toEqual([])
  expect(await priceField(seller)).toMatchObject({ state: 'held', problem: { code: 'price-jumps' } })
  const word = { connection: seller.connection, who, skus: null }
  expect(await approveChanges(seller.deps, seller.merchant, word)).toEqual({ ok: true, value: 1 })
  await seller.run()
  expect(calls(seller)).toHaveLength(1)
  expect(priceOf((await priceField(seller))?.sent)).toBe(2500)
  expect(await approveChanges(seller.deps, seller.merchant, word)).toEqual({ ok: true, value: 0 })
})

test('[I12] a price is put back to what stood before and stays pinned until it is released', async () => {
  const seller = await makeListed()
  const word = { connection: seller.connection, sellerSku: MUG, marketplaceId: US, who }
  expect(await putPriceBack(seller.deps, seller.merchant, word)).toMatchObject({
    problem: { code: 'nothing-to-put-back' },
  })
  await includePrice(seller)
  await priceItem(seller, 1300)
  await switchOn(seller, { price: true })
  await seller.pass(20 * MINUTE)
  await priceItem(seller, 1400)
  await upload(seller)
  await seller.pass(20 * MINUTE)
  expect(priceOf((await priceField(seller))?.sent)).toBe(1400)
  expect(await putPriceBack(seller.deps, seller.merchant, word)).toMatchObject({ ok: true })
  await seller.pass(20 * MINUTE)
  expect(priceOf((await priceField(seller))?.sent)).toBe(1300)
  await upload(seller)
  await seller.pass(2 * HOUR)
  expect(priceOf((await priceField(seller))?.sent)).toBe(1300)
  expect(await releasePrice(seller.deps, seller.merchant, word)).toMatchObject({ ok: true })
  expect(await releasePrice(seller.deps, seller.merchant, word)).toMatchObject({
    problem: { code: 'price-not-pinned' },
  })
  await seller.pass(20 * MINUTE)
  expect(priceOf((await priceField(seller))?.sent)).toBe(1400)
  const told = await seller.store((s) =>
    s.skuHistory({ connection: seller.connection, sku: MUG, before: null, limit: 50 }),
  )
  expect(told.filter((each) => each.who === who).map(({ what }) => what)).toEqual(['released', 'put back'])
})

test('[I12] 30 SKUs that would go to zero pull the brake: at most 24 have gone, the rest wait and it says so; released, they go', async () => {
  const skus = Array.from({ length: 30 }, (_, n) => `BRAKE-${String(n).padStart(2, '0')}`)
  const seller = await makeListed(skus)
  seller.control.putListings(skus.map((sku) => ({ sku, productType: 'KITCHEN', quantity: 40, price: 12.5 })))
  await seller.database
    .ownerPool()
    .query(
      `insert into millrace.items (merchant_id, item_id, description, grams, tracks_stock) select $1, s, 'An item', 1, true from unnest($2::text[]) as s`,
      [seller.merchant, skus],
    )
  await switchOn(seller, { stock: true })
  await seller.pass(5 * MINUTE)
  const gone = () => new Set(calls(seller).map(({ path }) => path)).size
  const before = gone()
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThanOrEqual(24)
  expect(await seller.store((s) => s.listProblems())).toMatchObject([{ problem: { code: 'brake-pulled' } }])
  await seller.pass(2 * HOUR)
  expect(gone()).toBe(before)
  const word = { connection: seller.connection, who }
  expect(await releaseTheBrake(seller.deps, seller.merchant, word)).toEqual({ ok: true, value: 30 - before })
  for (let n = 0; n < 10; n++) await seller.pass(MINUTE)
  expect(gone()).toBe(30)
  expect(await seller.store((s) => s.listProblems())).toEqual([])
})

test('[X1] another merchant’s connection does not exist here', async () => {
  const seller = await makeListed()
  const connection = 'na-A1SOMEBODYELSE' as typeof seller.connection
  const wish = { connection, skus: null, after: null, limit: 10 }
  expect(await dryRun(seller.deps, seller.merchant, wish)).toMatchObject({ problem: { code: 'not-found' } })
  const word = { connection, who, skus: null }
  for (const flow of [approveChanges, uploadNow, releaseTheBrake])
    expect(await flow(seller.deps, seller.merchant, word)).toMatchObject({ problem: { code: 'not-found' } })
})
