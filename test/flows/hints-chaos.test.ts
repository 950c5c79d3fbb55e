import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askAudit } from '#flows/audit-listings.ts'
import { startHintReceiver } from '#jobs/receive-hints.ts'
import { passSeconds, SECOND, type Told, takeAll, told } from '../make/hints.ts'
import { MINUTE } from '../make/seller.ts'
import { endOf, orderOf, stockOf } from '../make/seller-views.ts'

/** What can happen to notifications, to the queue, to Amazon and to us. */
const FAULTS = [
  { operation: 'sendNotification', kind: 'lose-notification' },
  { operation: 'sendNotification', kind: 'double-notification' },
  { operation: 'sendNotification', kind: 'late-notification', ms: 7 * MINUTE },
  { operation: 'deleteMessageBatch', kind: 'redeliver' },
  { operation: 'receiveMessage', kind: 'reset-before' },
  { operation: 'receiveMessage', kind: 'error', status: 503 },
  { operation: 'getOrder', kind: 'error', status: 503 },
  { operation: 'getOrder', kind: 'reset-after' },
  { operation: 'getOrder', kind: 'throttle' },
  { operation: 'getOrder', kind: 'error', status: 404 },
] as const

const STEP = fc.oneof(
  fc.record({ does: fc.constant('place' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ does: fc.constantFrom('cancel' as const, 'touch' as const), which: fc.nat(20) }),
  fc.record({
    does: fc.constant('fault' as const),
    fault: fc.constantFrom(...FAULTS),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ does: fc.constant('break' as const), times: fc.integer({ min: 1, max: 4 }), after: fc.boolean() }),
  fc.record({ does: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 12 }) }),
)
type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never

/** The same seller, whose next transactions break: before anything is written, or after the commit, with the answer lost. */
function breakable(seller: Told) {
  const breaks = { times: 0, after: false }
  const { transaction } = seller.deps
  const broken = async (...asked: Parameters<typeof transaction>) => {
    const gone = Object.assign(new Error('the connection is gone'), { code: '57P01' })
    const strikes = breaks.times > 0
    if (strikes) breaks.times--
    if (strikes && !breaks.after) throw gone
    const result = await transaction(...asked)
    if (strikes) throw gone
    return result
  }
  const deps = { ...seller.deps, transaction: broken as typeof transaction }
  return { breaks, seller: { ...seller, deps, shop: Object.assign(seller.shop, { deps }) } }
}

async function live(seller: Told, steps: readonly Step[]): Promise<string[]> {
  const { breaks, seller: broken } = breakable(seller)
  const { control } = seller
  const ids: string[] = []
  for (const step of steps) {
    if (step.does === 'place')
      ids.push(...control.placeOrders({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] }, step.count))
    else if (step.does === 'fault') control.addFault({ ...step.fault, count: step.count })
    else if (step.does === 'break') Object.assign(breaks, step)
    else if (step.does === 'pass') await passSeconds(broken, step.seconds)
    else {
      const id = ids[step.which % Math.max(1, ids.length)]
      const isOpen = id && control.order(id)?.fulfillment?.fulfillmentStatus === 'UNSHIPPED'
      if (isOpen) control.alterOrder(id, step.does === 'cancel' ? { cancel: { by: 'BUYER' } } : {})
    }
  }
  breaks.times = 0
  control.clearFaults()
  for (let round = 0; round < 3; round++) {
    control.advance(MINUTE)
    await passSeconds(broken, 2)
    await broken.pass(16 * MINUTE)
  }
  return ids
}

test('[I12][S5] a report or feed that Amazon says is done is looked at now, not at its next turn; a stranger’s is not', async () => {
  const seller = await told()
  const owner = seller.database.ownerPool()
  const due = async (kind: string) => {
    const found = await owner.query(
      `select extract(epoch from at) * 1000 as at from deployment.due where kind = $1 and subject = $2`,
      [kind, seller.connection],
    )
    return (found.rows[0]?.at ?? null) === null ? null : Number(found.rows[0].at) - seller.deps.now()
  }
  seller.control.setReports({ queueMs: 50_000, workMs: 50_000 })
  await askAudit(seller.deps, seller.merchant, { connection: seller.connection, who: 'a test' })
  await seller.run()
  await passSeconds(seller, 90)
  expect(await due('drift-audit')).toBeGreaterThan(20 * SECOND)
  await passSeconds(seller, 20)
  const audits = await owner.query(`select distinct state from millrace.drift_audits`)
  expect(audits.rows).toEqual([{ state: 'done' }])
  await owner.query(
    `insert into millrace.submissions (merchant_id, connection_id, marketplace_id, kind, way, state, messages, feed_id, made_by, made_at)
     values ($1, $2, 'ATVPDKIKX0DER', 'confirmation', 'feed', 'sent', 1, '501', 'a test', to_timestamp(0)),
            ($1, $2, 'ATVPDKIKX0DER', 'listings', 'feed', 'sent', 1, '502', 'a test', to_timestamp(0))`,
    [seller.merchant, seller.connection],
  )
  await owner.query(`update deployment.due set at = null where kind in ('order-feeds', 'listings-feed')`)
  const finished = (feedId: string, sellerId = 'A3HARBORGOODS') => {
    const told = { accountId: `amzn1.merchant.o.${sellerId}`, feedId, feedType: 'X', processingStatus: 'DONE' }
    const payload = { feedProcessingFinishedNotification: told }
    seller.control.notify({ type: 'FEED_PROCESSING_FINISHED', arn: seller.arn, payload })
    return takeAll(seller)
  }
  await finished('999')
  await finished('501', 'A8STRANGERS')
  expect([await due('order-feeds'), await due('listings-feed')]).toEqual([null, null])
  await finished('501')
  expect([await due('order-feeds'), await due('listings-feed')]).toEqual([0, null])
  await finished('502')
  expect(await due('listings-feed')).toBe(0)
})

test('the receiver takes what comes while it waits, and lets go of the queue at once when it is stopped', async () => {
  const seller = await told()
  let looked = (_: number): void => {}
  const { deployment } = seller.deps
  const noteQueueLook: typeof deployment.noteQueueLook = async (look) => {
    await deployment.noteQueueLook(look)
    looked(look.messages)
  }
  const deps = { ...seller.deps, deployment: { ...deployment, noteQueueLook } }
  const receiver = startHintReceiver({ ...seller.shop, deps })
  const taken = new Promise<number>((resolve) => {
    looked = resolve
  })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(10 * SECOND)
  expect(await taken).toBe(1)
  const began = performance.now()
  await receiver.stop()
  // It waits for twenty seconds when nothing comes.
  expect(performance.now() - began).toBeLessThan(15_000)
  await passSeconds(seller, 6)
  expect(await endOf(seller, id)).toBe('placed')
})

test('[O1][O12][O13] lost, late, doubled, out of order, with Amazon, the queue and the database failing between: all ends as Amazon has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 10, maxLength: 24 }), async (steps) => {
      const seller = await told()
      const ids = await live(seller, [{ does: 'place', count: 2 }, ...steps, { does: 'pass', seconds: 8 }])
      let open = 0
      for (const id of ids) {
        const isOpen = seller.control.order(id)?.fulfillment?.fulfillmentStatus === 'UNSHIPPED'
        if (isOpen) open += 2
        const order = await orderOf(seller, id)
        if (isOpen) expect(order?.stage).toBe('Shipping Department')
        else expect(order?.stage ?? (await endOf(seller, id))).toMatch(/^(Rejected|skipped)/)
        expect(order?.events.filter(({ kind }) => kind === 'order.placed').length ?? 0).toBeLessThanOrEqual(1)
      }
      const allocated = Object.values(await stockOf(seller, 'MUG-BLUE')).reduce(
        (sum, [, reserved]) => sum + reserved,
        0,
      )
      expect(allocated).toBe(open)
      const owner = seller.database.ownerPool()
      const left = await owner.query(
        `select count(*)::int as n from millrace.hinted_orders where next_at <= to_timestamp($1)`,
        [(seller.deps.now() - 5 * SECOND) / 1000],
      )
      expect(left.rows[0].n).toBe(0)
    }),
    { numRuns: 3 },
  )
})
