import { expect, test } from 'vitest'
import { flatCounts, flatRows, tabText } from './feed-report.ts'
import { MUG, shippingDesk, TEA } from './shipping-desk.ts'

const SHIPPING = ['order-id', 'order-item-id', 'quantity', 'ship-date', 'carrier-code', 'tracking-number']

test('a shipping confirmation that a person uploads ships at once, and answers the processing report', async () => {
  const desk = await shippingDesk()
  const text = tabText(
    SHIPPING,
    [desk.orderId, MUG, '2', '2026-11-10', 'USPS', '0094'],
    [desk.orderId, TEA, '9', '2026-11-10', 'UPS', 'T'],
  )
  const report = desk.control.uploadFile({ kind: 'shipping-confirmation', text })
  expect([flatCounts(report), flatRows(report).map((row) => row[0])]).toEqual([[2, 1], ['2']])
  expect([desk.status(), desk.packages()]).toMatchObject(['PARTIALLY_SHIPPED', [{ trackingNumber: '0094' }]])
  expect(desk.control.feeds()).toEqual([])
})

test('a cancellation that a person uploads cancels; the line of the template before it is passed over', async () => {
  const desk = await shippingDesk()
  const head = ['TemplateType=OrderCancellation', 'Version=1.0']
  const text = tabText(head, ['order-id', 'cancellation-reason-code'], [desk.orderId, 'BuyerCanceled'])
  expect(flatCounts(desk.control.uploadFile({ kind: 'cancellation', text }))).toEqual([1, 1])
  expect(desk.status()).toBe('CANCELLED')
})

test('an adjustment that a person uploads refunds, without a feed', async () => {
  const desk = await shippingDesk({ status: 'SHIPPED' })
  const columns = ['order-id', 'order-item-id', 'adjustment-reason-code', 'currency', 'item-price-adj']
  const text = tabText(columns, [desk.orderId, MUG, 'CustomerReturn', 'USD', '24.00'])
  desk.control.uploadFile({ kind: 'adjustment', text })
  desk.control.uploadFile({ kind: 'adjustment', text })
  expect(desk.control.refunds()).toMatchObject([{ orderItemId: MUG, total: 2400 }])
  expect(desk.control.refunds()[0]?.feedId).toBeUndefined()
})

test('a file of one seller does nothing to the orders of another', async () => {
  const desk = await shippingDesk()
  desk.control.putSeller({ sellerId: 'OTHER' })
  const text = tabText(['order-id', 'cancellation-reason-code'], [desk.orderId, 'NoInventory'])
  const report = desk.control.uploadFile({ sellerId: 'OTHER', kind: 'cancellation', text })
  expect([flatCounts(report), desk.status()]).toEqual([[1, 0], 'UNSHIPPED'])
})

test('the side door takes files, tells refunds and feeds, and changes how feeds and shipments go', async () => {
  const desk = await shippingDesk({ status: 'SHIPPED' })
  const door = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${desk.url}/control/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: answer.status, body: (await answer.json()) as { report: string } }
  }
  const columns = ['order-id', 'order-item-id', 'adjustment-reason-code', 'currency', 'item-price-adj']
  const text = tabText(columns, [desk.orderId, MUG, 'CustomerReturn', 'USD', '1.00'])
  const { report } = (await door('POST', 'uploads', { kind: 'adjustment', text })).body
  expect(flatCounts(report)).toEqual([1, 1])
  expect((await door('GET', 'refunds')).body).toMatchObject([{ orderId: desk.orderId, total: 100 }])
  expect((await door('POST', 'uploads', { kind: 'recipe', text })).status).toBe(400)
  expect((await door('POST', 'uploads', { kind: 'adjustment', text, sellerId: 'NOBODY' })).status).toBe(400)
  expect((await door('POST', 'feeds', { queueMs: 1 })).body).toMatchObject({ queueMs: 1, workMs: 60_000 })
  expect((await door('GET', 'feeds')).body).toEqual([])
  expect((await door('POST', 'shipments', { maxUpdates: 1 })).body).toMatchObject({ maxUpdates: 1 })
  await door('POST', 'reset')
  expect((await door('GET', 'refunds')).body).toEqual([])
  expect((await door('POST', 'shipments', {})).body).toMatchObject({ maxUpdates: 10 })
})
