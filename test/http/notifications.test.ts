import { afterAll, beforeAll, expect, test } from 'vitest'
import { TOPICS } from '#core/notifications/topics.ts'
import { addKey, callWith, MILLS, makeApi } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const everything = { address: 'owner@example.com', topics: [...TOPICS] }
const office = { address: 'office@example.com', topics: ['file-errors', 'deadlines'] }
const fieldsOf = (reply: { body: never }) =>
  ((reply.body as { fields?: { field: string }[] }).fields ?? []).map((each) => each.field)

test('[N1][N2] the list of who is told is given and replaced; with nobody named the owner is told', async () => {
  expect((await api.call('GET', '/notifications')).body).toEqual({ people: [], told: [everything], former: [] })
  const saved = await api.call('PUT', '/notifications', { people: [office] })
  expect(saved).toMatchObject({ status: 200, body: { people: [office], told: [office] } })
  expect((await api.call('GET', '/notifications')).body).toEqual(saved.body)
  expect((await callWith(api.app, api.otherKey)('GET', '/notifications')).body).toMatchObject({ people: [] })
  expect((await api.call('PUT', '/notifications', { people: [] })).body).toEqual({
    people: [],
    told: [everything],
    former: [],
  })
})

test('[N1] a bad list is refused with each fault and changes nothing', async () => {
  const two = [office, { ...office, address: 'OFFICE@example.com' }]
  const twice = await api.call('PUT', '/notifications', { people: two })
  expect([twice.status, fieldsOf(twice)]).toEqual([422, ['people[1].address']])
  const unknown = await api.call('PUT', '/notifications', { people: [{ ...office, topics: ['weather'] }] })
  expect(unknown.status).toBe(400)
  const header = await api.call('PUT', '/notifications', {
    people: [{ ...office, address: 'a@example.com\r\nBcc: b@example.com' }],
  })
  expect(header.status).toBe(400)
  expect((await api.call('GET', '/notifications')).body).toMatchObject({ people: [] })
})

test('[N1] a test mail is sent at once, listed, shown, and another merchant sees none of it', async () => {
  const sent = await api.call('POST', '/notifications/test', { address: 'office@example.com' })
  expect(sent).toMatchObject({ status: 200, body: { state: 'kept', topic: 'test', address: 'office@example.com' } })
  const { mailId } = sent.body as { mailId: number }
  const listed = (await api.call('GET', '/mails')).body as { rows: object[] }
  expect(listed.rows).toEqual([expect.objectContaining({ mailId, state: 'kept', problem: null, nextTry: null })])
  expect((await api.call('GET', `/mails/${mailId}`)).body).toMatchObject({
    text: expect.stringContaining('This is a test'),
  })
  const other = callWith(api.app, api.otherKey)
  expect((await other('GET', '/mails')).body).toMatchObject({ rows: [] })
  expect((await other('GET', `/mails/${mailId}`)).status).toBe(404)
  expect((await other('DELETE', `/mails/${mailId}`)).status).toBe(404)
  // It waits no more.
  expect((await api.call('DELETE', `/mails/${mailId}`)).status).toBe(404)
  const wrong = await api.call('POST', '/notifications/test', { address: 'nobody' })
  expect([wrong.status, fieldsOf(wrong)]).toEqual([422, ['address']])
})

test('[N1] mails come in pages, the newest first, and by state', async () => {
  for (let n = 0; n < 3; n++) await api.call('POST', '/notifications/test', { address: `p${n}@example.com` })
  const first = (await api.call('GET', '/mails?limit=2')).body as { rows: { address: string }[]; next: string }
  expect(first.rows.map((row) => row.address)).toEqual(['p2@example.com', 'p1@example.com'])
  const rest = (await api.call('GET', `/mails?limit=50&after=${first.next}`)).body as { rows: object[]; next: null }
  expect(rest.rows[0]).toMatchObject({ address: 'p0@example.com' })
  expect(rest.next).toBeNull()
  expect((await api.call('GET', '/mails?state=waiting')).body).toMatchObject({ rows: [] })
})

test('[N1][X1] reading needs settings:read, changing and sending settings:write', async () => {
  const reader = callWith(api.app, await addKey(api.deps, MILLS, { scopes: ['settings:read'] }))
  expect((await reader('GET', '/notifications')).status).toBe(200)
  expect((await reader('PUT', '/notifications', { people: [] })).status).toBe(403)
  expect((await reader('POST', '/notifications/test', { address: 'office@example.com' })).status).toBe(403)
  const orders = callWith(api.app, await addKey(api.deps, MILLS, { scopes: ['orders:read'] }))
  expect((await orders('GET', '/mails')).status).toBe(403)
})
