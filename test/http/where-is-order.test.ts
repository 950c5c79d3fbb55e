import { expect, test } from 'vitest'
import type { MerchantId } from '#core/ids.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

test('[O19] where is my order, by REST: here, never seen, of nobody, of another merchant, mistyped', async () => {
  const seller = await makeSeller()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  const foreign = 'ALIEN' as MerchantId
  const found = await seller.deps.deployment.findMerchant(seller.merchant)
  if (found) await seller.deps.deployment.addMerchant({ ...found, id: foreign })
  const alien = callWith(app, await addKey(seller.deps, foreign))

  const buyer = { name: 'Zephyrine Quillfeather' }
  const held = seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }], buyer })
  await seller.pass(10 * MINUTE)
  const fresh = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }], buyer })
  const ask = (id: string) => call('POST', `/where-is-order/${id}`)
  expect((await ask(held)).body).toMatchObject({ step: 'held', problems: [{ code: 'unknown-sku', mend: 'map-sku' }] })
  const came = await ask(fresh)
  expect([came.status, came.body]).toMatchObject([200, { step: 'in-stage', asked: true, imported: true }])
  expect(JSON.stringify(came.body)).not.toContain(buyer.name)
  expect((await ask('111-9999999-9999999')).body).toMatchObject({ step: 'unknown-at-amazon' })
  expect((await ask('111-99')).status).toBe(422)
  expect((await alien('POST', `/where-is-order/${held}`)).body).toMatchObject({ step: 'not-asked-for' })
})
