import { expect, onTestFinished, test } from 'vitest'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { DAY } from '../make/seller.ts'
import { enter, entry, found, makePlaced } from '../make/shipments.ts'

test('[U4][X1] what is kept of buyers and what was purged is told, without anything of a buyer', async () => {
  const { seller, id } = await makePlaced()
  await enter(seller, entry(id))
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  onTestFinished(() => app.close())
  const call = callWith(app, await addKey(seller.deps, seller.merchant, { expiresAt: seller.control.now() + 99 * DAY }))
  const before = await call('GET', '/retention')
  expect(before).toMatchObject({
    status: 200,
    body: {
      days: 30,
      held: [
        { kind: 'buyers', count: 1, overdue: 0 },
        { kind: 'documents', count: 1, overdue: 0 },
        { kind: 'pages', count: 0, oldest: null, goneBy: null, overdue: 0 },
        { kind: 'files', count: 0, oldest: null, goneBy: null, overdue: 0 },
      ],
      keys: [{ buyers: 1, documents: 1, pages: 0, files: 0, mails: 0 }],
      purges: [],
    },
  })
  const { orderId } = await found(seller, id)
  seller.control.advance(30 * DAY)
  await purgeBuyers(seller.deps, seller.merchant)
  expect(await call('GET', '/retention')).toMatchObject({
    body: {
      held: [{ count: 0 }, { count: 0 }, { count: 0 }, { count: 0 }],
      keys: [],
      purges: [{ gone: { buyers: [orderId] } }, {}],
    },
  })
})

test('[U4][X1] a key without the scope for settings is told nothing of it', async () => {
  const { seller } = await makePlaced()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  onTestFinished(() => app.close())
  const key = await addKey(seller.deps, seller.merchant, { scopes: ['orders:read'] })
  expect((await callWith(app, key)('GET', '/retention')).status).toBe(403)
})
