import { z } from 'zod'
import { KEPT_STATES } from '#core/authorization/authorization-state.ts'
import { FIELD_STATES } from '#core/inventory/next-sending.ts'
import { LOOK_REASONS, type Look, tellLook } from '#core/orders/next-look.ts'
import { instant, writeInstant, writeInstantOrNull } from './parts.ts'

const SECONDS_OF_A_DAY = 86_400
const count = z.int()
const fields = z
  .partialRecord(z.enum(FIELD_STATES), count)
  .describe('SKUs by state; of the confirmed ones those of today. A state without any is left out.')

const connection = z
  .object({
    id: z.string(),
    region: z.enum(['na', 'eu', 'fe']),
    state: z.enum(KEPT_STATES),
    importing: z.boolean(),
    startedAt: instant.nullable(),
    lapsesOn: z.string().nullable().describe('The last day of the authorization; null: it has no end.'),
    secretLapsesOn: z.string().nullable().describe("The last day of the application's secret; null: not known."),
    look: z
      .object({
        minutes: z.number().describe('Amazon is asked for orders after so many minutes.'),
        because: z.enum(LOOK_REASONS),
        why: z.string().describe('Why, in one sentence.'),
        nextAt: instant.nullable().describe('When it is asked next.'),
      })
      .nullable()
      .describe('How often Amazon is asked for orders now; null: not asked yet, or not importing.'),
    lastSweepAt: instant.nullable().describe('When Amazon was last asked for orders, to the end.'),
    deletesAt: instant.nullable().describe('When what Amazon gave is deleted, where the authorization has ended.'),
  })
  .meta({ id: 'TodayConnection' })

const spent = z
  .object({
    connection: z.string(),
    operation: z.string(),
    today: count.describe('Calls of today (UTC).'),
    throttled: count,
    failed: count,
    left: count.nullable().describe('How many more may come at once now; null: not known.'),
    burst: z.number().nullable().describe('How many may come at once at most.'),
    aDay: count.nullable().describe('How many a day the quota lets through; null: not known.'),
    secondsEach: z.number().nullable().describe('After so many seconds there is one more.'),
  })
  .meta({ id: 'TodayCalls' })

/** All numbers of the merchant's day. */
export const todayReply = z
  .object({
    day: z.string().describe("The merchant's day, `YYYY-MM-DD`."),
    from: instant.describe('Its first instant.'),
    at: instant,
    orders: z.object({
      any: z.boolean().describe('False before the first order.'),
      placed: count.describe('Buyers placed them today, and they are here.'),
      arrived: count.describe('Came since midnight: imported, pending or held.'),
      held: count.describe('Wait in the Error Log.'),
      heldToday: count.describe('Of these, came since midnight.'),
      late: count.describe('In Shipping Department, past their deadline.'),
      dueToday: count.describe('In Shipping Department, due before midnight.'),
      refused: count.describe('Packages, refunds and cancellations that Amazon refused, or of which nobody knows.'),
    }),
    stages: z.record(z.string(), count).describe('Orders in the stages that somebody works on.'),
    stock: fields,
    price: fields,
    problems: count.describe('Open problems of the connections.'),
    connections: z.array(connection),
    calls: z.array(spent).describe('What was asked of Amazon today, by operation, and what is left.'),
  })
  .meta({ id: 'Today' })

type Counts = z.output<typeof todayReply>['stock']
type Listed = Omit<
  z.output<typeof connection>,
  'startedAt' | 'secretLapsesOn' | 'look' | 'lastSweepAt' | 'deletesAt'
> & {
  readonly sellingPartnerId: string
  readonly startedAt: number | null
  readonly deletion: { readonly at: number } | null
}
type Called = { readonly connectionId: string } & Pick<z.output<typeof spent>, 'operation' | 'throttled' | 'failed'> & {
    readonly calls: number
  }
type Bucket = {
  readonly partner: string
  readonly operation: string
  readonly rate: number
  readonly burst: number
  readonly left: number
  readonly blockedUntil: number | null
}

/** What was counted, as the flow gives it. */
export type CountedToday = Pick<z.output<typeof todayReply>, 'day' | 'orders' | 'problems'> & {
  readonly from: number
  readonly now: number
  readonly stages: Readonly<Record<string, number>>
  readonly fields: readonly {
    readonly field: 'stock' | 'price'
    readonly state: (typeof FIELD_STATES)[number]
    readonly count: number
  }[]
  readonly connections: readonly Listed[]
  readonly sweeps: readonly {
    readonly connection: string
    readonly completedAt: number | null
    readonly nextAt: number | null
    readonly look: Look | null
  }[]
  readonly secrets: readonly { readonly region: string; readonly lapsesOn: string | null }[]
  readonly calls: readonly Called[]
  readonly buckets: readonly Bucket[]
}

/** Writes the numbers of the day. */
export function writeToday(from: CountedToday): z.output<typeof todayReply> {
  const ofField = (field: 'stock' | 'price'): Counts =>
    Object.fromEntries(from.fields.filter((each) => each.field === field).map(({ state, count }) => [state, count]))
  return {
    day: from.day,
    from: writeInstant(from.from),
    at: writeInstant(from.now),
    orders: from.orders,
    stages: { ...from.stages },
    stock: ofField('stock'),
    price: ofField('price'),
    problems: from.problems,
    connections: from.connections.map((each) => writeOne(each, from)),
    calls: from.calls.map((each) => writeCalls(each, from)),
  }
}

function writeOne(
  { id, region, state, importing, startedAt, lapsesOn, deletion }: Listed,
  { sweeps, secrets }: CountedToday,
): z.output<typeof connection> {
  const sweep = sweeps.find((each) => each.connection === id)
  const look = importing && state === 'authorized' ? sweep?.look : null
  return {
    id,
    region,
    state,
    importing,
    startedAt: writeInstantOrNull(startedAt),
    lapsesOn,
    secretLapsesOn: secrets.find((each) => each.region === region)?.lapsesOn ?? null,
    look: look
      ? {
          minutes: look.minutes,
          because: look.because,
          why: tellLook(look),
          nextAt: writeInstantOrNull(sweep?.nextAt ?? null),
        }
      : null,
    lastSweepAt: writeInstantOrNull(sweep?.completedAt ?? null),
    deletesAt: writeInstantOrNull(deletion?.at ?? null),
  }
}

function writeCalls(
  { connectionId, operation, calls, throttled, failed }: Called,
  { connections, buckets }: CountedToday,
): z.output<typeof spent> {
  const partner = connections.find(({ id }) => id === connectionId)?.sellingPartnerId
  const bucket = buckets.find((each) => each.partner === partner && each.operation === operation)
  return {
    connection: connectionId,
    operation,
    today: calls,
    throttled,
    failed,
    left: bucket ? (bucket.blockedUntil === null ? bucket.left : 0) : null,
    burst: bucket?.burst ?? null,
    aDay: bucket ? Math.floor(bucket.rate * SECONDS_OF_A_DAY) : null,
    secondsEach: bucket ? 1 / bucket.rate : null,
  }
}
