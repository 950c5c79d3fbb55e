import { expect, test } from 'vitest'
import { runDue } from '#jobs/run-due.ts'
import { type FeedFault, withFeedFaults } from '../make/feed-faults.ts'
import { fieldStates, makeListed, shelve, shown, skusNamed } from '../make/listed.ts'
import { MINUTE } from '../make/seller.ts'
import { problemsOf } from '../make/seller-views.ts'

const SKUS = skusNamed('TEA/', 3)
const KINDS = ['touched-items', 'listings', 'listings-feed', 'listing-results']

type Scene = Awaited<ReturnType<typeof makeScene>>

async function makeScene() {
  const seller = await makeListed({ skus: SKUS })
  return { seller, faults: withFeedFaults(seller.shop, KINDS) }
}

/** A new number for every SKU, with a fault on its way; the number that buyers meet in the end, and how the fields stand. */
async function changeWith({ seller, faults }: Scene, onHand: number, fault: FeedFault | null) {
  faults.arm(fault)
  await shelve(seller, SKUS, onHand)
  for (let minute = 0; minute < 60; minute += 4) {
    await runDue(faults.shop)
    seller.control.advance(4 * MINUTE)
  }
  const numbers = new Set(SKUS.map((sku) => shown(seller, sku)[0]))
  return { numbers: [...numbers], states: await fieldStates(seller) }
}

test('[I8][I10] a listings feed broken between any two steps ends with every number at Amazon, and confirmed', async () => {
  const scene = await makeScene()
  await changeWith(scene, 10, null)
  expect(await changeWith(scene, 11, null)).toEqual({ numbers: [11], states: { confirmed: 3 } })
  const { met } = scene.faults.state
  const places = met.slice(0, met.lastIndexOf('readFeedReport answered') + 3)
  for (const call of ['uploadFeed', 'createFeed', 'feedState', 'readFeedReport'])
    expect(places.some((place) => place.startsWith(call))).toBe(true)
  const odd: string[] = []
  let onHand = 20
  for (const [index, place] of places.entries()) {
    const ways: FeedFault['way'][] = ['dead']
    if (place.endsWith('to be sent')) ways.push('unsent')
    if (place.endsWith('answered')) ways.push('unheard')
    for (const way of ways) {
      onHand++
      const ended = await changeWith(scene, onHand, { at: index + 1, way })
      if (JSON.stringify(ended) !== JSON.stringify({ numbers: [onHand], states: { confirmed: 3 } }))
        odd.push(`${way} at ${index + 1} (${place}): ${JSON.stringify(ended)}`)
    }
  }
  expect(odd).toEqual([])
  expect(await problemsOf(scene.seller)).toEqual([])
}, 240_000)

test('[I8][I10] a lost answer of createFeed: the feed is sent again, since another program may have sent the one that Amazon lists', async () => {
  const scene = await makeScene()
  await changeWith(scene, 10, null)
  await changeWith(scene, 11, null)
  const at = scene.faults.state.met.indexOf('createFeed answered') + 1
  const before = scene.seller.control.feeds().length
  await changeWith(scene, 12, { at, way: 'unheard' })
  expect(scene.seller.control.feeds()).toHaveLength(before + 2)
})
