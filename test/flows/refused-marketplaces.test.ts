import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, endOf, problemsOf } from '../make/seller-views.ts'

const US = 'ATVPDKIKX0DER'
const CA = 'A2EUQ1WTGCTBG2'
const MX = 'A1AM78C64UM0Y8'

/** A seller in three marketplaces, with a first sweep behind it. */
async function inThreeMarketplaces(refused: readonly string[] = []) {
  const seller = await makeSeller({ marketplaces: [US, CA, MX] })
  const refuse = (ids: readonly string[]) =>
    seller.control.putSeller({
      sellerId: 'A3HARBORGOODS',
      marketplaces: [US, CA, MX].map((id) => ({ id, refused: ids.includes(id) })),
    })
  refuse(refused)
  await seller.run()
  return { ...seller, refuse }
}

test('[O1] orders of a refused marketplace are read when access returns, also after a day on which everything was refused', async () => {
  const seller = await inThreeMarketplaces([CA])
  const lost = seller.control.placeOrder({ marketplaceId: CA, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(20 * MINUTE)
  seller.control.advance(23 * HOUR + 30 * MINUTE)
  await seller.run()
  seller.refuse([US, CA, MX])
  seller.control.advance(HOUR)
  await seller.run()
  expect(await problemsOf(seller)).toEqual(['access-denied'])
  seller.refuse([])
  await seller.pass(2 * HOUR)
  expect(await endOf(seller, lost)).toBe('held no-method-rates')
  expect(await problemsOf(seller)).toEqual([])
})

test('[O1] a marketplace that was refused again after a day is read from its first refusal', async () => {
  const seller = await inThreeMarketplaces([CA])
  const lost = seller.control.placeOrder({ marketplaceId: CA, lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(20 * MINUTE)
  for (let day = 0; day < 2; day++) {
    seller.control.advance(DAY - HOUR)
    await seller.run()
    seller.control.advance(HOUR)
    await seller.run()
  }
  expect(await problemsOf(seller)).toEqual([`marketplace-refused ${CA}`])
  seller.refuse([])
  seller.control.advance(DAY)
  await seller.pass(20 * MINUTE)
  expect(await endOf(seller, lost)).toBe('held no-method-rates')
})

test('[O1] a refusal of everything that is over does not read the window twice', async () => {
  const seller = await inThreeMarketplaces([US, CA, MX])
  seller.refuse([])
  const before = callsOf(seller, 'searchOrders')
  await seller.pass(HOUR + 2 * MINUTE)
  expect(callsOf(seller, 'searchOrders') - before).toBe(1)
})

test('[O1] a marketplace that is refused between two pages does not stop the others: the window is asked anew without it', async () => {
  const seller = await inThreeMarketplaces()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 150)
  seller.control.advance(10 * MINUTE)
  seller.control.addFault({
    operation: 'searchOrders',
    kind: 'refuse-marketplace',
    marketplaceId: CA,
    always: true,
    nth: 2,
  })
  await seller.pass(HOUR)
  expect(await problemsOf(seller)).toEqual([`marketplace-refused ${CA}`])
  expect(await seller.store((s) => s.countOrders())).toEqual({ 'Shipping Department': ids.length })
})

test('[O1] what a run finds out about marketplaces is not written once a later run has taken over', async () => {
  const seller = await inThreeMarketplaces()
  seller.refuse([CA])
  seller.control.advance(10 * MINUTE)
  const { searchOrders } = seller.deps.amazon
  Object.assign(seller.deps.amazon, {
    searchOrders: async (...asked: Parameters<typeof searchOrders>) => {
      const answer = await searchOrders(...asked)
      // The run that comes after this one takes the sweep while this one waits for Amazon.
      await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.store.claimSweep(seller.connection))
      return answer
    },
  })
  await seller.run()
  expect(await problemsOf(seller)).toEqual([])
  const connection = await seller.store((s) => s.findConnection(seller.connection))
  expect(connection?.marketplaces.map((m) => m.refusedAt)).toEqual([null, null, null])
})
