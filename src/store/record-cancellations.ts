import type { MerchantId } from '#core/ids.ts'
import type { CancellationStep } from '#core/orders/cancellation-request.ts'
import type { Stage } from '#core/orders/stage.ts'
import { problem } from '#core/problems.ts'
import type { Tx } from './db.ts'
import type { ImportRecord } from './import-record.ts'

type Step = { readonly orderId: number; readonly stageBefore: Stage | null; readonly step: CancellationStep }

/** Records what a page of news means for cancellations, and for the words to Amazon about them (O16, S4). */
export async function recordCancellations(tx: Tx, merchant: MerchantId, record: ImportRecord): Promise<void> {
  const steps = stepsOf(record)
  if (steps.length === 0) return
  const asked = steps.flatMap(({ orderId, stageBefore, step }) =>
    step.kind === 'asked'
      ? [{ order_id: orderId, number: step.number, lines: step.lines, stage_before: stageBefore }]
      : [],
  )
  const others = steps.flatMap(({ orderId, step }) => {
    if (step.kind === 'asked') return []
    const lines = step.kind === 'joined' ? step.lines : null
    return [{ order_id: orderId, number: step.number, kind: step.kind, lines }]
  })
  const ended = others.filter(({ kind }) => kind === 'cancelled' || kind === 'shipped' || kind === 'too-late')
  await Promise.all([
    asked.length > 0 && tx.query(REPLACE, [merchant, JSON.stringify(asked), record.at]),
    asked.length > 0 && tx.query(ASK, [merchant, JSON.stringify(asked), record.at]),
    others.length > 0 && tx.query(FOLLOW, [merchant, JSON.stringify(others), record.at]),
    ended.length > 0 && tx.query(END, [merchant, JSON.stringify(ended), record.at, TOO_LATE]),
  ])
}

function stepsOf({ decided, orderIds }: ImportRecord): readonly Step[] {
  return decided.flatMap(({ outcome, placed }): Step[] => {
    if (outcome.kind === 'updated' && outcome.change.cancellation)
      return [{ orderId: outcome.orderId, stageBefore: placed?.stage ?? null, step: outcome.change.cancellation }]
    if (outcome.kind !== 'placed' || !outcome.order.cancellation) return []
    const orderId = orderIds.get(outcome.order.amazon.id)
    if (orderId === undefined) throw new Error('An order has no number.')
    return [{ orderId, stageBefore: null, step: outcome.order.cancellation }]
  })
}

const REPLACE = `
update millrace.cancellations c set state = 'replaced', ended_at = to_timestamp($3::float8 / 1000)
from json_to_recordset($2::json) as a (order_id bigint)
where c.merchant_id = $1 and c.order_id = a.order_id and c.state in ('open', 'cancel')`

/** An order that stands on Hold for the request before goes back to where that one found it. */
const ASK = `
insert into millrace.cancellations (merchant_id, order_id, request_number, lines, state, stage_before, asked_at)
select $1, a.order_id, a.number, a.lines, 'open', coalesce((select c.stage_before from millrace.cancellations c
    where c.merchant_id = $1 and c.order_id = a.order_id and c.request_number = a.number - 1 and c.state = 'replaced'), a.stage_before),
  to_timestamp($3::float8 / 1000)
from json_to_recordset($2::json) as a (order_id bigint, number integer, lines text[], stage_before text)`

const FOLLOW = `
update millrace.cancellations c set
  gone_at = case when f.kind = 'gone' then to_timestamp($3::float8 / 1000) when f.kind in ('back', 'joined') then null else c.gone_at end,
  state = case when f.kind in ('cancelled', 'shipped') then f.kind else c.state end,
  lines = coalesce(f.lines, c.lines), by_merchant = c.by_merchant and f.kind <> 'joined',
  ended_at = case when f.kind in ('cancelled', 'shipped') then to_timestamp($3::float8 / 1000) end
from json_to_recordset($2::json) as f (order_id bigint, number integer, kind text, lines text[])
where c.merchant_id = $1 and c.order_id = f.order_id and c.request_number = f.number`

const TOO_LATE = JSON.stringify(problem('cancelled-too-late'))

/** Amazon shows CANCELLED: the word to cancel has done its work. It shows the order shipped instead: the word is refused (O16, S4). */
const END = `
update millrace.outbox b set state = case e.kind when 'cancelled' then 'settled' else 'refused' end,
  settled_at = case e.kind when 'cancelled' then to_timestamp($3::float8 / 1000) end, settled_by = case e.kind when 'cancelled' then 'sweep' end,
  problem = case e.kind when 'cancelled' then null else $4::jsonb end
from json_to_recordset($2::json) as e (order_id bigint, kind text)
where b.merchant_id = $1 and b.kind = 'cancellation' and b.order_id = e.order_id and b.state not in ('settled', 'removed')`
