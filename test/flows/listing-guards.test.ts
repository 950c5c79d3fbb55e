import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveTab } from '#flows/amazon-tab.ts'
import { releaseTheBrake } from '#flows/approve-changes.ts'
import { saveInventorySettings } from '#flows/configure-inventory.ts'
import { lookAtTouched } from '#flows/look-at-touched.ts'
import { sendListings } from '#flows/send-listings.ts'
import { submitTab } from '#flows/submit-tab.ts'
import { switchSending } from '#flows/switch-sending.ts'
import {
  feedOf,
  fieldOf,
  makeListed,
  passFives,
  passSeconds,
  reprice,
  shelve,
  shown,
  skusNamed,
} from '../make/listed.ts'
import { MUG_TAB } from '../make/new-listing.ts'
import { HOUR, MINUTE } from '../make/seller.ts'
import { callsOf, problemsOf, type Seller } from '../make/seller-views.ts'

const US = 'ATVPDKIKX0DER'
const who = 'A person'

/** What Amazon has been told of these SKUs already: 7 of each, and it shows them. */
const sentBefore = (seller: Seller, skus: readonly string[]) =>
  seller.database.ownerPool().query(
    `insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, field, product_type, desired, sent, sent_version, state, confirmed)
     select $1, $2, sku, 'stock', 'PRODUCT', v, v, 1, 'confirmed', v from unnest($3::text[]) as s (sku), (select '{"leadDays":null,"quantity":7,"restockOn":null}') w (v)`,
    [seller.merchant, seller.connection, skus],
  )

const atZero = (seller: Seller, skus: readonly string[]) => skus.filter((sku) => shown(seller, sku)[0] === 0).length

test('[I12] the brake stops only what lies beyond the limit, however many runs the rest takes; the hour after lets no more go', async () => {
  const skus = skusNamed('CUP-', 350)
  const seller = await makeListed({ skus, atAmazon: 7 })
  await sentBefore(seller, skus)
  await passFives(seller, 5)
  await shelve(seller, skus.slice(0, 90), 0)
  await passSeconds(seller, 40)
  await passFives(seller, 15)
  // 20 % of 350, and a run sends fifty calls before it looks again.
  expect(atZero(seller, skus)).toBe(70)
  expect(await problemsOf(seller)).toContain('brake-pulled')
  await passFives(seller, 130)
  expect(atZero(seller, skus)).toBe(70)
  await shelve(seller, [skus[200] ?? ''], 5)
  await passSeconds(seller, 10)
  await passFives(seller, 5)
  expect(shown(seller, skus[200] ?? '')[0]).toBe(5)
  await releaseTheBrake(seller.deps, seller.merchant, { connection: seller.connection, who })
  await passSeconds(seller, 10)
  await passFives(seller, 5)
  expect(atZero(seller, skus)).toBe(90)
})

test('[I12] prices that the brake stopped hold no stock back: what was sold or counted of their SKUs meanwhile goes up', async () => {
  const skus = skusNamed('CUP-', 30)
  const seller = await makeListed({ skus, price: 1000, atAmazon: 7 })
  await seller.run()
  await reprice(seller, skus, 1200)
  await passSeconds(seller, 10)
  await passFives(seller, 10)
  const dearer = () => skus.filter((sku) => shown(seller, sku)[1] === 12).length
  expect(dearer()).toBe(24)
  await shelve(seller, skus, 5)
  await passSeconds(seller, 10)
  await passFives(seller, 10)
  expect(skus.map((sku) => shown(seller, sku)[0])).toEqual(skus.map(() => 5))
  expect(dearer()).toBe(24)
  // Counted down to nothing is what the brake is for.
  await shelve(seller, skus.slice(29), 0)
  await passSeconds(seller, 10)
  await passFives(seller, 10)
  expect(shown(seller, skus[29] ?? '')).toEqual([5, 10])
  await releaseTheBrake(seller.deps, seller.merchant, { connection: seller.connection, who })
  await passSeconds(seller, 10)
  await passFives(seller, 10)
  expect(dearer()).toBe(30)
  expect(shown(seller, skus[29] ?? '')).toEqual([0, 12])
})

test('[I4][I14] once prices are no part of the hourly file, those that are due go no more: neither by call nor by feed', async () => {
  const odd = skusNamed('TEA/', 2)
  const seller = await makeListed({ skus: ['CUP-1', ...odd], price: 1000, atAmazon: 7 })
  await seller.run()
  seller.control.addFault({ kind: 'error', status: 503, operation: 'patchListingsItem', count: 9 })
  seller.control.addFault({ kind: 'error', status: 503, operation: 'createFeedDocument', count: 2 })
  await reprice(seller, ['CUP-1', ...odd], 1200)
  await shelve(seller, odd, 3)
  await passFives(seller, 5)
  expect(await fieldOf(seller, 'CUP-1', 'price')).toMatchObject({ state: 'due' })
  expect(await fieldOf(seller, odd[0] ?? '', 'price')).toMatchObject({ state: 'flying' })
  const entered = { ...(await seller.store((s) => s.readInventorySettings())), includePrice: false }
  await saveInventorySettings(seller.deps, seller.merchant, { entered, who })
  seller.control.clearFaults()
  await passFives(seller, 90)
  for (const sku of ['CUP-1', ...odd]) expect(shown(seller, sku)[1]).toBe(10)
  // What stood beside those prices goes, without them.
  expect(shown(seller, odd[0] ?? '')[0]).toBe(3)
  expect(JSON.stringify(seller.control.feeds().map((_, n) => feedOf(seller, n)))).not.toContain('purchasable_offer')
})

test('[I14] stock that was switched off while its feed could not be sent stays here', async () => {
  const odd = skusNamed('TEA/', 2)
  const seller = await makeListed({ skus: odd, atAmazon: 7 })
  await seller.run()
  seller.control.addFault({ kind: 'error', status: 503, operation: 'createFeedDocument', count: 2 })
  await shelve(seller, odd, 3)
  await passFives(seller, 5)
  expect(await fieldOf(seller, odd[0] ?? '')).toMatchObject({ state: 'flying' })
  await switchSending(seller.deps, seller.merchant, { connection: seller.connection, stock: false, seen: false, who })
  seller.control.clearFaults()
  await passFives(seller, 60)
  expect(seller.control.feeds()).toEqual([])
  expect(await fieldOf(seller, odd[0] ?? '')).toMatchObject({ state: 'due' })
  await switchSending(seller.deps, seller.merchant, { connection: seller.connection, stock: true, seen: true, who })
  await passFives(seller, 20)
  expect(shown(seller, odd[0] ?? '')[0]).toBe(3)
})

test('[I14] stock that was switched off after its feed was written, and before Amazon took it, stays here; its price goes', async () => {
  const odd = skusNamed('TEA/', 2)
  const seller = await makeListed({ skus: odd, atAmazon: 7, price: 1000 })
  await seller.run()
  seller.control.addFault({ kind: 'error', status: 503, operation: 'createFeed', count: 2 })
  await shelve(seller, odd.slice(0, 1), 3)
  await reprice(seller, odd.slice(1), 1200)
  await passFives(seller, 5)
  expect(await seller.store((s) => s.listSubmissions({ before: null, limit: 9 }))).toMatchObject([{ messages: 2 }])
  expect(seller.control.feeds()).toEqual([])
  await switchSending(seller.deps, seller.merchant, { connection: seller.connection, stock: false, seen: false, who })
  seller.control.clearFaults()
  await passFives(seller, 60)
  expect(shown(seller, odd[0] ?? '')[0]).toBe(7)
  expect(shown(seller, odd[1] ?? '')[1]).toBe(12)
  expect(await fieldOf(seller, odd[0] ?? '')).toMatchObject({ state: 'due' })
  await switchSending(seller.deps, seller.merchant, { connection: seller.connection, stock: true, seen: true, who })
  await passFives(seller, 20)
  expect(shown(seller, odd[0] ?? '')[0]).toBe(3)
})

test('[I4] a SKU that only its Amazon tab configures is priced once its offer was read, and its kept parts go along', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], price: 1200, atAmazon: 7 })
  const owner = seller.database.ownerPool()
  await owner.query('update millrace.listings set item_id = null, read_at = null')
  await owner.query(
    `insert into millrace.amazon_tabs (merchant_id, item_id, marketplace_id, product_type, requirements, attributes, problems, checked_at, updated_at)
     values ($1, 'CUP-1', $2, 'KITCHEN', 'LISTING', '{}', '[]', to_timestamp(0), to_timestamp(0))`,
    [seller.merchant, US],
  )
  await seller.run()
  const before = seller.control.requests().map(({ operation }) => operation)
  expect(before.indexOf('searchListingsItems')).toBeGreaterThanOrEqual(0)
  await seller.pass(15 * MINUTE)
  const asked = seller.control.requests().map(({ operation }) => operation)
  expect(asked.indexOf('patchListingsItem')).toBeGreaterThan(asked.indexOf('searchListingsItems'))
  expect(shown(seller, 'CUP-1')[1]).toBe(12)
  const { rows } = await owner.query('select kept_offer is not null as kept from millrace.listings')
  expect(rows).toEqual([{ kept: true }])
})

test('[T1][I9] a listing that a tab made is read within minutes, not the next night: then its stock goes up', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], atAmazon: 7 })
  const owner = seller.database.ownerPool()
  await owner.query(
    `insert into millrace.items (merchant_id, item_id, description, price, grams, tracks_stock) values ($1, 'MUG-NEW', 'Blue mug', 1250, 300, true)`,
    [seller.merchant],
  )
  await owner.query(
    `insert into millrace.stock (merchant_id, item_id, center_code, on_hand, allocated) values ($1, 'MUG-NEW', 'PORTLAND', 9, 0)`,
    [seller.merchant],
  )
  const place = { itemId: 'MUG-NEW' as ItemId, marketplaceId: US }
  const tab = { ...place, productType: 'KITCHEN', requirements: 'LISTING', attributes: MUG_TAB } as const
  await saveTab(seller.deps, seller.merchant, tab)
  expect(await submitTab(seller.deps, seller.merchant, { ...place, confirmed: true, who })).toMatchObject({ ok: true })
  await passFives(seller, 60)
  expect(shown(seller, 'MUG-NEW')[0]).toBe(9)
})

test('[T1] a listing that Amazon does not show is asked for a few times, and then left to the nightly report', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], atAmazon: 7 })
  const places = [{ sellerSku: 'NEVER-SEEN' as SellerSku, marketplaceId: US }]
  await seller.store((s) => s.readSoon({ connection: seller.connection, places, at: seller.control.now() }))
  await seller.pass(10 * HOUR)
  expect(callsOf(seller, 'searchListingsItems')).toBe(6)
  expect(await seller.store((s) => s.nextToRead(seller.connection))).toBeNull()
})

test('[I8][E5] a feed of stock and prices stands among the feeds and files', async () => {
  const seller = await makeListed({ skus: skusNamed('TEA/', 2) })
  await passFives(seller, 10)
  const listed = await seller.store((s) => s.listSubmissions({ before: null, limit: 9 }))
  expect(listed).toMatchObject([{ kind: 'listings', way: 'feed', messages: 2 }])
})

test('[E5] that Amazon was away is over once it takes a change, also where nothing is imported', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], atAmazon: 1 })
  seller.control.addFault({ kind: 'error', status: 503, operation: 'patchListingsItem', count: 20 })
  await seller.run()
  expect(await problemsOf(seller)).toEqual(['amazon-down listings'])
  seller.control.clearFaults()
  await passFives(seller, 5)
  expect(await problemsOf(seller)).toEqual([])
  await passFives(seller, 15)
  expect(shown(seller, 'CUP-1')[0]).toBe(7)
})

test('[I4] a price that waits for approval does not go in place of one that Amazon lost', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], price: 1200, atAmazon: 7 })
  seller.control.addFault({ operation: 'patchListingsItem', kind: 'lose-change', sku: 'CUP-1' })
  await seller.run()
  await reprice(seller, ['CUP-1'], 2500)
  await passSeconds(seller, 10)
  await passFives(seller, 45)
  expect(shown(seller, 'CUP-1')[1]).toBe(12)
  await passFives(seller, 60)
  expect(shown(seller, 'CUP-1')[1]).toBe(12)
  expect(await fieldOf(seller, 'CUP-1', 'price')).toMatchObject({ state: 'held', problem: { code: 'price-jumps' } })
})

test('[I4] a price that begins to wait for approval while another is being told stays waiting', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], price: 1200, atAmazon: 7 })
  const { amazon } = seller.deps
  const changeListing: typeof amazon.changeListing = async (...change) => {
    const answer = await amazon.changeListing(...change)
    await reprice(seller, ['CUP-1'], 2500)
    await lookAtTouched(seller.deps, seller.merchant)
    return answer
  }
  await sendListings({ ...seller.deps, amazon: { ...amazon, changeListing } }, seller.merchant, seller.connection)
  await passFives(seller, 130)
  expect(shown(seller, 'CUP-1')[1]).toBe(12)
  expect(await fieldOf(seller, 'CUP-1', 'price')).toMatchObject({ state: 'held', problem: { code: 'price-jumps' } })
})
