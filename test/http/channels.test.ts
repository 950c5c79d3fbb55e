import { expect, test } from 'vitest'
import { addKey, callWith } from '../make/api.ts'
import { csvOf, type Json, makeShop, ORDER } from '../make/channel-file.ts'

test('[H3] a channel has a code that people can read, and Amazon is none of them', async () => {
  const { call } = await makeShop()
  for (const code of ['AMAZON', 'web', 'TOO-LONG', 'ELEVENCHARS'])
    expect((await call('PUT', `/channels/${code}`, { name: 'X', keepDays: 30 })).status).toBeGreaterThanOrEqual(400)
  expect((await call('PUT', '/channels/NEW', { name: '', keepDays: 0 })).status).toBe(422)
  expect((await call('PUT', '/channels/NEW', { name: ' New shop ', keepDays: 90 })).body).toEqual({
    code: 'NEW',
    name: 'New shop',
    keepDays: 90,
    orders: 0,
  })
  for (const status of [200, 404]) expect((await call('DELETE', '/channels/NEW')).status).toBe(status)
})

test('[H3] the template is a file that comes in as it is, once its items are there', async () => {
  const { app, key, bring, rowsOf } = await makeShop()
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  for (const [accept, name] of [
    ['*/*', 'channel-orders.csv'],
    [xlsx, 'channel-orders.xlsx'],
  ]) {
    const headers = { authorization: `Bearer ${key}`, accept }
    const reply = await app.inject({ url: '/api/v1/channel-order-template', headers })
    expect(reply.headers['content-disposition']).toContain(name)
    expect(await rowsOf(await bring(reply.rawPayload))).toMatchObject([{ target: 'WEB:W-1001', outcome: 'placed' }])
  }
})

test('[H3][X4] a configuration takes no channel away of which orders are here; each that differs stands in the audit', async () => {
  const { call, place, seller } = await makeShop()
  await place(ORDER)
  await call('PUT', '/channels/POS', { name: 'Counter', keepDays: 5 })
  const apply = (...channels: object[]) => call('PUT', '/configuration', { channels })
  const web = { code: 'WEB', name: 'Web shop', keepDays: 60 }
  const kept = await apply({ code: 'POS', name: 'Counter', keepDays: 5 })
  expect([kept.status, JSON.stringify(kept.body)]).toEqual([422, expect.stringContaining('must keep the channel WEB')])
  for (const applied of [true, false]) expect((await apply(web)).body).toMatchObject({ applied })
  expect((await call('GET', '/channels')).body).toEqual({ rows: [{ ...web, orders: 1 }] })
  const acts = await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.acts({}))
  const rows = acts.filter(({ act }) => act === 'settings-changed') as unknown as { facts: Json }[]
  expect(rows.map(({ facts }) => [facts.channel, facts.change ?? facts.keepDays])).toEqual([
    ['WEB', 30],
    ['POS', 5],
    ['WEB', 60],
    ['POS', 'removed'],
  ])
})

test('[H3][U1] who may edit items and not orders brings a file, and places none of its orders', async () => {
  const { seller, app, about, bring } = await makeShop()
  const id = await bring(csvOf(ORDER))
  const scopes = ['items:read', 'items:write', 'orders:read'] as const
  const call = callWith(app, await addKey(seller.deps, seller.merchant, { scopes }))
  expect((await call('POST', `/imports/${id}/apply`, {})).status).toBe(403)
  expect((await about(id)).state).toBe('previewed')
})
