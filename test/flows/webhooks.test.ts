import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { EVENT_TYPES } from '#core/webhooks/event-types.ts'
import {
  changeWebhook,
  makeWebhook,
  removeWebhook,
  renewWebhookSecret,
  replayWebhook,
  testWebhook,
} from '#flows/configure-webhooks.ts'
import { sendWebhooks } from '#flows/send-webhooks.ts'
import { withMerchant } from '#store/db.ts'
import type { Received } from '../make/receiver.ts'
import { DAY, HOUR, MINUTE } from '../make/seller.ts'
import { enter, entry } from '../make/shipments.ts'
import { makeTold, who } from '../make/told-seller.ts'

const nameOf = ({ headers }: Received) => String(headers['webhook-id'])

test('[X2] what happens to an order, its shipment and its stock is told once, in the words of the list, and signed', async () => {
  const { seller, send, told, kinds, receiver, secret, log } = await makeTold()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }] })
  seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS', quantity: 1, price: 12 }] })
  await seller.pass(10 * MINUTE)
  await enter(seller, entry(id))
  await seller.pass(30 * MINUTE)
  await send()
  expect(kinds()).toEqual(
    expect.arrayContaining(['order.placed', 'order.held', 'shipment.entered', 'shipment.confirmed', 'stock.changed']),
  )
  expect(kinds().filter((kind) => kind === 'order.placed')).toHaveLength(1)
  for (const kind of kinds()) expect(Object.keys(EVENT_TYPES)).toContain(kind)
  expect(told().find(({ type }) => type === 'order.placed')).toMatchObject({
    timestamp: expect.stringMatching(/^2026-11-10T/),
    data: { merchant: seller.merchant, orderNumber: id, stage: expect.any(String) },
  })
  expect(new Set(receiver.received.map(nameOf)).size).toBe(receiver.received.length)
  expect(new Set((await log()).map(({ state }) => state))).toEqual(new Set(['delivered']))
  await send()
  expect(receiver.received).toHaveLength((await log()).length)
  const [first] = receiver.received
  if (first) expect(signatureBy(secret, first)).toBe(true)
})

/** True where one of the signatures is made by this secret. */
function signatureBy(secret: string, { body, headers }: Received): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  const wanted = new Webhook(secret).sign(String(headers['webhook-id']), at, body)
  return String(headers['webhook-signature']).split(' ').includes(wanted)
}

test('[X2] what is rolled back is told to nobody; what is committed while nobody sends is told later', async () => {
  const { seller, deps, merchant, send, kinds } = await makeTold(['problem.*'])
  await deps
    .transaction(merchant, 'app', async (tx) => {
      await tx.store.noteProblem({
        connection: seller.connection,
        problem: { code: 'webhook-test' as never, facts: {} },
        at: deps.now(),
      })
      throw new Error('rolled back')
    })
    .catch(() => {})
  await send()
  expect(kinds()).toEqual([])
  const note = (at: number) =>
    seller.store((s) =>
      s.noteProblem({ connection: seller.connection, problem: { code: 'page-purged', facts: {} }, at }),
    )
  await note(deps.now())
  await note(deps.now() + MINUTE)
  await seller.store((s) =>
    s.clearProblems({ connection: seller.connection, codes: ['page-purged'], at: deps.now() + MINUTE }),
  )
  seller.control.advance(DAY)
  await send()
  expect(kinds()).toEqual(['problem.noted', 'problem.cleared'])
})

test('[X2] prices that Amazon took or refused are told, and which buyer was erased, by the order number alone', async () => {
  const { seller, deps, merchant, send, told } = await makeTold(['price.*', 'purge.*'])
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }] })
  await seller.pass(10 * MINUTE)
  const order = await seller.store((s) => s.findOrder(id))
  await deps.transaction(merchant, { vault: 'purge' }, (tx) => tx.vault.erase('buyers', [order?.orderId ?? 0]))
  await withMerchant(seller.database.appPool(), merchant, (tx) =>
    tx.query(
      `insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, after, who)
       select $1, 'na-A1', 'MUG-BLUE', 'ATVPDKIKX0DER', field, now(), what, '1', '2', 'program'
       from (values ('price', 'sent'), ('price', 'refused'), ('price', 'held'), ('stock', 'sent')) as h (field, what)`,
      [merchant],
    ),
  )
  seller.control.advance(400 * DAY)
  await send()
  const said = told().map(({ type, data }) => [type, data])
  expect(said).toHaveLength(3)
  expect(said).toContainEqual(['purge.buyer', { merchant, orderId: order?.orderId }])
  for (const type of ['price.sent', 'price.refused'])
    expect(said).toContainEqual([type, expect.objectContaining({ sku: 'MUG-BLUE', before: '1', after: '2' })])
})

test('[X2] a webhook is told of what it wants only, and of nothing while it is off', async () => {
  const { seller, deps, merchant, wanted, webhookId, send, kinds } = await makeTold(['stock.*'])
  seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS', quantity: 1, price: 12 }] })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }] })
  await seller.pass(10 * MINUTE)
  await enter(seller, entry(id))
  await send()
  expect(new Set(kinds())).toEqual(new Set(['stock.changed']))
  const before = kinds().length
  await changeWebhook(deps, merchant, { who, webhookId, wanted: { ...wanted, on: false } })
  const other = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }] })
  await seller.pass(10 * MINUTE)
  await enter(seller, entry(other))
  await changeWebhook(deps, merchant, { who, webhookId, wanted })
  await send()
  expect(kinds()).toHaveLength(before)
  expect(
    await changeWebhook(deps, merchant, { who, webhookId, wanted: { ...wanted, types: ['order.eaten', '*'] } }),
  ).toMatchObject({ problems: [{ facts: { field: 'types[0]' } }, { facts: { field: 'types[1]' } }] })
})

test('[X2] a receiver that is away is tried again with growing pauses, people are told, and Replay sends it under its old name', async () => {
  const { seller, deps, merchant, webhookId, receiver, send, log, problems } = await makeTold(['stock.*'])
  receiver.state.answer = 500
  await testWebhook(deps, merchant, webhookId)
  const pauses: number[] = []
  for (let tries = 0; tries < 20; tries++) {
    const { again } = await send()
    if (again === null) break
    pauses.push(Math.round((again - deps.now()) / 1000))
    seller.control.advance(again - deps.now())
  }
  expect(pauses).toEqual([5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400].map((s) => Math.round(s * 1.1)))
  expect(await log()).toMatchObject([{ state: 'failed', attempts: 10 }])
  expect((await log())[0]?.tries).toHaveLength(10)
  expect((await log())[0]?.tries.at(-1)?.answer).toBe('answered 500')
  expect(await problems()).toContain('webhook-failing')
  receiver.state.answer = 200
  const since = deps.now() - 30 * DAY
  expect(await replayWebhook(deps, merchant, { webhookId, messageId: null, since, delivered: false })).toEqual({
    ok: true,
    value: 1,
  })
  await send()
  expect(await log()).toMatchObject([{ state: 'delivered' }])
  expect(new Set(receiver.received.map(nameOf)).size).toBe(1)
  expect(await problems()).not.toContain('webhook-failing')
})

test('[X2] a receiver that is silent keeps no other waiting, however much waits for it', async () => {
  const { deps, merchant, webhookId: silent, wanted, seller } = await makeTold(['price.*'])
  const made = await makeWebhook(deps, merchant, { who, wanted: { ...wanted, name: 'The other' } })
  const good = made.ok ? made.value.webhook.webhookId : 0
  await seller.store(async (s) => {
    const test = { type: 'webhook.test', data: {} }
    for (let n = 0; n < 40; n++) await s.addWebhookMessage({ ...test, webhookId: silent, at: deps.now() - n })
    for (let n = 0; n < 25; n++) await s.addWebhookMessage({ ...test, webhookId: good, at: deps.now() })
  })
  const waiting = async (webhookId: number) =>
    (await seller.store((s) => s.listWebhookMessages({ webhookId, state: 'waiting', after: null, limit: 200 }))).length
  const untried = new Set(
    (await seller.store((s) => s.listWebhookMessages({ webhookId: silent, after: null, limit: 200 }))).map(
      ({ messageId }) => messageId,
    ),
  )
  const mute: typeof deps.webhooks.send = async ({ name }) => {
    const ofSilent = untried.delete(Number(name.split('_').at(-1)))
    return ofSilent
      ? { status: null, why: 'no answer within 15 seconds', took: 15_000 }
      : { status: 200, why: null, took: 1 }
  }
  const { again } = await sendWebhooks({ ...deps, webhooks: { plainAllowed: true, send: mute } }, merchant)
  expect(await waiting(good)).toBe(0)
  expect(untried.size).toBe(30)
  expect(again).toBeLessThanOrEqual(deps.now())
})

test('[X2] a crash between the answer and our note tells it once more under the same name', async () => {
  const { seller, deps, merchant, webhookId, receiver, send, log } = await makeTold()
  await testWebhook(deps, merchant, webhookId)
  const dying = { ...deps, transaction: dyingAfter(deps.transaction, 1) }
  await expect(sendWebhooks(dying, merchant)).rejects.toThrow('killed')
  expect(receiver.received).toHaveLength(1)
  await send()
  expect(receiver.received).toHaveLength(1)
  seller.control.advance(3 * MINUTE)
  await send()
  expect(receiver.received.map(nameOf)).toEqual([nameOf(receiver.received[0]!), nameOf(receiver.received[0]!)])
  expect(await log()).toMatchObject([{ state: 'delivered' }])
})

/** Transactions of which only so many end: the program is killed then. */
function dyingAfter<T extends (...all: never[]) => Promise<unknown>>(transaction: T, count: number): T {
  let left = count
  return (async (...all: Parameters<T>) => {
    if (left-- <= 0) throw new Error('killed')
    return transaction(...all)
  }) as T
}

test('[X2] a receiver that answers 410 is gone: its webhook is switched off, and people are told', async () => {
  const { deps, merchant, webhookId, wanted, receiver, send, problems, seller } = await makeTold()
  receiver.state.answer = 410
  await testWebhook(deps, merchant, webhookId)
  await send()
  expect(await problems()).toContain('webhook-gone')
  const [off] = await seller.store((s) => s.listWebhooks())
  expect(off).toMatchObject({ offBy: 'the receiver (410)', offSince: deps.now() })
  receiver.state.answer = 204
  await changeWebhook(deps, merchant, { who, webhookId, wanted })
  expect(await problems()).not.toContain('webhook-gone')
})

test('[X2] after a new secret both sign for a day, then the new one alone', async () => {
  const { seller, deps, merchant, webhookId, secret, receiver, send } = await makeTold()
  const renewed = await renewWebhookSecret(deps, merchant, { who, webhookId })
  if (!renewed.ok) throw new Error('refused')
  await testWebhook(deps, merchant, webhookId)
  await send()
  seller.control.advance(25 * HOUR)
  await testWebhook(deps, merchant, webhookId)
  await send()
  const [both, alone] = receiver.received
  const signed = [both, alone].map((each) => each && [secret, renewed.value.secret].map((s) => signatureBy(s, each)))
  expect(signed).toEqual([
    [true, true],
    [false, true],
  ])
})

test('[X2] a removed webhook is told no more; a merchant with webhooks can be removed', async () => {
  const { deps, merchant, webhookId, send, receiver, seller } = await makeTold()
  await testWebhook(deps, merchant, webhookId)
  expect(await removeWebhook(deps, merchant, { who, webhookId })).toMatchObject({ ok: true })
  await send()
  expect(receiver.received).toEqual([])
  await makeWebhook(deps, merchant, { who, wanted: { url: receiver.url, name: 'Again', types: [], on: true } })
  await seller.database.ownerPool().query('delete from deployment.merchants where merchant_id = $1', [merchant])
  expect((await seller.database.ownerPool().query('select 1 from millrace.webhook_messages')).rows).toEqual([])
})
