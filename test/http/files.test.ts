import { expect, onTestFinished, test } from 'vitest'
import { cancelOrder } from '#flows/cancel-order.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { makeSeller } from '../make/seller.ts'
import { importOrders, makeRefund, outboxOf, packageToSend } from '../make/things-to-send.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }] }

/** The API on a seller with two orders; nothing goes up by itself. */
async function makeDesk() {
  const seller = await makeSeller()
  const ids = await importOrders(seller, [MUG, MUG])
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  onTestFinished(() => app.close())
  const expiresAt = seller.control.now() + 86_400_000_000
  const key = await addKey(seller.deps, seller.merchant, { expiresAt })
  const reader = await addKey(seller.deps, seller.merchant, { expiresAt, scopes: ['orders:read'] })
  return { seller, ids, call: callWith(app, key), read: callWith(app, reader), wish: { connection: seller.connection } }
}

type File = { readonly file: number; readonly content: string }

test('[H2][X1] a file is taken, given again, listed, and settled by its report', async () => {
  const { seller, ids, call, wish } = await makeDesk()
  for (const id of ids) await packageToSend(seller, id, { tracking: '0042' })
  const taken = await call('POST', '/files/shipping-confirmation', wish)
  expect(taken).toMatchObject({
    status: 200,
    body: { way: 'file', kind: 'shipping-confirmation', state: 'carried', messages: 2, stillWaiting: 0 },
  })
  const { file, content } = taken.body as File
  expect(await call('GET', `/files/${file}`)).toMatchObject({
    status: 200,
    body: { content, name: `shipping-confirmation-${file}.txt` },
  })
  const cut = await call('POST', `/files/${file}/report`, { report: 'Feed Processing Summary:' })
  expect(cut).toMatchObject({ status: 422, body: { code: 'file-report-unreadable' } })
  const report = seller.control.uploadFile({ kind: 'shipping-confirmation', text: content })
  expect(await call('POST', `/files/${file}/report`, { report })).toMatchObject({
    status: 200,
    body: { state: 'done', taken: 2, refused: 0, unsure: 0 },
  })
  expect(await call('GET', '/files')).toMatchObject({
    status: 200,
    body: { rows: [{ file, state: 'done' }], next: null },
  })
  expect(await call('GET', '/files?way=feed')).toMatchObject({ status: 200, body: { rows: [] } })
  expect(await call('GET', `/files/${file}/entries`)).toMatchObject({
    status: 200,
    body: { rows: ids.map((amazonOrderId) => ({ amazonOrderId, state: 'sent', problem: null })), next: null },
  })
  expect((await call('GET', '/files/999999/entries')).status).toBe(404)
  expect(await call('POST', `/files/${file}/report`, { report })).toMatchObject({
    status: 409,
    body: { code: 'file-over' },
  })
})

test('[H2][O16][X1] a file of refunds is withdrawn only by who confirms that it was never uploaded', async () => {
  const { seller, ids, call, wish } = await makeDesk()
  await packageToSend(seller, ids[0] ?? '')
  await seller.pass(25 * 60_000)
  await makeRefund(seller, ids[0] ?? '')
  const { file } = (await call('POST', '/files/adjustment', wish)).body as File
  expect(await call('POST', `/files/${file}/withdraw`, {})).toMatchObject({
    status: 409,
    body: { code: 'file-may-be-uploaded' },
  })
  const withdrawn = await call('POST', `/files/${file}/withdraw`, { neverUploaded: true })
  expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn' } })
  expect(await outboxOf(seller, 'refund')).toMatchObject([{ state: 'waiting', way: 'feed' }])
  expect(await call('GET', '/files')).toMatchObject({
    body: { rows: [{ way: 'file' }, { way: 'feed', state: 'done' }] },
  })
})

test('[H2][X1] what cannot be done is refused in a sentence', async () => {
  const { seller, ids, call, read, wish } = await makeDesk()
  expect(await call('POST', '/files/cancellation', wish)).toMatchObject({
    status: 409,
    body: { code: 'nothing-to-carry' },
  })
  expect((await call('POST', '/files/cancellation', { connection: 'na-NOBODY' })).status).toBe(404)
  expect((await call('POST', '/files/anything', wish)).status).toBe(400)
  expect((await call('GET', '/files/999')).status).toBe(404)
  await cancelOrder(seller.deps, seller.merchant, { order: ids[0] ?? '', reason: 'no-inventory', who: 'a test' })
  expect((await read('POST', '/files/cancellation', wish)).status).toBe(403)
  expect((await call('POST', '/files/cancellation', wish)).status).toBe(200)
  expect((await read('GET', '/files')).status).toBe(200)
})

test('[H2][I4] a price-and-quantity file is taken with what is left out of it, listed, and settled by its report', async () => {
  const { seller, call, wish } = await makeDesk()
  const none = await call('POST', '/files/price-and-quantity', wish)
  expect(none).toMatchObject({ status: 409, body: { code: 'nothing-to-carry' } })
  const { merchant, connection } = seller
  await seller.database.ownerPool().query(`
    insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency)
    values ('${merchant}', '${connection}', 'MUG-BLUE', 'ATVPDKIKX0DER', 'MUG-BLUE', 'KITCHEN', 'DEFAULT', 1, 10, 'USD');
    insert into millrace.settings (merchant_id, section, value, updated_at) values ('${merchant}', 'inventory', '{"includePrice":true}', to_timestamp(0))
      on conflict (merchant_id, section) do update set value = excluded.value`)
  const taken = await call('POST', '/files/price-and-quantity', wish)
  expect(taken).toMatchObject({
    status: 200,
    body: {
      kind: 'price-and-quantity',
      messages: 1,
      more: false,
      leftOut: [{ sellerSku: 'MUG-BLUE', field: 'price', why: 'held', problem: { code: 'price-jumps' } }],
    },
  })
  const { file, content } = taken.body as File
  expect(await call('GET', `/files/${file}`)).toMatchObject({
    body: { content, name: `price-and-quantity-${file}.txt` },
  })
  expect(await call('POST', '/files/price-and-quantity', { ...wish, marketplaceId: 'NOWHERE' })).toMatchObject({
    status: 422,
    body: { code: 'no-seller-in-marketplace' },
  })
  const report = seller.control.uploadFile({ kind: 'price-and-quantity', text: content })
  expect(await call('POST', `/files/${file}/report`, { report })).toMatchObject({
    status: 200,
    body: { state: 'done', taken: 1, refused: 0 },
  })
  expect(await call('POST', `/files/${file}/withdraw`, {})).toMatchObject({ status: 409, body: { code: 'file-over' } })
})
