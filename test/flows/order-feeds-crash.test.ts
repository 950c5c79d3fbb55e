import { expect, test } from 'vitest'
import { runDue } from '#jobs/run-due.ts'
import type { Workshop } from '#jobs/work.ts'
import { type FeedFault, withFeedFaults } from '../make/feed-faults.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { problemsOf, type Seller } from '../make/seller-views.ts'
import { importOrders, makeRefund, outboxOf, packageToSend } from '../make/things-to-send.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }] }
const ORDERS = 40

/** Shipped orders, each good for one refund; nothing but feeds runs from here on. */
async function makeShipped(orders = ORDERS) {
  const seller = await makeSeller()
  const ids = await importOrders(
    seller,
    Array.from({ length: orders }, () => MUG),
  )
  for (const id of ids) await packageToSend(seller, id)
  await seller.pass(15 * MINUTE)
  await seller.database.ownerPool().query("delete from deployment.due where kind <> 'order-feeds'")
  return { seller, ids, faults: withFeedFaults(seller.shop) }
}

/** Lets the feeds of half an hour go up, with all that they wait for. */
async function letGo(seller: Seller, shop: Workshop) {
  for (let minute = 0; minute < 42; minute += 3) {
    await runDue(shop)
    seller.control.advance(3 * MINUTE)
  }
}

type Scene = Awaited<ReturnType<typeof makeShipped>>

/** One refund with a fault on its way: how often Amazon paid it, and how its row ended. */
async function refundWith({ seller, faults }: Scene, id: string, fault: FeedFault | null) {
  faults.arm(fault)
  await makeRefund(seller, id)
  await letGo(seller, faults.shop)
  const row = (await outboxOf(seller, 'refund')).find(({ order }) => order === id)
  return { paid: seller.control.refunds(id).length, state: row?.state ?? 'none' }
}

test('[O16] a refund feed broken between any two steps pays exactly once', async () => {
  const scene = await makeShipped()
  const [first = '', ...ids] = scene.ids
  expect(await refundWith(scene, first, null)).toEqual({ paid: 1, state: 'settled' })
  const { met } = scene.faults.state
  const places = met.slice(0, met.lastIndexOf('readFeedReport answered') + 2)
  for (const call of ['uploadFeed', 'createFeed', 'feedState', 'readFeedReport'])
    expect(places.filter((place) => place.startsWith(call))).toHaveLength(2)
  const odd: string[] = []
  const tried: string[] = []
  for (const [index, place] of places.entries()) {
    const ways: FeedFault['way'][] = ['dead']
    if (place.endsWith('to be sent')) ways.push('unsent')
    if (place.endsWith('answered')) ways.push('unheard')
    for (const way of ways) {
      const ended = await refundWith(scene, ids.shift() ?? '', { at: index + 1, way })
      tried.push(`${way} at ${place}`)
      if (ended.paid !== 1 || ended.state !== 'settled')
        odd.push(`${way} at ${index + 1} (${place}): ${JSON.stringify(ended)}`)
    }
  }
  console.log(
    `${tried.length} faults at ${places.length} places, ${scene.seller.control.refunds().length} refunds paid`,
  )
  expect(odd).toEqual([])
  expect(await problemsOf(scene.seller)).toEqual([])
}, 180_000)

test('[O16] without a look at the list of feeds a lost answer would pay twice: the count sees it', async () => {
  const scene = await makeShipped(2)
  const { faults, seller } = scene
  const [first = '', second = ''] = scene.ids
  await refundWith(scene, first, null)
  const at = faults.state.met.indexOf('createFeed answered') + 1
  const amazon = { ...faults.shop.deps.amazon, feedsSince: async () => ({ ok: true as const, value: [] }) }
  const blind = { ...faults.shop, deps: { ...faults.shop.deps, amazon } }
  const ended = await refundWith({ ...scene, faults: { ...faults, shop: blind } }, second, { at, way: 'unheard' })
  // The simulator pays as often as it is told, while there is money left on the line.
  expect(ended.paid).toBe(2)
  expect(seller.control.refunds(first)).toHaveLength(1)
})

test('[O16] a lost answer beside a feed of somebody else is not guessed: nothing is sent again, and a person decides', async () => {
  const scene = await makeShipped(2)
  const { faults, seller } = scene
  const [first = '', second = ''] = scene.ids
  await refundWith(scene, first, null)
  const at = faults.state.met.indexOf('createFeed answered') + 1
  const connection = await seller.store((store) => store.findConnection(seller.connection))
  if (!connection) throw new Error('There is no connection.')
  // Another program of the merchant sends a feed of the same type in the same minute.
  const { amazon } = seller.deps
  const createFeed: typeof amazon.createFeed = async (...args) => {
    const foreign = await amazon.uploadFeed(connection, { contentType: 'text/xml; charset=UTF-8', content: '<Other/>' })
    if (foreign.ok === true) await amazon.createFeed(connection, { ...args[1], documentId: foreign.value })
    return faults.shop.deps.amazon.createFeed(...args)
  }
  const beside = { ...faults.shop, deps: { ...faults.shop.deps, amazon: { ...faults.shop.deps.amazon, createFeed } } }
  const ended = await refundWith({ ...scene, faults: { ...faults, shop: beside } }, second, { at, way: 'unheard' })
  expect(ended).toEqual({ paid: 1, state: 'unsure' })
  expect(await problemsOf(seller)).toEqual(['feed-unsure refund'])
})

test('[O16] a worker that stands still between its note and its request sends nothing any more, once another has asked', async () => {
  const scene = await makeShipped(1)
  const { faults, seller } = scene
  const { amazon } = faults.shop.deps
  let stood = false
  const createFeed: typeof amazon.createFeed = async (...args) => {
    if (!stood) {
      stood = true
      await letGo(seller, faults.shop)
      expect(seller.control.refunds()).toHaveLength(1)
    }
    return amazon.createFeed(...args)
  }
  const slow = { ...faults.shop, deps: { ...faults.shop.deps, amazon: { ...amazon, createFeed } } }
  const ended = await refundWith({ ...scene, faults: { ...faults, shop: slow } }, scene.ids[0] ?? '', null)
  expect(stood).toBe(true)
  expect(ended).toEqual({ paid: 1, state: 'settled' })
})
