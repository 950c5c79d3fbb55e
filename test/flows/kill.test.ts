import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHECKS } from '../make/kill-checks.ts'
import { type KillDay, type Killed, killAllDay, openKillDay, settle } from '../make/kill-day.ts'

const KILLS = 10

let day: KillDay
let killed: Killed
beforeAll(async () => {
  const seed = process.env.KILL_SEED ?? String(Date.now())
  console.log(`seed ${seed}`)
  day = await openKillDay(seed)
  killed = await killAllDay(day, KILLS)
  await settle(day)
}, 400_000)
afterAll(() => day.close())

test('[O1] ten workers are killed by kill -9 at random moments of a day, some of them at work', () => {
  console.log(`${killed.atWork} of ${killed.kills} were at work`)
  expect(killed.kills).toBe(KILLS)
  expect(killed.atWork).toBeGreaterThan(0)
})

test.each(CHECKS)('[$rule] after a day of kills: $name', async ({ find }) => {
  expect(await find(day)).toEqual([])
})

/** What a Millrace that crashes badly would leave, and the check that must see it. */
const SPOILED: readonly (readonly [what: string, check: string, sql: string])[] = [
  ['an order in another stage', 'stands as it must', `update millrace.orders set stage = 'Hold' where order_id = $1`],
  [
    'a reservation too much',
    'the stock says',
    'update millrace.allocations set quantity = quantity + 1 where order_id = $1',
  ],
  [
    'a window left open',
    'no page, no window',
    `update millrace.sweeps set window_to = to_timestamp($1), next_token = 'x'`,
  ],
  [
    'an order placed twice',
    'told twice',
    `insert into millrace.order_events (merchant_id, order_id, at, kind, who, facts)
       select merchant_id, order_id, at, kind, who, facts from millrace.order_events where order_id = $1`,
  ],
  [
    'a package that never went up',
    'nothing that goes up is left',
    `update millrace.outbox set state = 'waiting' where order_id <> $1`,
  ],
  ['a buyer lost', 'has its buyer', 'delete from vault.buyers where order_id = $1'],
  [
    'a back-fill lost',
    'came to their end',
    `delete from millrace.reconciliations where kind = 'back-fill' and run_id <> $1`,
  ],
]

test('[S1][O16] packages left and money went back on that day, and the checks see one that Amazon has not', async () => {
  const { packed, refunded, ids } = day.placed
  console.log(`${packed.size} packages, ${refunded.size} refunds`)
  expect(packed.size).toBeGreaterThan(0)
  const other = ids.find((id) => !packed.has(id)) ?? ''
  const find = (name: string) => CHECKS.find((check) => check.name.includes(name))?.find(day)
  packed.set(other, 'TRACK0')
  expect(await find('at Amazon once')).toMatchObject([{ id: other }])
  packed.delete(other)
  refunded.add(other)
  expect(await find('paid once')).toMatchObject([{ id: other }])
  refunded.delete(other)
})

test.each(SPOILED)('the checks see %s', async (_, check, sql) => {
  const owner = day.database.ownerPool()
  const { rows } = await owner.query<{ id: number }>(
    `select max(o.order_id) as id from millrace.orders o join millrace.allocations a using (order_id) where o.stage = 'Shipping Department'`,
  )
  await owner.query(sql, [rows[0]?.id])
  const seen = CHECKS.find(({ name }) => name.includes(check))
  expect(await seen?.find(day)).not.toEqual([])
})
