import { expect, test } from 'vitest'
import { takeHints } from '#flows/take-hints.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { SECOND, takeAll, told } from '../make/hints.ts'
import { addMerchantOf } from '../make/other-merchant.ts'
import { DAY } from '../make/seller.ts'

type Row = {
  id: string
  told: { topic: string; state: string; heardAt: string | null; problem: null | object }[] | null
}

test('[C5] each connection says what Amazon tells of it, when it was heard last, and what is wrong; without a queue it says nothing', async () => {
  const seller = await told()
  const { deps, control } = seller
  const version = { version: 'test', isOutage: () => false }
  const call = callWith(await buildApp(deps, version), await addKey(deps, seller.merchant))
  const list = async (of = call): Promise<Row[]> => ((await of('GET', '/connections')).body as { rows: Row[] }).rows
  const topics = async () => (await list())[0]?.told?.map(({ topic, state, heardAt }) => [topic, state, heardAt])
  const none = [
    ['orders', 'subscribed', null],
    ['feeds', 'subscribed', null],
    ['reports', 'subscribed', null],
  ]
  expect(await topics()).toEqual(none)
  control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  control.advance(10 * SECOND)
  await takeAll(seller)
  const now = new Date(deps.now()).toISOString()
  expect(await topics()).toEqual([['orders', 'subscribed', now], ...none.slice(1)])
  control.advance(DAY + SECOND)
  await takeAll(seller)
  expect(await topics()).toEqual(none)

  control.removeQueue(seller.arn)
  await takeHints(deps, { waitSeconds: 0 })
  expect((await list())[0]?.told).toMatchObject(
    none.map(([topic]) => ({ topic, state: 'refused', problem: { code: 'hint-queue-refused' } })),
  )
  const key = await addKey(deps, seller.merchant)
  const without = callWith(await buildApp({ ...deps, hintQueue: null }, version), key)
  expect((await list(without)).map(({ told }) => told)).toEqual([null])
})

test('[M1][U1] what Amazon tells of one merchant is shown to no other, and to nobody without the permission', async () => {
  const seller = await told()
  const { deps } = seller
  const app = await buildApp(deps, { version: 'test', isOutage: () => false })
  const second = await addMerchantOf(deps, 'SECND')
  expect((await callWith(app, await addKey(deps, second))('GET', '/connections')).body).toEqual({ rows: [] })
  const clerk = callWith(app, await addKey(deps, seller.merchant, { scopes: ['orders:read'] }))
  expect((await clerk('GET', '/connections')).status).toBe(403)
})
