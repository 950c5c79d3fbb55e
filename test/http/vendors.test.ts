import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeVendorKey } from '#flows/make-vendor-key.ts'
import { callWith, MILLS, makeApi } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
  const centers = [{ code: 'WEST', name: 'West', isDefault: true }]
  expect((await api.call('PUT', '/distribution-centers', { centers })).status).toBe(200)
})
afterAll(() => api.close())

const PARCELS = { id: 'PARCELS', company: 'Invented Parcels Ltd', mode: 'complete-record', centers: ['WEST'] }
const complete = {
  ...PARCELS,
  purpose: 'Packs and ships',
  contractOn: '2026-01-15',
  checkedOn: '2026-03-01',
  securityContact: 'security@example.com',
  retentionDays: 20,
  consent: { by: 'A person', on: '2026-01-15' },
}
const OPERATOR = { name: 'the command line', userId: null, fresh: true }

test('[U5] the list of vendors is replaced and given with what each is given now and what is missing', async () => {
  expect((await api.call('PUT', '/vendors', { vendors: [PARCELS] })).body).toEqual({ saved: 1 })
  expect((await api.call('GET', '/vendors')).body).toMatchObject({
    rows: [{ gives: 'nothing', missing: { length: 6 }, waiting: 0, vendor: { ...PARCELS, consent: null } }],
  })
  expect((await api.call('PUT', '/vendors', { vendors: [complete] })).status).toBe(200)
  expect((await api.call('GET', '/vendors')).body).toMatchObject({
    rows: [{ gives: 'address', missing: [], vendor: complete }],
  })
  const unknown = await api.call('PUT', '/vendors', { vendors: [{ ...complete, centers: ['MOON'] }] })
  expect([unknown.status, unknown.body]).toMatchObject([422, { fields: [{ field: 'vendors[0].centers[0]' }] }])
  expect((await callWith(api.app, api.otherKey)('GET', '/vendors')).body).toEqual({ rows: [] })
})

test("[U5] a vendor's key opens its own door and no other; a key of ours does not open the vendor's", async () => {
  const made = await makeVendorKey(api.deps, MILLS, { vendor: 'PARCELS', asker: OPERATOR, networks: [] })
  const vendor = callWith(api.app, made.ok ? made.value.key : '')
  expect((await vendor('GET', '/vendor-orders')).body).toEqual({ rows: [], next: null })
  expect((await vendor('GET', '/vendor-orders/1001')).status).toBe(404)
  expect((await vendor('GET', '/vendor-purges')).body).toEqual({ rows: [], next: null })
  expect((await vendor('POST', '/vendor-purges/1001/acknowledge')).status).toBe(404)
  for (const path of ['/orders', '/orders/1001', '/vendors', '/items', '/settings/orders', '/problems'])
    expect([path, (await vendor('GET', path)).status]).toEqual([path, 403])
  for (const path of ['/vendor-orders', '/vendor-orders/1001', '/vendor-purges'])
    expect(await api.call('GET', path)).toMatchObject({ status: 403, body: { code: 'vendor-key-unbound' } })
  expect(await makeVendorKey(api.deps, MILLS, { vendor: 'NOBODY', asker: OPERATOR, networks: [] })).toMatchObject({
    problem: { code: 'not-found' },
  })
  const late = { vendor: 'PARCELS', asker: { ...OPERATOR, fresh: false }, networks: [] }
  expect(await makeVendorKey(api.deps, MILLS, late)).toMatchObject({ problem: { code: 'second-factor-needed' } })
})

test('[U5] vendors are a section of the configuration: exported, compared, applied', async () => {
  const { vendors } = (await api.call('GET', '/configuration')).body as { vendors: unknown[] }
  expect(vendors).toMatchObject([complete])
  const changed = { vendors: [{ ...complete, retentionDays: 10 }] }
  const shown = await api.call('PUT', '/configuration?dryRun=true', changed)
  expect(shown.body).toMatchObject({ changes: [{ section: 'vendors', name: 'PARCELS', kind: 'changed' }] })
  expect((await api.call('PUT', '/configuration', changed)).status).toBe(200)
  expect((await api.call('GET', '/vendors')).body).toMatchObject({ rows: [{ vendor: { retentionDays: 10 } }] })
  const wrong = await api.call('PUT', '/configuration', { vendors: [{ ...complete, company: '' }] })
  expect(wrong.status).toBe(400)
  const moon = await api.call('PUT', '/configuration', { vendors: [{ ...complete, centers: ['MOON'] }] })
  expect([moon.status, moon.body]).toMatchObject([422, { fields: [{ field: 'vendors[0].centers[0]' }] }])
})
