import { expect, test } from 'vitest'
import { sendListings } from '#flows/send-listings.ts'
import {
  feedOf,
  fieldOf,
  fieldStates,
  makeListed,
  passFives,
  passSeconds,
  reprice,
  shelve,
  shown,
  skusNamed,
} from '../make/listed.ts'
import { MINUTE } from '../make/seller.ts'
import { callsOf, problemsOf } from '../make/seller-views.ts'

/** A slash: such SKUs go by feed, however few they are. */
const ODD = skusNamed('TEA/', 3)
const [A = '', B = '', C = ''] = ODD

test('[I11] two hundred changes are at Amazon within 60 seconds while a complete feed hangs', async () => {
  const skus = skusNamed('CUP-', 1600)
  const seller = await makeListed({ skus })
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-hangs', as: 'IN_PROGRESS' })
  await seller.run()
  await passFives(seller, 5)
  const touched = skus.slice(0, 200)
  await shelve(seller, touched, 3)
  await passSeconds(seller, 60)
  const told = new Set(seller.control.requests().flatMap((r) => (r.operation === 'patchListingsItem' ? [r.path] : [])))
  expect(told.size).toBe(200)
  expect(callsOf(seller, 'patchListingsItem')).toBe(200)
  expect(seller.control.feeds()).toHaveLength(1)
})

test('[I8][I11] a stock count of 1,600 SKUs at once goes by calls, and by one feed what is too much for them', async () => {
  const skus = skusNamed('CUP-', 1600)
  const seller = await makeListed({ skus, onHand: 1 })
  await seller.run()
  expect(seller.control.requests().filter(({ operation }) => operation === 'patchListingsItem')).toEqual([])
  await shelve(seller, skus, 3)
  for (let minute = 0; minute < 10; minute++) {
    await passSeconds(seller, 2)
    seller.control.advance(MINUTE)
  }
  expect(seller.control.feeds()).toHaveLength(1)
  // The first calls are gone when the last SKUs have been looked at.
  const { length } = feedOf(seller).messages
  expect([length > 50, length <= 100]).toEqual([true, true])
})

test('[I8] zero goes by call at once, also while a feed hangs', async () => {
  const skus = skusNamed('CUP-', 1600)
  const seller = await makeListed({ skus })
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-hangs', as: 'IN_PROGRESS' })
  await seller.run()
  await shelve(seller, ['CUP-00777'], 0)
  await passSeconds(seller, 7)
  expect(callsOf(seller, 'patchListingsItem')).toBe(1)
  await passFives(seller, 5)
  expect(shown(seller, 'CUP-00777')[0]).toBe(0)
})

test('[I8] a feed that hangs is said after half an hour, two hours and eight hours', async () => {
  const seller = await makeListed({ skus: ODD })
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-hangs', as: 'IN_QUEUE' })
  await seller.run()
  await passFives(seller, 25)
  expect(await problemsOf(seller)).toEqual([])
  const times = []
  for (const minutes of [20, 100, 365]) {
    await passFives(seller, minutes)
    const [slow] = await seller.store((s) => s.listProblems())
    times.push(`${slow?.problem.code} ${slow?.problem.facts.time}`)
  }
  expect(times).toEqual(['listings-feed-slow 30 minutes', 'listings-feed-slow 2 hours', 'listings-feed-slow 8 hours'])
})

test('[I10] what changed while the feed was under way is sent again when it ends, and what went by call meanwhile once more', async () => {
  const skus = skusNamed('CUP-', 1600)
  const seller = await makeListed({ skus })
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-hangs', as: 'IN_PROGRESS', ms: 30 * MINUTE })
  await seller.run()
  await shelve(seller, ['CUP-00003'], 4)
  await passFives(seller, 25)
  expect(callsOf(seller, 'patchListingsItem')).toBe(1)
  expect(await fieldOf(seller, 'CUP-00003')).toMatchObject({ state: 'confirmed' })
  await passFives(seller, 40)
  // The feed ended last and put the old number there; the call after it puts it right.
  expect(callsOf(seller, 'patchListingsItem')).toBe(2)
  expect(shown(seller, 'CUP-00003')[0]).toBe(4)
  expect(await fieldOf(seller, 'CUP-00003')).toMatchObject({ state: 'confirmed' })
})

test('[I9] a SKU that Amazon began to ship while its feed waited leaves the feed without a quantity', async () => {
  const seller = await makeListed({ skus: ODD })
  seller.control.addFault({ operation: 'createFeedDocument', kind: 'error', status: 503 })
  await seller.run()
  expect(seller.control.feeds()).toHaveLength(0)
  await seller.database
    .ownerPool()
    .query(`update millrace.listings set channel = 'AMAZON_NA' where seller_sku = '${B}'`)
  await passFives(seller, 10)
  expect(feedOf(seller).messages.map(({ sku }) => sku)).toEqual([A, C])
  expect(await fieldOf(seller, B)).toMatchObject({ state: 'refused', problem: { code: 'not-merchant-channel' } })
})

test('[I8] two workers at the same moment send one feed', async () => {
  const seller = await makeListed({ skus: ODD })
  await Promise.allSettled([0, 1].map(() => sendListings(seller.deps, seller.merchant, seller.connection)))
  await passFives(seller, 20)
  expect(seller.control.feeds()).toHaveLength(1)
  expect(await fieldStates(seller)).toEqual({ confirmed: 3 })
})

test('[I8] stock that comes back at a new price goes when Amazon shows the price: nobody can order at the old one', async () => {
  const skus = ['CUP-1', A]
  const seller = await makeListed({ skus, onHand: 0, atAmazon: 0, price: 1000, priceAtAmazon: 1000 })
  await seller.run()
  await reprice(seller, skus, 1200)
  await shelve(seller, skus, 9)
  const met = new Set<string>()
  for (let minute = 0; minute < 40; minute++) {
    await passSeconds(seller, 1)
    seller.control.advance(59_000)
    await seller.run()
    for (const sku of skus) met.add(JSON.stringify(shown(seller, sku)))
  }
  expect([...met].sort()).toEqual(['[0,10]', '[0,12]', '[9,12]'])
  expect(skus.map((sku) => shown(seller, sku))).toEqual([
    [9, 12],
    [9, 12],
  ])
})

test('[I8] a price that Amazon refuses does not keep the stock away', async () => {
  const seller = await makeListed({ skus: ['CUP-1'], onHand: 0, atAmazon: 0, price: 1000 })
  await seller.run()
  const { amazon } = seller.deps
  const issue = {
    code: '90244',
    message: 'No.',
    severity: 'ERROR',
    attributes: ['purchasable_offer'],
    categories: [],
  } as const
  const changeListing: typeof amazon.changeListing = async (connection, change) =>
    change.patches.some(({ path }) => path.endsWith('purchasable_offer'))
      ? { ok: true, value: { taken: false, issues: [issue] } }
      : amazon.changeListing(connection, change)
  Object.assign(seller.deps, { amazon: { ...amazon, changeListing } })
  await reprice(seller, ['CUP-1'], 1200)
  await shelve(seller, ['CUP-1'], 9)
  await passFives(seller, 10)
  expect(await fieldOf(seller, 'CUP-1', 'price')).toMatchObject({ state: 'refused' })
  expect(shown(seller, 'CUP-1')).toEqual([9, 10])
})
