import { expect, onTestFinished, test } from 'vitest'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { createCallCounter } from '#main/call-counter.ts'
import { addMerchants, makeJobsDatabase } from '../jobs/workshop.ts'

const NOON = Date.UTC(2026, 10, 10, 12)
const DAY = 86_400_000

test('calls are added up by merchant, operation and day, and written together; those of a merchant that is gone stop nobody', async () => {
  const database = await makeJobsDatabase([])
  onTestFinished(() => database.close())
  await addMerchants(database, ['ADAMS', 'BAKER'])
  let now = NOON
  const alarms: string[] = []
  const log = { note: () => {}, alarm: (message: string) => void alarms.push(message) }
  const counter = createCallCounter({ pool: database.appPool(), log, now: () => now })
  const call = (merchant: string, outcome: 'ok' | 'throttled' | 'failed') =>
    counter.count({
      merchantId: merchant as MerchantId,
      connectionId: 'na-A1' as ConnectionId,
      operation: 'searchOrders',
      outcome,
    })
  for (const outcome of ['ok', 'throttled', 'failed'] as const) call('ADAMS', outcome)
  call('GONES', 'ok')
  await counter.flush()
  call('ADAMS', 'ok')
  call('BAKER', 'ok')
  now += DAY
  call('ADAMS', 'ok')
  await counter.flush()
  const { rows } = await database
    .ownerPool()
    .query('select merchant_id, day::text, calls, throttled, failed from deployment.calls order by day, merchant_id')
  expect(rows).toEqual([
    { merchant_id: 'ADAMS', day: '2026-11-10', calls: 4, throttled: 1, failed: 1 },
    { merchant_id: 'BAKER', day: '2026-11-10', calls: 1, throttled: 0, failed: 0 },
    { merchant_id: 'ADAMS', day: '2026-11-11', calls: 1, throttled: 0, failed: 0 },
  ])
  expect(alarms).toEqual([])
})
