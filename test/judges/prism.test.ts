import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ItemId } from '#core/ids.ts'
import { saveItems } from '#flows/configure.ts'
import { describeWithModels, modelFile } from '../make/amazon-models.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { endOf, orderOf, problemsOf } from '../make/seller-views.ts'
import { ordersFromPrism, startPrism } from './prism.ts'

/** The order in the example of Amazon's model. */
const EXAMPLE = '123-4567890-1234567'
const LATEST = 120_000

/** Harbor Goods, whose orders come from Prism. */
async function sellerOfPrism(model: string) {
  const prism = await startPrism(model)
  onTestFinished(prism.close)
  const seller = await makeSeller({
    notBefore: '2024-01-01',
    through: async (simulator) => {
      const line = await ordersFromPrism({ simulator: simulator.url, prism: prism.url, now: simulator.control.now })
      onTestFinished(line.close)
      return { url: line.url, seen: line.seen }
    },
  })
  return seller
}

type Example = {
  orders: {
    fulfillment: { fulfillmentStatus: string }
    orderItems: { product: { sellerSku: string }; fulfillment: { quantityFulfilled: number }; cancellation?: unknown }[]
    packages?: unknown
  }[]
}

/** A copy of the model, for the length of a test, whose example is an order that waits to be shipped; and its SKUs. */
async function unshippedModel() {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-model-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const model = JSON.parse(await readFile(modelFile('orders_2026-01-01.json'), 'utf8'))
  const example: Example = model.paths['/orders/2026-01-01/orders'].get.responses[200].examples['application/json']
  const skus: string[] = []
  for (const order of example.orders) {
    order.fulfillment.fulfillmentStatus = 'UNSHIPPED'
    delete order.packages
    for (const item of order.orderItems) {
      item.fulfillment.quantityFulfilled = 0
      // The example's buyer also asks to cancel, which would put it on Hold.
      delete item.cancellation
      skus.push(item.product.sellerSku)
    }
  }
  const file = join(folder, 'orders.json')
  await writeFile(file, JSON.stringify(model))
  return { file, skus }
}

describeWithModels('[O1] Prism serves Amazon’s model of orders', () => {
  test(
    '[O1][O13] the sample page is read, its shipped order skipped, and the page token that comes back ends the sweep with a clear problem',
    async () => {
      const seller = await sellerOfPrism(modelFile('orders_2026-01-01.json'))
      seller.control.advance(5 * MINUTE)
      await seller.run()
      expect(await endOf(seller, EXAMPLE)).toBe('skipped shipped-before-import')
      expect(await problemsOf(seller)).toEqual(['repeated-page-token'])
      const [first, second, ...more] = seller.seen
      expect(first).toMatch(/^200 .*includedData=/)
      expect(second).toMatch(/^200 .*paginationToken=/)
      expect(more).toEqual([])
    },
    LATEST,
  )

  test(
    '[O1][O13] the same example, but unshipped and with its SKUs known, becomes an order',
    async () => {
      const { file, skus } = await unshippedModel()
      const seller = await sellerOfPrism(file)
      const items = [...new Set(skus)].map((sku) => ({
        id: sku as ItemId,
        description: 'An item of the example',
        price: null,
        grams: 300,
        tracksStock: false,
        kit: null,
      }))
      expect(await saveItems(seller.deps, seller.merchant, items)).toMatchObject({ ok: true })
      seller.control.advance(5 * MINUTE)
      await seller.run()
      expect(await endOf(seller, EXAMPLE)).toBe('placed')
      expect(await orderOf(seller, EXAMPLE)).toMatchObject({
        stage: 'Shipping Department',
        amazonStatus: 'UNSHIPPED',
        currency: 'USD',
        flags: [],
        programs: ['PRIME', 'AMAZON_BUSINESS'],
        lines: skus.map((sku) => ({ sellerSku: sku, itemId: sku })),
      })
    },
    LATEST,
  )
})
