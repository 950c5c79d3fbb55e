import { afterAll, beforeAll, expect, test } from 'vitest'
import { addKey, callWith, MILLS, mug } from '../make/api.ts'
import { makeStaff } from '../make/staff.ts'

let staff: Awaited<ReturnType<typeof makeStaff>>
beforeAll(async () => {
  staff = await makeStaff()
})
afterAll(() => staff.close())

test('[U6] so many refused calls of one key are one open alarm, which a person with View Audit closes with a word', async () => {
  const auditor = await staff.join('auditor@example.com', { permissions: ['View Audit'] })
  const call = callWith(staff.app, await addKey(staff.deps, MILLS, { scopes: ['items:read'] }))
  for (let n = 0; n < 45; n++) expect((await call('GET', '/orders')).status).toBe(403)
  const { rows } = (await staff.ask(auditor, 'GET', '/audit/alarms')).body
  expect(rows).toMatchObject([
    { kind: 'refused-calls', says: expect.stringMatching(/^API key \w+ was refused 20 calls/) },
  ])
  const close = `/audit/alarms/${rows[0].alarm}/close`
  const word = { word: 'A packing program with an old list of addresses.' }
  expect(
    (await callWith(staff.app, await addKey(staff.deps, MILLS, { scopes: ['audit:read'] }))('POST', close, word)).body,
  ).toMatchObject({
    code: 'person-needed',
  })
  expect(await staff.ask(auditor, 'POST', close, { word: 'no' })).toMatchObject({
    status: 422,
    body: { code: 'word-needed' },
  })
  expect(await staff.ask(auditor, 'POST', close, word)).toMatchObject({
    status: 200,
    body: { closedBy: 'auditor@example.com' },
  })
  expect((await staff.ask(auditor, 'POST', close, word)).status).toBe(404)
})

test("[U6] so many calls without a good key from one address stand in the deployment's audit", async () => {
  for (let n = 0; n < 25; n++)
    await staff.app.inject({
      method: 'GET',
      url: '/api/v1/orders',
      remoteAddress: '203.0.113.99',
      headers: { authorization: `Bearer mr_aaaa_${'x'.repeat(30)}${n}` },
    })
  const rows = await staff.deps.deployment.withAudit('app', (a) => a.acts({}))
  expect(rows.filter(({ act }) => act === 'alarm-raised').map((row) => ('about' in row ? row.about : ''))).toContain(
    'refused-calls from 203.0.113.99',
  )
})

test('[U6] pages that ask whether somebody is signed in are no refused calls, however often they are opened', async () => {
  for (let n = 0; n < 25; n++)
    await staff.app.inject({ method: 'GET', url: '/api/v1/session', remoteAddress: '203.0.113.98' })
  const rows = await staff.deps.deployment.withAudit('app', (a) => a.acts({}))
  expect(rows.map((row) => ('about' in row ? row.about : ''))).not.toContain('refused-calls from 203.0.113.98')
})

test('[U6] a review is read and signed off by a person with View Audit, and by nobody else', async () => {
  const auditor = await staff.join('reviewer@example.com', { permissions: ['View Audit'] })
  const packer = await staff.join('packer@example.com', { permissions: ['Shipping Department'] })
  await staff.deps.transaction(MILLS, 'app', async (tx) =>
    tx.audit.note({ at: staff.deps.now(), act: 'revealed', who: 'packer@example.com', orders: [7], purpose: 'ship' }),
  )
  expect((await staff.ask(packer, 'GET', '/audit/review')).status).toBe(403)
  const review = (await staff.ask(auditor, 'GET', '/audit/review')).body
  expect(review).toMatchObject({ last: null, acts: [{ act: 'revealed', who: 'packer@example.com', orders: [7] }] })
  const standing = async () => (await staff.ask(staff.boss, 'GET', '/status')).body.auditReview
  expect(await standing()).toEqual({ dueAt: review.dueAt, overdue: false, alarms: 0 })
  const off = { through: review.through, word: 'Seen.' }
  expect((await staff.ask(packer, 'POST', '/audit/review/sign-off', off)).status).toBe(403)
  expect(await staff.ask(auditor, 'POST', '/audit/review/sign-off', off)).toMatchObject({
    status: 200,
    body: { signedBy: 'reviewer@example.com', counts: { revealed: 1 } },
  })
  expect(await staff.ask(auditor, 'POST', '/audit/review/sign-off', off)).toMatchObject({
    status: 409,
    body: { code: 'nothing-to-review' },
  })
})

test('[U6] who changed settings stands in the audit with the section, and nothing of what was refused or the same as before', async () => {
  const call = callWith(staff.app, await addKey(staff.deps, MILLS, { scopes: ['settings:read', 'settings:write'] }))
  const acts = () => staff.deps.transaction(MILLS, 'app', (tx) => tx.audit.acts({}))
  const before = (await acts()).length
  expect((await call('PUT', '/carriers', { nonsense: true })).status).toBeGreaterThanOrEqual(400)
  expect((await call('GET', '/carriers')).status).toBe(200)
  expect(await acts()).toHaveLength(before)
  const service = { name: 'Service', email: 'service@example.com', phone: '555-0101' }
  const theme = { code: 'HARBOR', name: 'Harbor', sender: 'orders@example.com', template: '', service }
  expect((await call('PUT', '/themes', { themes: [theme] })).status).toBeLessThan(300)
  expect((await call('PUT', '/themes', { themes: [theme] })).status).toBeLessThan(300)
  expect((await acts()).slice(before)).toMatchObject([
    {
      act: 'settings-changed',
      who: expect.stringMatching(/^API key /),
      facts: { section: 'themes', what: ['Harbor'], count: 1 },
    },
  ])
})

test('[U6] a change of settings without a history of its own stands in the audit with the address that was asked', async () => {
  const call = callWith(staff.app, await addKey(staff.deps, MILLS, { scopes: ['settings:read', 'settings:write'] }))
  const acts = () => staff.deps.transaction(MILLS, 'app', (tx) => tx.audit.acts({}))
  const before = (await acts()).length
  expect((await call('PUT', '/settings/buyer-data', { nonsense: true })).status).toBeGreaterThanOrEqual(400)
  expect((await call('PUT', '/vendors', { vendors: [] })).status).toBeLessThan(300)
  expect((await acts()).slice(before)).toMatchObject([{ facts: { what: 'PUT /api/v1/vendors' } }])
})

test('[U6] items, mappings and offers that a program or a person writes are counted in the audit, and the same again is not', async () => {
  const call = callWith(staff.app, await addKey(staff.deps, MILLS, { scopes: ['items:write', 'settings:read'] }))
  const acts = () => staff.deps.transaction(MILLS, 'app', (tx) => tx.audit.acts({}))
  const before = (await acts()).length
  const items = [mug, { ...mug, id: 'AUDITED-CUP' }]
  const mapping = { sellerSku: 'AUDITED-SKU', itemId: 'AUDITED-CUP', ratio: { amazon: 1, ours: 1 } }
  const offer = { marketplaceId: null, price: { amount: '12.00', currency: 'USD' } }
  expect((await call('PUT', '/items', { items })).status).toBe(200)
  expect((await call('PUT', '/items', { items })).status).toBe(200)
  expect((await call('PUT', '/sku-mappings', { mappings: [mapping] })).status).toBe(200)
  expect((await call('PUT', '/sku-mappings', { mappings: [mapping] })).status).toBe(200)
  expect((await call('PUT', '/items/AUDITED-CUP/offers', { offers: [offer] })).status).toBe(200)
  expect((await call('DELETE', '/items/AUDITED-CUP/offers')).status).toBe(200)
  expect((await call('DELETE', '/sku-mappings?sellerSku=AUDITED-SKU')).status).toBe(200)
  const who = expect.stringMatching(/^API key /)
  const told = (section: string, count: number) => ({ act: 'settings-changed', who, facts: { section, count } })
  expect((await acts()).slice(before)).toMatchObject([
    told('items', 2),
    told('mappings', 1),
    told('offers', 1),
    told('offers', 1),
    told('mappings', 1),
  ])
})

test('[U6] each section keeps who changed which option, by which door, from what to what', async () => {
  const call = callWith(staff.app, await addKey(staff.deps, MILLS, { scopes: ['items:write', 'settings:read'] }))
  const save = (inventoryBuffer: number) => ({
    centers: [{ code: 'EAST', name: 'East', isDefault: true, inventoryBuffer }],
  })
  expect((await staff.ask(staff.boss, 'PUT', '/distribution-centers', save(2))).status).toBe(200)
  expect((await call('PUT', '/distribution-centers', save(5))).status).toBe(200)
  expect((await call('PUT', '/distribution-centers', save(5))).status).toBe(200)
  const history = await staff.ask(staff.boss, 'GET', '/settings/history?section=centers')
  expect(history.body).toMatchObject({
    rows: [
      {
        who: expect.stringMatching(/^API key /),
        way: 'key',
        changes: [{ entry: 'East', kind: 'changed', fields: [{ field: 'inventoryBuffer', from: 2, to: 5 }] }],
      },
      { way: 'console', changes: [{ entry: 'East', kind: 'added' }] },
    ],
    next: null,
  })
  const first = (await staff.ask(staff.boss, 'GET', '/settings/history?section=centers&limit=1')).body
  expect(first.rows).toHaveLength(1)
  const rest = await staff.ask(staff.boss, 'GET', `/settings/history?section=centers&limit=1&after=${first.next}`)
  expect(rest.body.rows).toMatchObject([{ way: 'console' }])
})

test('[U3] a key never searches by buyer, and a person without the permission does not', async () => {
  const asked = { field: 'phone', text: '555-0177' }
  expect((await staff.ask(staff.boss, 'POST', '/orders/search-by-buyer', asked)).status).toBe(403)
  const call = callWith(staff.app, await addKey(staff.deps, MILLS, { scopes: ['orders:read'] }))
  expect((await call('POST', '/orders/search-by-buyer', asked)).status).toBe(403)
})
