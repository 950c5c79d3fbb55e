import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callWith, makeApi, NOW } from '../make/api.ts'

let api: Awaited<ReturnType<typeof makeApi>>
beforeAll(async () => {
  api = await makeApi()
})
afterAll(() => api.close())

const service = { name: 'Invented Service', email: 'service@example.com', phone: '555-0100' }
const theme = { code: 'HARBOR', name: 'Harbor', sender: 'orders@example.com', template: 'plain', service }
const orders = { notBefore: null, ignoredOrders: [], ignoredItems: [], sweepEveryMinutes: 10 }
const fieldsOf = (reply: { body: never }) =>
  ((reply.body as { fields?: { field: string }[] }).fields ?? []).map((each) => each.field)

describe('themes', () => {
  test('[O7] the list is replaced and given; another merchant has its own', async () => {
    expect(await api.call('PUT', '/themes', { themes: [theme] })).toMatchObject({ status: 200, body: { saved: 1 } })
    expect((await api.call('GET', '/themes')).body).toEqual({ rows: [theme] })
    expect((await callWith(api.app, api.otherKey)('GET', '/themes')).body).toEqual({ rows: [] })
  })

  test('[O7] the settings take a known code only, and a theme they name stays', async () => {
    const wrong = await api.call('PUT', '/settings/orders', { ...orders, themeCode: 'NOBODY' })
    expect([wrong.status, fieldsOf(wrong)]).toEqual([422, ['themeCode']])
    expect((await api.call('PUT', '/settings/orders', { ...orders, themeCode: 'HARBOR' })).status).toBe(200)
    const gone = await api.call('PUT', '/themes', { themes: [] })
    expect([gone.status, fieldsOf(gone)]).toEqual([422, ['themes']])
    const foreign = await callWith(api.app, api.otherKey)('PUT', '/settings/orders', { ...orders, themeCode: 'HARBOR' })
    expect([foreign.status, fieldsOf(foreign)]).toEqual([422, ['themeCode']])
  })
})

describe('mails to buyers', () => {
  const kinds = { invoice: true, question: false, 'delivery-appointment': false, 'design-check': false }

  test('[O8] they are off until switched on, which needs the policy confirmed; who did it when is kept', async () => {
    expect((await api.call('GET', '/settings/emails')).body).toMatchObject({
      sendDirectly: false,
      policyConfirmed: null,
    })
    const refused = await api.call('PUT', '/settings/emails', { sendDirectly: true, kinds })
    expect([refused.status, fieldsOf(refused)]).toEqual([422, ['confirmPolicy']])
    const saved = await api.call('PUT', '/settings/emails', { sendDirectly: true, kinds, confirmPolicy: true })
    const policyConfirmed = { by: expect.stringMatching(/^API key /), at: new Date(NOW).toISOString() }
    expect(saved.body).toEqual({ sendDirectly: true, kinds, policyConfirmed })
    expect((await api.call('GET', '/settings/emails')).body).toEqual(saved.body)
  })

  test('[O8] there is no switch for any other kind', async () => {
    const reply = await api.call('PUT', '/settings/emails', {
      sendDirectly: false,
      kinds: { ...kinds, marketing: true },
    })
    expect(reply.status).toBe(400)
  })
})

describe('mails to buyers, by the API', () => {
  test('[O8] an unknown order, an unknown kind and what Amazon does not permit are refused; nothing is written', async () => {
    const text = 'Is it blue?'
    expect((await api.call('POST', '/orders/999/mails', { kind: 'question', text })).status).toBe(404)
    for (const kind of ['shipping-confirmation', 'marketing', ''])
      expect((await api.call('POST', '/orders/999/mails', { kind, text })).status).toBe(400)
    expect((await api.call('POST', '/buyer-mails/999/decision', { decision: 'send' })).status).toBe(404)
    expect((await api.call('POST', '/buyer-mails/999/decision', { decision: 'sent' })).status).toBe(400)
    expect((await api.call('GET', '/orders/999/mails')).status).toBe(404)
    expect((await api.call('GET', '/buyer-mails')).body).toEqual({ rows: [], next: null })
  })
})
