import { expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

test('[C9] the checklist and the preview by REST; nothing of a buyer is in them', async () => {
  const seller = await makeSeller()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  expect((await call('GET', '/checklist')).body).toMatchObject({
    ready: true,
    steps: [{ step: 'credentials', done: true }, { step: 'cut-off' }, { step: 'methods' }, { step: 'mappings' }],
  })
  const lines = [{ sku: 'NOBODY-KNOWS', gift: { message: 'Happy birthday Zeph' } }]
  const id = seller.control.placeOrder({ lines, buyer: { name: 'Zephyrine Quillfeather' } })
  seller.control.advance(4 * MINUTE)
  const reply = await call('POST', `/connections/${seller.connection}/preview`)
  expect([reply.status, reply.body]).toMatchObject([
    200,
    {
      more: false,
      orders: [{ amazonOrderId: id, becomes: 'held', problems: [{ code: 'unknown-sku', mend: 'map-sku' }] }],
    },
  ])
  expect(JSON.stringify(reply.body)).not.toMatch(/Zeph/)
  expect((await call('POST', '/connections/na-NOBODY/preview')).status).toBe(404)
})
