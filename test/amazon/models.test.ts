import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readOrder, readPage } from '#amazon/orders.ts'
import { readMarketplaces } from '#amazon/sellers.ts'
import { withoutBuyerData } from '#amazon/strip-buyer.ts'
import { translateOrder } from '#amazon/translate-order.ts'
import { describeWithModels } from '../make/amazon-models.ts'
import { wireOrder } from './wire-orders.ts'

type Schema = { $ref?: string; type?: string; properties?: Record<string, Schema>; items?: Schema }
type Model = {
  definitions: Record<string, Schema>
  paths: Record<string, { get: { responses: { 200: { examples: Record<string, unknown> } } } }>
}

function load(file: string): Model {
  const folder = process.env.MILLRACE_AMAZON_MODELS ?? resolve(import.meta.dirname, '../../../shared/sp-api-models')
  return JSON.parse(readFileSync(resolve(folder, file), 'utf8'))
}
const exampleOf = (model: Model, path: string) => model.paths[path]!.get.responses[200].examples
const told = (body: unknown) => ({ body, amazonNow: 0 })

/** A value of a model's kind with the same text in every place that takes a text. */
function filled(model: Model, name: string, text: string): unknown {
  const fill = (schema: Schema): unknown => {
    if (schema.$ref) return fill(model.definitions[schema.$ref.split('/').at(-1)!]!)
    if (schema.type === 'array') return [fill(schema.items!)]
    if (schema.type === 'integer' || schema.type === 'number') return 1
    if (!schema.properties) return text
    return Object.fromEntries(Object.entries(schema.properties).map(([field, inner]) => [field, fill(inner)]))
  }
  return fill({ $ref: name })
}

describeWithModels('[O1] Amazon’s own examples', () => {
  it('[O1] the example of a page is read without a problem, and its money adds up', () => {
    const page = readPage(
      told(exampleOf(load('orders_2026-01-01.json'), '/orders/2026-01-01/orders')['application/json']),
    )
    const orders = page.ok ? page.value.orders.map(translateOrder) : []
    expect(orders).toMatchObject([
      { ok: true, value: { order: { flags: [], outsideLines: 500, currency: 'USD', status: 'SHIPPED' } } },
    ])
    expect(page.ok && page.value.nextToken).toBeTruthy()
  })

  it('[O1] the example of one order is read without a problem, and its money adds up', () => {
    const order = readOrder(
      told(exampleOf(load('orders_2026-01-01.json'), '/orders/2026-01-01/orders/{orderId}')['application/json']),
    )
    const read = order.ok ? translateOrder(order.value) : order
    expect(read).toMatchObject({
      ok: true,
      value: { order: { flags: [], currency: 'GBP' }, destination: { country: 'GB', postalCode: 'M1 2AB' } },
    })
  })

  it('[C1] the example of the participations is read', () => {
    const read = readMarketplaces(told(exampleOf(load('sellers.json'), '/sellers/v1/marketplaceParticipations')))
    expect(read).toMatchObject({ ok: true, value: [{ id: 'ATVPDKIKX0DER', participating: true }] })
  })

  it('[O1] no personal field that the model knows is left in an order without buyer data', () => {
    const model = load('orders_2026-01-01.json')
    const mark = 'MARKER-OF-A-BUYER'
    const wire = wireOrder({
      buyer: filled(model, 'Buyer', mark),
      recipient: filled(model, 'Recipient', mark),
      tax: { taxRegistrations: [filled(model, 'OrderTaxRegistration', mark)] },
      orderItems: [
        {
          orderItemId: '1',
          quantityOrdered: 1,
          product: { customization: filled(model, 'ItemCustomization', mark) },
          cancellation: { cancellationRequest: { cancelReason: mark }, cancellationExecution: { cancelReason: mark } },
          fulfillment: { packing: { giftOption: { giftMessage: mark } }, picking: filled(model, 'ItemPicking', mark) },
        },
      ],
    })
    expect(JSON.stringify(wire).split(mark).length).toBeGreaterThan(50)
    expect(JSON.stringify(withoutBuyerData(wire))).not.toContain(mark)
  })

  it('[O1] a full order of the model without buyer data reads the same', () => {
    const model = load('orders_2026-01-01.json')
    const [example] = (exampleOf(model, '/orders/2026-01-01/orders')['application/json'] as { orders: object[] }).orders
    const whole = translateOrder(example as Record<string, unknown>)
    const stripped = translateOrder(withoutBuyerData(example as Record<string, unknown>))
    const order = whole.ok ? whole.value.order : null
    // Whether a buyer designed a line or has an order number is known by buyer data alone, and so is where it goes.
    expect(stripped.ok && stripped.value.order).toEqual({
      ...order,
      hasPurchaseOrder: false,
      shipTo: { country: null, state: null },
      lines: order?.lines.map((line) => ({
        ...line,
        particulars: line.particulars && { ...line.particulars, customized: false },
      })),
    })
  })
})
