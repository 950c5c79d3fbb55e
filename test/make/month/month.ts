import type { Pool } from '#store/db.ts'
import { DAY, HOUR, MINUTE } from '../seller.ts'
import { findLeftOvers, judgeMonth } from './judge.ts'
import { unnoticedLies } from './lies.ts'
import { agrees, live } from './life.ts'
import { drawMishap } from './mishaps.ts'
import { type Month, type MonthPlan, openMonth } from './open-month.ts'
import { takeTurn } from './take-turn.ts'

/** After so many days nothing is left of a buyer whose order has ended. */
const KEPT = 33

/** What came of a month; `wrong` must be empty. `trace` is the same whenever the same plan is played. */
export type MonthPlayed = {
  readonly wrong: readonly string[]
  readonly mishaps: Readonly<Record<string, number>>
  readonly calls: Readonly<Record<string, number>>
  readonly orders: number
  readonly packages: number
  readonly refunds: number
  readonly cancellations: number
  readonly files: number
  readonly trace: string
}

/** Plays a month in which everything breaks that may, at places drawn from the seed, and judges what is left. */
export async function playMonth(plan: MonthPlan): Promise<MonthPlayed> {
  const month = await openMonth(plan)
  try {
    await passMonth(month, plan)
    const unsettled = await settle(month)
    const wrong = [...unsettled, ...(await judgeMonth(month)), ...(await unnoticedLies(month))]
    await passQuietly(month, KEPT * DAY, DAY)
    wrong.push(...(await findLeftOvers(month)), ...month.odd)
    const { ledger } = month
    return {
      wrong,
      mishaps: Object.fromEntries(month.counts.mishaps),
      calls: Object.fromEntries(month.counts.calls),
      orders: ledger.orders.size,
      packages: ledger.packed.size,
      refunds: ledger.refunded.size,
      cancellations: ledger.cancelled.size,
      files: ledger.files,
      trace: month.trace.join('\n'),
    }
  } finally {
    await month.close()
  }
}

/** The month itself: leaps of hours, and stretches in which every moment that is due is worked on. */
async function passMonth(month: Month, { days }: MonthPlan): Promise<void> {
  const { begins, control, chance, life, weather } = month
  weather.isFaulty = true
  let next: number | null = null
  for (let closely = 0; control.now() < begins + days * DAY; closely -= 1) {
    await live(life, (control.now() - begins) / (days * DAY))
    next = await takeTurn(month, drawMishap(chance))
    await tidyUp(month)
    if (closely <= 0 && chance.fraction() < 0.06) closely = 12
    const leap = closely > 0 ? chance.whole(1, 20) * MINUTE : chance.whole(2, 9) * HOUR
    const due = closely > 0 && next !== null ? Math.max(next - control.now(), 1000) : leap
    control.advance(Math.min(due, leap))
  }
  weather.isFaulty = false
}

/** Lets a sound worker come to the end of what is left; gives what is not at its end even so. */
async function settle(month: Month): Promise<readonly string[]> {
  for (let round = 0; round < 20; round++) {
    // Feeds and reports are worked on in minutes, cycles begin hourly, and what no list showed is found at night.
    await agrees(month.life)
    await passQuietly(month, 30 * MINUTE, 5 * MINUTE)
    await passQuietly(month, 6 * HOUR, 3 * HOUR)
    if ((await unsettled(month.owner)).length === 0 && round > 3) return []
  }
  return unsettled(month.owner)
}

async function passQuietly(month: Month, ms: number, step: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += step) {
    month.control.advance(step)
    await takeTurn(month, null)
    await tidyUp(month)
  }
}

/** Autovacuum goes by the real clock; what it does is done once in so many turns, since with many SKUs each night writes every row of their listings. */
async function tidyUp({ trace, owner }: Month): Promise<void> {
  if (trace.length % 20 === 0) await owner.query('vacuum')
}

async function unsettled(owner: Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ what: string }>(
    `select 'a page waits' as what from millrace.pages
     union all select 'a window is open' from millrace.sweeps where window_to is not null
     union all select 'going up: ' || kind || ' ' || state || ' ' || coalesce(problem->>'code', '') from millrace.outbox where state <> 'settled'
     union all select 'a file is ' || state from millrace.imports where state in ('reading', 'columns', 'applying', 'failed')
     union all select 'a submission is open: ' || kind || ' ' || state from millrace.submissions where ended_at is null
     union all select 'a field is ' || state || ': ' || seller_sku || ' ' || field from millrace.sku_fields where state not in ('confirmed')
     union all select 'failing: ' || kind || ' ' || coalesce(last_error, '') from deployment.due where failures > 0`,
  )
  return rows.map(({ what }) => what)
}
