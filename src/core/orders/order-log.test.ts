import { describe, expect, it, test } from 'vitest'
import type { MethodId, SellerSku } from '../ids.ts'
import type { AmazonOrder } from './amazon-order.ts'
import { decide, pageRules } from './decide-import.ts'
import type { ImportContext } from './import-context.ts'
import {
  byId,
  exampleContext,
  exampleDocument,
  exampleLine,
  exampleMethod,
  exampleStock,
  ORDER_ID,
} from './import-examples.ts'
import type { ImportOutcome } from './import-outcome.ts'
import type { PageDocument } from './page-document.ts'
import { workingStock } from './working-stock.ts'

const STOCK = exampleStock({ MUG: { EAST: [9, 0], WEST: [9, 0] }, CUP: { WEST: [9, 0] } })
const run = (
  order: Partial<AmazonOrder> = {},
  context: ImportContext = exampleContext(),
  document: Partial<PageDocument> = {},
): ImportOutcome => decide(exampleDocument(order, document), pageRules(context), workingStock(STOCK))
const said = (outcome: ImportOutcome) =>
  outcome.kind === 'unchanged' ? [] : outcome.log.map(({ sentence }) => sentence)
const builtBy = (outcome: ImportOutcome) => {
  if (outcome.kind !== 'placed' && outcome.kind !== 'pending') throw new Error(outcome.kind)
  return outcome.order
}
const UNKNOWN = exampleLine({ lineId: 'L9', sellerSku: 'NONE' as SellerSku, title: 'Green mug' })

describe('the log of an import', () => {
  test('[E3] speaks the sentences of the reference, in its order', () => {
    const outcome = run({ lines: [exampleLine(), UNKNOWN], serviceLevel: 'FREE_ECONOMY' })
    expect(said(outcome)).toEqual([
      'Processing Document [29,657,378,583]',
      'ERROR: Item [NONE] specified in import file does not exist. The description for this item is [Green mug]',
      'shipping service level [FREE_ECONOMY] specified in import file does not map.',
      'Purchase Date [9/17/14 10:06 PM]',
      'Payment Date [9/17/14 10:06 PM]',
      `Considering processing of [${ORDER_ID}] with [2] lines`,
      `Ignoring order id [${ORDER_ID}] because one or more of the items are misconfigured. Look at the lines above in this log file for ones that say [specified in import file does not exist]. You have to create (or map) those item ids before this order will import.`,
    ])
  })

  test('[E3] a placed order says stage, method and center', () => {
    expect(said(run()).at(-1)).toBe(
      `Order id [${ORDER_ID}] is placed in stage [Shipping Department] with shipping method [GROUND] for service level [STANDARD] from distribution center [EAST].`,
    )
  })

  test('[E3] a pending order has no payment date, and outside the US dates are written year first', () => {
    const merchant = { timeZone: 'Europe/Berlin', currency: 'EUR', country: 'DE' }
    expect(said(run({ status: 'PENDING' }, exampleContext({ merchant })))).toEqual([
      'Processing Document [29,657,378,583]',
      'Purchase Date [2014-09-18 04:06]',
      `Considering processing of [${ORDER_ID}] with [1] lines`,
      `Order id [${ORDER_ID}] is pending at Amazon. It is placed in stage [Pre-ordered] from distribution center [EAST] and is not shipped yet.`,
    ])
  })

  it.each([
    [
      'before-cutoff',
      { orders: { notBefore: '2014-09-18' } },
      {},
      'it was placed before the date from which orders are imported [9/18/14 12:00 AM].',
    ],
    ['ignored-order', { orders: { ignoredOrders: [ORDER_ID] } }, {}, 'it is on the list of ignored order ids.'],
    [
      'ignored-items',
      { orders: { ignoredItems: ['MUG'] } },
      {},
      'all of its items are on the list of ignored item ids.',
    ],
    ['fulfilled-by-amazon', {}, { fulfilledBy: 'AMAZON' }, 'it is fulfilled by Amazon.'],
    ['cancelled', {}, { status: 'CANCELLED' }, 'it was cancelled at Amazon.'],
    ['shipped-before-import', {}, { status: 'SHIPPED' }, 'it was shipped before import.'],
  ])('[E3] a skipped order says why: %s', (...[reason, context, order, why]) => {
    const outcome = run(order, exampleContext(context))
    expect(outcome).toMatchObject({ kind: 'skipped', reason })
    expect(said(outcome).at(-1)).toBe(`Ignoring order id [${ORDER_ID}] because ${why}`)
  })

  test('[E3] without a method each one says why', () => {
    const outcome = run({}, exampleContext({ methods: byId([exampleMethod('GROUND', { maxGrams: 450 })]) }))
    expect(said(outcome)).toContain(
      'no valid shipping method of service level [Standard] is available for these items and this destination: [GROUND: too heavy (over 450 g)]',
    )
    expect(said(outcome).at(-1)).toBe(
      `Ignoring order id [${ORDER_ID}] because of the problems in the lines above. They have to be mended before this order will import.`,
    )
  })

  test('[E3] what Amazon writes cannot break a line of the log or fill it', () => {
    const sku = `A\nERROR: Item [B${'x'.repeat(500)}` as SellerSku
    const outcome = run({ lines: [exampleLine({ sellerSku: sku, title: `T\u0000${'y'.repeat(5000)}` })] })
    const sentence = said(outcome)[1] ?? ''
    expect(sentence).toContain('Item [A<U+000A>ERROR: Item [Bxxx')
    expect(sentence).toContain('T<U+0000>yyy')
    expect(sentence.length).toBeLessThan(400)
  })

  test('[U2] no outcome carries an address', () => {
    const destination = { country: 'US', state: 'QZ', postalCode: '98765-4321', poBox: true, military: false }
    const methods = byId([exampleMethod('GROUND', { poBox: false })])
    for (const context of [exampleContext(), exampleContext({ methods })]) {
      expect(JSON.stringify(run({}, context, { destination }))).not.toMatch(/QZ|98765/)
    }
  })

  test('[O9] the level decides the table', () => {
    const base = exampleContext()
    const expedited = [{ methodId: 'AIR' as MethodId, valid: true, priority: null }]
    const shipping = { ...base.settings.shipping, levels: { ...base.settings.shipping.levels, expedited } }
    const methods = byId([exampleMethod('GROUND'), exampleMethod('AIR')])
    const context = exampleContext({ settings: { ...base.settings, shipping }, methods })
    expect(builtBy(run({ serviceLevel: 'EXPEDITED' }, context)).methodId).toBe('AIR')
    expect(builtBy(run({}, context)).methodId).toBe('GROUND')
  })
})
