import { expect, test } from 'vitest'
import { removeOutbox, retryOutbox } from '#flows/decide-outbox.ts'
import { HOUR, MINUTE } from '../make/seller.ts'
import { callsOf, orderOf } from '../make/seller-views.ts'
import { ordered, outboxRow, outboxState, packagesAtAmazon, ship, shipped } from '../make/ship.ts'

const WHO = 'Dana'
const refuse = { kind: 'error', operation: 'confirmShipment', status: 400, message: 'Invalid something' } as const

test('[E6] Retry now sends a refused confirmation at once, and the history says who wanted it', async () => {
  const { seller, id, row, state } = await shipped({}, refuse)
  expect(await state()).toBe('refused confirmation-refused')
  await seller.pass(HOUR)
  expect(callsOf(seller, 'confirmShipment')).toBe(1)
  expect(await retryOutbox(seller.deps, seller.merchant, { outboxId: row, who: WHO })).toMatchObject({
    ok: true,
    value: { state: 'waiting', attempts: 0 },
  })
  await seller.run()
  expect([await state(), packagesAtAmazon(seller, id).length]).toEqual(['sent', 1])
  const events = (await orderOf(seller, id))?.events ?? []
  expect(events.find((e) => e.kind === 'outbox.retried')).toMatchObject({
    who: WHO,
    facts: { what: 'confirmation', number: 1, why: 'confirmation-refused' },
  })
})

test('[E6] Retry now does not wait for the pause after an outage', async () => {
  const down = { kind: 'error', operation: 'confirmShipment', status: 503, count: 5 } as const
  const { seller, row, state } = await shipped({}, down)
  await seller.pass(4 * MINUTE)
  expect((await outboxRow(seller, row)).nextAt).toBeGreaterThan(seller.control.now() + MINUTE)
  seller.control.clearFaults()
  await retryOutbox(seller.deps, seller.merchant, { outboxId: row, who: WHO })
  await seller.run()
  expect(await state()).toBe('sent')
})

test('[E6] Remove takes it off for good: it is never sent, and stands in the history', async () => {
  const { seller, id, row, state } = await shipped({}, refuse)
  expect(await removeOutbox(seller.deps, seller.merchant, { outboxId: row, who: WHO })).toMatchObject({ ok: true })
  await seller.pass(2 * HOUR)
  expect([await state(), packagesAtAmazon(seller, id)]).toEqual(['removed confirmation-refused', []])
  expect((await orderOf(seller, id))?.events.at(-1)).toMatchObject({ kind: 'outbox.removed', who: WHO })
  expect(await retryOutbox(seller.deps, seller.merchant, { outboxId: row, who: WHO })).toMatchObject({
    ok: false,
    problem: { code: 'outbox-over' },
  })
})

test('[E6] what Amazon took cannot be taken off, and what nobody knows is not found', async () => {
  const { seller, row } = await shipped()
  const code = async (outboxId: number) => {
    const end = await removeOutbox(seller.deps, seller.merchant, { outboxId, who: WHO })
    return end.ok ? 'ok' : end.problem.code
  }
  expect([await code(row), await code(999)]).toEqual(['outbox-under-way', 'not-found'])
})

test('[E6] the list shows what waits for a person first, then what failed, then what waits; pages follow each other', async () => {
  const { seller, id } = await ordered()
  const rows = [1, 2, 3, 4, 5].map((number) => ship(seller, id, { number, quantity: 1 }))
  const ids = await Promise.all(rows)
  const set = (outboxId: number | undefined, change: string) =>
    seller.database.ownerPool().query(`update millrace.outbox set ${change} where outbox_id = $1`, [outboxId])
  await set(ids[0], `state = 'sent'`)
  await set(ids[2], `attempts = 3`)
  await set(ids[3], `state = 'refused'`)
  await set(ids[4], `state = 'settled'`)
  const page = (after: readonly [number, number] | null, limit: number) =>
    seller.store((store) => store.listOutbox({ after, limit }))
  const first = await page(null, 3)
  expect(first.map((r) => r.outboxId)).toEqual([ids[3], ids[2], ids[1]])
  const last = first.at(-1)
  expect((await page([last?.rank ?? 0, last?.outboxId ?? 0], 3)).map((r) => r.outboxId)).toEqual([ids[0]])
  const settled = await seller.store((store) => store.listOutbox({ state: 'settled', after: null, limit: 3 }))
  expect(settled.map((r) => r.outboxId)).toEqual([ids[4]])
  expect(await seller.store((store) => store.countOutbox())).toEqual({ confirmation: 1 })
  await set(ids[0], `state = 'settled'`)
})

test('[E6] a removed row stays removed when its answer comes late', async () => {
  const { seller, id } = await ordered()
  const row = await ship(seller, id)
  const confirm = seller.deps.amazon.confirmShipment
  Object.assign(seller.deps.amazon, {
    confirmShipment: async (...asked: Parameters<typeof confirm>) => {
      const answer = await confirm(...asked)
      await removeOutbox(seller.deps, seller.merchant, { outboxId: row, who: WHO })
      return answer
    },
  })
  await seller.run()
  expect(await outboxState(seller, row)).toBe('removed')
})
