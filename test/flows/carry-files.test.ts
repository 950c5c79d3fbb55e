import { expect, test } from 'vitest'
import type { FileKind } from '#core/shipments/carried-file.ts'
import { cancelOrder } from '#flows/cancel-order.ts'
import { findFile, reportOnFile, takeFile, withdrawFile } from '#flows/carry-files.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, orderOf, type Seller } from '../make/seller-views.ts'
import { importOrders, makeRefund, outboxOf, packageToSend, submissionsOf } from '../make/things-to-send.ts'

const TWO = { lines: [{ sku: 'MUG-BLUE', quantity: 2 }, { sku: 'TOWEL-LINEN' }] }
const who = 'a test'

/** Nothing goes up by itself: what waits is carried by hand. */
const stop = (seller: Seller) =>
  seller.database.ownerPool().query("delete from deployment.due where kind in ('order-feeds', 'confirm-shipments')")

async function makePackages(count: number) {
  const seller = await makeSeller()
  const ids = await importOrders(
    seller,
    Array.from({ length: count }, () => TWO),
  )
  for (const [index, id] of ids.entries())
    await packageToSend(seller, id, {
      tracking: `00${index}94001`,
      carrier: index === 0 ? 'Dock Van' : 'UPS',
      service: '=1+1',
    })
  await seller.store((store) =>
    store.replaceCarriers([{ carrier: 'Dock Van', amazonCode: 'Other', amazonName: 'Dock Van Ltd' }]),
  )
  await stop(seller)
  return { seller, ids }
}

async function take(seller: Seller, kind: FileKind) {
  const taken = await takeFile(seller.deps, seller.merchant, { connection: seller.connection, kind, who })
  if (!taken.ok) throw new Error(taken.problem.code)
  return taken.value.file
}

const report = (seller: Seller, submissionId: number, text: string) =>
  reportOnFile(seller.deps, seller.merchant, { submissionId, text })

test('[H2][S3] a shipping confirmation file has a line for each order line: units, day, carrier or its name, tracking as it is', async () => {
  const { seller, ids } = await makePackages(2)
  const file = await take(seller, 'shipping-confirmation')
  const order = await orderOf(seller, ids[0] ?? '')
  const [mug, towel] = order?.lines ?? []
  const lines = file.content.split('\r\n')
  expect(lines[0]).toBe(
    'order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method',
  )
  expect(lines).toHaveLength(6)
  expect(lines.slice(1, 3)).toEqual(
    expect.arrayContaining([
      `${ids[0]}\t${mug?.lineId}\t2\t2026-11-10\tOther\tDock Van Ltd\t00094001\t=1+1`,
      `${ids[0]}\t${towel?.lineId}\t1\t2026-11-10\tOther\tDock Van Ltd\t00094001\t=1+1`,
    ]),
  )
  expect(await outboxOf(seller)).toMatchObject([
    { state: 'taken', way: 'file' },
    { state: 'taken', way: 'file' },
  ])
  // The same again.
  expect(await findFile(seller.deps, seller.merchant, file.submissionId)).toMatchObject({
    value: { content: file.content },
  })
})

test('[H2] what a file carries goes by neither call nor feed, and the report settles it', async () => {
  const { seller, ids } = await makePackages(2)
  const file = await take(seller, 'shipping-confirmation')
  await seller.deps.transaction(seller.merchant, 'app', async (tx) => {
    await tx.wake('order-feeds', seller.connection)
    await tx.wake('confirm-shipments', seller.connection)
  })
  await seller.pass(5 * MINUTE)
  expect(callsOf(seller, 'createFeed') + callsOf(seller, 'confirmShipment')).toBe(0)
  const told = seller.control.uploadFile({ kind: 'shipping-confirmation', text: file.content })
  expect(await report(seller, file.submissionId, told)).toMatchObject({ value: { taken: 2, refused: 0, unsure: 0 } })
  expect((await outboxOf(seller)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  await seller.pass(20 * MINUTE)
  expect((await outboxOf(seller)).map(({ state }) => state)).toEqual(['settled', 'settled'])
  expect(seller.control.order(ids[0] ?? '')?.packages).toMatchObject([
    { carrier: 'Dock Van Ltd', trackingNumber: '00094001' },
  ])
  expect(await submissionsOf(seller)).toMatchObject([{ way: 'file', state: 'done' }])
})

test('[H2][S4] a file that was uploaded, and whose report nobody brings, is settled by the sweep that shows its packages', async () => {
  const { seller, ids } = await makePackages(3)
  const file = await take(seller, 'shipping-confirmation')
  const told = seller.control.uploadFile({ kind: 'shipping-confirmation', text: file.content })
  await seller.pass(20 * MINUTE)
  expect((await outboxOf(seller)).map(({ state }) => state)).toEqual(['settled', 'settled', 'settled'])
  const order = await orderOf(seller, ids[0] ?? '')
  expect(order?.events.filter(({ kind }) => kind === 'shipment.settled')).toHaveLength(1)
  // Brought after all, it changes nothing more.
  expect(await report(seller, file.submissionId, told)).toMatchObject({
    value: { file: { state: 'done' }, refused: 0 },
  })
  expect((await outboxOf(seller)).map(({ state }) => state)).toEqual(['settled', 'settled', 'settled'])
})

test('[H2] what the report names is refused in its words; the other orders are taken', async () => {
  const { seller, ids } = await makePackages(3)
  const file = await take(seller, 'shipping-confirmation')
  seller.control.alterOrder(ids[1] ?? '', { cancel: { by: 'AMAZON', reason: 'Other' } })
  const told = seller.control.uploadFile({ kind: 'shipping-confirmation', text: file.content })
  expect(await report(seller, file.submissionId, told)).toMatchObject({ value: { taken: 2, refused: 1 } })
  const rows = await outboxOf(seller)
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'refused', 'sent'])
  expect(rows[1]?.words).toContain('Failed to find order item list')
  expect(await report(seller, file.submissionId, told)).toMatchObject({ problem: { code: 'file-over' } })
})

test('[H2] a report that is cut off, empty, or of another file is told in a sentence and changes nothing', async () => {
  const { seller } = await makePackages(3)
  const file = await take(seller, 'shipping-confirmation')
  const { content } = await seller.store((store) => store.findCarriedFile(file.submissionId)).then((found) => found!)
  // Nothing of it is known at Amazon, so that each line is a fault.
  const told = seller.control.uploadFile({
    kind: 'shipping-confirmation',
    text: content.replaceAll(/^\d{3}-\d{7}-/gm, '999-0000000-'),
  })
  const before = await outboxOf(seller)
  for (const text of [
    '',
    '   \r\n',
    'hello',
    told.slice(0, 40),
    told.slice(0, 90),
    told.slice(0, told.length / 2),
    told.slice(0, -60),
  ]) {
    const answer = await report(seller, file.submissionId, text)
    expect([text, answer]).toMatchObject([text, { ok: false, problem: { code: 'file-report-unreadable' } }])
  }
  // Orders that are not in the file; and a count that is not its own.
  expect(await report(seller, file.submissionId, told)).toMatchObject({ problem: { code: 'file-report-of-another' } })
  const other = told
    .slice(0, told.indexOf('original'))
    .replace(/processed\t\t\d+/, 'processed\t\t9')
    .replace(/successful\t\t\d+/, 'successful\t\t9')
  expect(await report(seller, file.submissionId, other)).toMatchObject({ problem: { code: 'file-report-of-another' } })
  expect(await outboxOf(seller)).toEqual(before)
  expect(await report(seller, 999, told)).toMatchObject({ problem: { code: 'not-found' } })
})

test('[H2][O16] cancellations go by file with the reasons of Seller Central, the whole order', async () => {
  const seller = await makeSeller()
  const [id = ''] = await importOrders(seller, [TWO])
  await cancelOrder(seller.deps, seller.merchant, { order: id, reason: 'pricing-error', who })
  await stop(seller)
  const file = await take(seller, 'cancellation')
  expect(file.content.match(new RegExp(`^${id}\t\\d+\tPricingError\r$`, 'gm'))).toHaveLength(2)
  const told = seller.control.uploadFile({ kind: 'cancellation', text: file.content })
  expect(await report(seller, file.submissionId, told)).toMatchObject({ value: { taken: 1 } })
  expect(await outboxOf(seller)).toMatchObject([{ state: 'sent' }])
  await seller.pass(15 * MINUTE)
  expect(await outboxOf(seller)).toMatchObject([{ state: 'settled' }])
})

/** A shipped order with a refund that waits. */
async function makeRefunds() {
  const { seller, ids } = await makePackages(1)
  await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('order-feeds', seller.connection))
  await seller.pass(25 * MINUTE)
  await makeRefund(seller, ids[0] ?? '')
  await stop(seller)
  return { seller, id: ids[0] ?? '' }
}

test('[H2][O16] refunds go by file and are settled by its report', async () => {
  const { seller, id } = await makeRefunds()
  const file = await take(seller, 'adjustment')
  expect(file.content).toContain('CustomerReturn\tUSD\t\t\t5.00\t')
  const told = seller.control.uploadFile({ kind: 'adjustment', text: file.content })
  expect(await report(seller, file.submissionId, told)).toMatchObject({ value: { taken: 1 } })
  expect(seller.control.refunds(id)).toHaveLength(1)
  expect(await outboxOf(seller, 'refund')).toMatchObject([{ state: 'settled' }])
})

test('[H2][O16] a withdrawn file lets its entries wait again; one with refunds asks whether it was uploaded', async () => {
  const { seller, id } = await makeRefunds()
  const { submissionId } = await take(seller, 'adjustment')
  const withdraw = (neverUploaded: boolean) =>
    withdrawFile(seller.deps, seller.merchant, { submissionId, neverUploaded })
  expect(await withdraw(false)).toMatchObject({ problem: { code: 'file-may-be-uploaded' } })
  expect(await outboxOf(seller, 'refund')).toMatchObject([{ state: 'taken' }])
  expect(await withdraw(true)).toMatchObject({ value: { state: 'withdrawn' } })
  await seller.pass(5 * MINUTE)
  expect(seller.control.refunds(id)).toHaveLength(1)
  expect(await outboxOf(seller, 'refund')).toMatchObject([{ state: 'settled', way: 'feed' }])
  expect(await withdraw(true)).toMatchObject({ problem: { code: 'file-over' } })
})

test('[H2] nothing that waits is no file', async () => {
  const { seller } = await makePackages(1)
  const wish = { connection: seller.connection, who }
  expect(await takeFile(seller.deps, seller.merchant, { ...wish, kind: 'adjustment' })).toMatchObject({
    problem: { code: 'nothing-to-carry' },
  })
  expect(await submissionsOf(seller)).toEqual([])
  const elsewhere = { connection: 'na-NOBODY' as never, kind: 'cancellation' as const, who }
  expect(await takeFile(seller.deps, seller.merchant, elsewhere)).toMatchObject({ problem: { code: 'not-found' } })
})
