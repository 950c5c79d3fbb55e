import { expect, test } from 'vitest'
import { failed } from '#core/problems.ts'
import { lookAtTouched } from '#flows/look-at-touched.ts'
import { sendListings } from '#flows/send-listings.ts'
import { SELLER } from '#main/demo/sample-merchant.ts'
import { fieldOf, fieldStates, makeListed, passFives, reprice, shelve, shown } from '../make/listed.ts'
import { callsOf, problemsOf } from '../make/seller-views.ts'

const [US, CA] = ['ATVPDKIKX0DER', 'A2EUQ1WTGCTBG2']
const SKUS = ['CUP-1', 'CUP-2', 'CUP-3']

test('[I10] INVALID comes with HTTP 200: the SKU ends refused with Amazon’s words, and the others go on', async () => {
  const seller = await makeListed({ skus: SKUS })
  const { amazon } = seller.deps
  const stockPatch: typeof amazon.stockPatch = (stock) => {
    const patch = amazon.stockPatch(stock)
    if (seller.control.requests().some(({ operation }) => operation === 'patchListingsItem')) return patch
    return { ...patch, value: [{ ...patch.value[0], lead_time_to_ship_max_days: 'soon' }] }
  }
  Object.assign(seller.deps, { amazon: { ...amazon, stockPatch } })
  await seller.run()
  const [first] = seller.control.requests().filter(({ operation }) => operation === 'patchListingsItem')
  expect(first).toMatchObject({ status: 200 })
  await passFives(seller, 15)
  expect(await fieldStates(seller)).toEqual({ confirmed: 2, refused: 1 })
  const { problem } = await fieldOf(seller, 'CUP-1')
  expect(problem).toMatchObject({
    code: 'listing-refused',
    facts: { sku: 'CUP-1', message: expect.stringContaining('(') },
  })
  await passFives(seller, 65)
  expect(callsOf(seller, 'patchListingsItem')).toBe(3)
})

test('[I10] a SKU that is not at Amazon is refused, and keeps nobody waiting', async () => {
  const seller = await makeListed({ skus: SKUS, gone: ['CUP-1'] })
  await seller.run()
  await passFives(seller, 15)
  expect(await fieldStates(seller)).toEqual({ confirmed: 2, refused: 1 })
  expect(await fieldOf(seller, 'CUP-1')).toMatchObject({ state: 'refused' })
})

test('[I10] a price that Amazon finds wrong is refused with its words; the stock beside it goes alone', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], price: 1000 })
  await seller.run()
  await passFives(seller, 15)
  const { amazon } = seller.deps
  const offerPatch: typeof amazon.offerPatch = (offers) =>
    amazon.offerPatch(offers.map((offer) => ({ ...offer, value: { ...offer.value, min: offer.value.price + 100 } })))
  Object.assign(seller.deps, { amazon: { ...amazon, offerPatch } })
  await reprice(seller, ['CUP-1'], 1100)
  await shelve(seller, ['CUP-1'], 3)
  await passFives(seller, 20)
  expect(await fieldOf(seller, 'CUP-1', 'price')).toMatchObject({
    state: 'refused',
    problem: { code: 'listing-refused' },
  })
  expect(await fieldOf(seller, 'CUP-1')).toMatchObject({ state: 'confirmed' })
  expect(shown(seller, 'CUP-1')).toEqual([3, 10])
})

test('[I10] of a refusal that names no field the price is refused first: the stock beside it goes alone', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], price: 1000 })
  await seller.run()
  await passFives(seller, 15)
  seller.control.addFault({
    operation: 'patchListingsItem',
    kind: 'error',
    status: 400,
    code: 'InvalidInput',
    message: 'Not so.',
  })
  await reprice(seller, ['CUP-1'], 1100)
  await shelve(seller, ['CUP-1'], 0)
  await passFives(seller, 20)
  expect(await fieldOf(seller, 'CUP-1', 'price')).toMatchObject({ state: 'refused' })
  expect(await fieldOf(seller, 'CUP-1')).toMatchObject({ state: 'confirmed' })
  expect(shown(seller, 'CUP-1')).toEqual([0, 10])
})

test('[I10] accepted and yet unchanged: sent once more after 15 minutes, and then it stands', async () => {
  const seller = await makeListed({ skus: SKUS })
  seller.control.addFault({ operation: 'patchListingsItem', kind: 'lose-change', sku: 'CUP-2' })
  await seller.run()
  await passFives(seller, 40)
  expect(callsOf(seller, 'patchListingsItem')).toBe(4)
  expect(await fieldStates(seller)).toEqual({ confirmed: 3 })
})

test('[I10] accepted twice and unchanged for ever: it is shown as differing, and not sent a third time', async () => {
  const seller = await makeListed({ skus: ['CUP-1'] })
  seller.control.addFault({ operation: 'patchListingsItem', kind: 'lose-change', sku: 'CUP-1', always: true })
  await seller.run()
  await passFives(seller, 120)
  expect(callsOf(seller, 'patchListingsItem')).toBe(2)
  expect(await fieldOf(seller, 'CUP-1')).toMatchObject({ state: 'differs', problem: { code: 'stock-differs' } })
})

test('[I4] a price of which Amazon has a rule by now is shown as differing, and not sent once more', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], price: 1200, atAmazon: 7 })
  await seller.run()
  seller.control.putListing({ sku: 'CUP-1', quantity: 7, price: 13, pricingRule: 'RULE-1' })
  await passFives(seller, 90)
  expect(callsOf(seller, 'patchListingsItem')).toBe(1)
  expect(await fieldOf(seller, 'CUP-1', 'price')).toMatchObject({
    state: 'differs',
    problem: { code: 'price-differs' },
  })
})

test('[I3][I10] an item that is counted from now on is no longer always available, also where Amazon lost the first word of it', async () => {
  const seller = await makeListed({ skus: ['CUP-1'] })
  const owner = seller.database.ownerPool()
  const counted = (tracks: boolean) => owner.query('update millrace.items set tracks_stock = $1', [tracks])
  await owner.query(
    `insert into millrace.settings (merchant_id, section, value, updated_at) values ($1, 'inventory', '{"untracked": "always"}', to_timestamp(0))`,
    [seller.merchant],
  )
  await counted(false)
  await seller.run()
  await passFives(seller, 20)
  expect(seller.control.listing('CUP-1')?.live).toMatchObject({ stock: [{ always: true }] })
  await counted(true)
  seller.control.addFault({ operation: 'patchListingsItem', kind: 'lose-change', sku: 'CUP-1' })
  await shelve(seller, ['CUP-1'], 5)
  await passFives(seller, 60)
  expect(shown(seller, 'CUP-1')[0]).toBe(5)
  expect(await fieldOf(seller, 'CUP-1')).toMatchObject({ state: 'confirmed' })
})

test('[I10] a listing that an answer names twice is read back once', async () => {
  const seller = await makeListed({ skus: ['CUP-1'] })
  const { amazon } = seller.deps
  const readListings: typeof amazon.readListings = async (...asked) => {
    const answer = await amazon.readListings(...asked)
    return answer.ok === true ? { ...answer, value: [...answer.value, ...answer.value] } : answer
  }
  Object.assign(seller.deps, { amazon: { ...amazon, readListings } })
  await seller.run()
  await passFives(seller, 15)
  expect(await fieldStates(seller)).toEqual({ confirmed: 1 })
})

test('[I10] while Amazon is away for one SKU the others go first when the run comes again', async () => {
  const seller = await makeListed({ skus: SKUS })
  seller.control.addFault({ operation: 'patchListingsItem', kind: 'error', status: 503 })
  await seller.run()
  expect(callsOf(seller, 'patchListingsItem')).toBe(1)
  await passFives(seller, 20)
  const [failed, ...next] = seller.control
    .requests()
    .flatMap(({ operation, path }) => (operation === 'patchListingsItem' ? [path] : []))
  expect(next.at(-1)).toBe(failed)
  expect(await fieldStates(seller)).toEqual({ confirmed: 3 })
})

test('[I5] a lead time that Amazon refused is sent with the next number, not taken as told', async () => {
  const seller = await makeListed({ skus: ['CUP-1'] })
  const owner = seller.database.ownerPool()
  await seller.run()
  await passFives(seller, 15)
  await owner.query('update millrace.items set lead_time_minutes = 4320 where merchant_id = $1', [seller.merchant])
  seller.control.addFault({
    operation: 'patchListingsItem',
    kind: 'error',
    status: 400,
    code: 'InvalidInput',
    message: 'Not now.',
  })
  await shelve(seller, ['CUP-1'], 8)
  await passFives(seller, 5)
  expect(await fieldOf(seller, 'CUP-1')).toMatchObject({ state: 'refused' })
  await shelve(seller, ['CUP-1'], 9)
  await passFives(seller, 15)
  expect(await fieldOf(seller, 'CUP-1')).toMatchObject({ state: 'confirmed' })
  expect(seller.control.listing('CUP-1')?.live).toMatchObject({ leadTimeDays: 3, stock: [{ quantity: 9 }] })
  expect(await problemsOf(seller)).toEqual([])
})

test.each([
  [
    'is gone from one marketplace',
    `update millrace.listings set gone_at = to_timestamp(1) where marketplace_id = '${CA}'; update millrace.marketplaces set refused_at = to_timestamp(1) where marketplace_id = '${CA}'`,
  ],
  [
    'stood where the seller has closed',
    `update millrace.marketplaces set participating = false where marketplace_id = '${CA}'`,
  ],
])('[I10] a SKU that %s is told and read back where it is listed still', async (_, sql) => {
  const seller = await makeListed({ skus: SKUS, marketplaces: [US, CA] })
  const owner = seller.database.ownerPool()
  await owner.query(
    `insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity)
     select merchant_id, connection_id, seller_sku, $1, item_id, product_type, channel, quantity from millrace.listings`,
    [CA],
  )
  // What waits for that marketplace keeps nothing else waiting.
  const offer = '{"business":null,"currency":"CAD","max":null,"min":null,"price":1500,"sale":null}'
  await owner.query(
    `insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, marketplace_id, field, desired, sent, sent_at, read_again_at, due_at, state)
     select $1, $2, sku, $3, 'price', $4, $4, to_timestamp(0), to_timestamp(0), to_timestamp(0), state from (values ('CUP-1', 'due'), ('CUP-2', 'accepted')) as s (sku, state)`,
    [seller.merchant, seller.connection, CA, offer],
  )
  await owner.query(
    `insert into millrace.listings_to_read (merchant_id, connection_id, seller_sku, marketplace_id, at) values ($1, $2, 'CUP-3', $3, to_timestamp(0))`,
    [seller.merchant, seller.connection, CA],
  )
  await owner.query(`update millrace.connections set sending_price = true;
    insert into millrace.settings (merchant_id, section, value, updated_at) values ('${seller.merchant}', 'inventory', '{"includePrice": true}', to_timestamp(0))`)
  await owner.query(sql)
  seller.control.putSeller({ sellerId: SELLER.sellingPartnerId, marketplaces: [{ id: US }] })
  await seller.run()
  await passFives(seller, 40)
  expect(callsOf(seller, 'patchListingsItem')).toBe(3)
  for (const sku of SKUS) expect(await fieldOf(seller, sku)).toMatchObject({ state: 'confirmed' })
  expect(await problemsOf(seller)).toEqual([])
})

test('[I10] a SKU for which Amazon is always away keeps no other from going, urgent as it is', async () => {
  const seller = await makeListed({ skus: SKUS })
  const { amazon } = seller.deps
  const changeListing: typeof amazon.changeListing = async (connection, change) =>
    change.sellerSku === 'CUP-1' ? failed('amazon-down') : amazon.changeListing(connection, change)
  const run = async () =>
    sendListings({ ...seller.deps, amazon: { ...amazon, changeListing } }, seller.merchant, seller.connection)
  await shelve(seller, ['CUP-1'], 8)
  await lookAtTouched(seller.deps, seller.merchant)
  for (let n = 0; n < 5; n++) {
    const { again } = await run()
    seller.control.advance((again ?? 0) - seller.control.now())
  }
  expect([shown(seller, 'CUP-2')[0], shown(seller, 'CUP-3')[0]]).toEqual([7, 7])
})
