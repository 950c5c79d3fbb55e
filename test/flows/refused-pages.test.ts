import { expect, test } from 'vitest'
import { problem } from '#core/problems.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { problemsOf } from '../make/seller-views.ts'

/** A seller with 150 new orders, whose searches with a page token are refused without a word while they ask for one of these datasets. */
async function withRefusedPages(datasets: readonly string[]) {
  const seller = await makeSeller()
  await seller.run()
  seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 150)
  seller.control.advance(10 * MINUTE)
  const { searchOrders } = seller.deps.amazon
  const asked: number[] = []
  Object.assign(seller.deps.amazon, {
    searchOrders: async (...call: Parameters<typeof searchOrders>) => {
      asked.push(seller.control.now())
      const [, params, { token }] = call
      const isRefused = token !== null && params.includedData.some((dataset) => datasets.includes(dataset))
      return isRefused ? { ok: false, problem: problem('page-token-died') } : searchOrders(...call)
    },
  })
  return { ...seller, asked }
}

test('[O1] a page that is refused twice in one window is asked for with less, and no order of it is lost', async () => {
  const seller = await withRefusedPages(['TAX'])
  await seller.pass(20 * MINUTE)
  expect(await seller.store((s) => s.countOrders())).toEqual({ 'Shipping Department': 150 })
  expect(await problemsOf(seller)).toEqual(['asked-for-less'])
})

test('[O1] a page that nothing helps is shown and asked for once an hour, not without end', async () => {
  const seller = await withRefusedPages(['BUYER'])
  await seller.pass(3 * HOUR)
  expect(await problemsOf(seller)).toEqual(['page-token-died', 'request-refused'])
  expect(seller.asked.length).toBeLessThanOrEqual(30)
  const [first] = seller.asked
  const shown = await seller.store((s) => s.listProblems())
  for (const { since } of shown) expect(since - (first ?? 0)).toBeLessThan(HOUR)
})
