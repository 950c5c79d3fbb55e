import type { NotedMerchantAct } from './acts.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

/** From how much on something is unusual. */
export const UNUSUAL = {
  /** Orders opened one by one, by one person in a day. */
  reveals: 30,
  /** Of them orders that left a week ago or longer. */
  shipped: 10,
  /** Refused tries of one person or key in an hour. */
  refused: 10,
} as const
const LONG_SHIPPED_DAYS = 7

/** What looks like misuse, and what it is about; the same is one alarm. */
export type RaisedAlarm = {
  readonly kind: 'canary-opened' | 'many-reveals' | 'shipped-opened' | 'refused-tries' | 'refused-calls'
  readonly subject: string
  readonly facts: Readonly<Record<string, string | number>>
}

const ALARMS: Readonly<Record<RaisedAlarm['kind'], string>> = {
  'canary-opened': '{who} opened order {order}, which nobody has a reason to open.',
  'many-reveals': '{who} opened the buyer data of {count} orders one by one within a day.',
  'shipped-opened': '{who} opened the buyer data of {count} orders that had left a week before or longer.',
  'refused-tries': '{who} was refused buyer data {count} times within an hour.',
  'refused-calls': '{who} was refused {count} calls of the API within an hour.',
}

/** What an alarm is about, as a person reads it. */
export const tellAlarm = ({ kind, facts }: RaisedAlarm): string =>
  ALARMS[kind].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'))

const OPENED = new Set(['revealed', 'printed', 'exported', 'export-fetched', 'handed-over', 'searched'])
const REFUSED = new Set(['reveal-refused', 'search-refused'])

/** Finds in what people did with buyer data what is unusual (D42). Rows of the last day; looking again finds the same. */
export function lookForAlarms(
  acts: readonly NotedMerchantAct[],
  { canaries, now }: { readonly canaries: ReadonlySet<number>; readonly now: number },
): readonly RaisedAlarm[] {
  const lastDay = acts.filter(({ at }) => at > now - DAY)
  const opened = lastDay.flatMap((row) =>
    OPENED.has(row.act) ? (row.orders ?? []).map((order) => ({ row, order })) : [],
  )
  const alarms: RaisedAlarm[] = opened
    .filter(({ order }) => canaries.has(order))
    .map(({ row, order }) => ({
      kind: 'canary-opened',
      subject: `${order} ${row.who} ${dayOf(row.at)}`,
      facts: { who: row.who, order, act: row.act },
    }))
  // A shipping run is a day of packing: it has its own limit, the orders that wait.
  const revealed = opened.filter(({ row }) => row.act === 'revealed' && row.facts?.way !== 'run')
  const shipped = revealed.filter(({ row }) => Number(row.facts?.daysAfterShipment ?? -1) >= LONG_SHIPPED_DAYS)
  const refused = lastDay.filter(({ act, at }) => REFUSED.has(act) && at > now - HOUR)
  alarms.push(...many('many-reveals', revealed, UNUSUAL.reveals), ...many('shipped-opened', shipped, UNUSUAL.shipped))
  const tries = refused.map((row, index) => ({ row, order: index }))
  return [...alarms, ...many('refused-tries', tries, UNUSUAL.refused)]
}

type Opened = { readonly row: NotedMerchantAct; readonly order: number }

/** One alarm for each person with so many different orders, on the day of the last. */
function many(kind: RaisedAlarm['kind'], opened: readonly Opened[], from: number): RaisedAlarm[] {
  return [...new Set(opened.map(({ row }) => row.who))].flatMap((who) => {
    const rows = opened.filter(({ row }) => row.who === who)
    const count = new Set(rows.map(({ order }) => order)).size
    const last = Math.max(...rows.map(({ row }) => row.at))
    return count < from ? [] : [{ kind, subject: `${who} ${dayOf(last)}`, facts: { who, count } }]
  })
}

/** The number of the day in UTC: enough to tell one from the next. */
const dayOf = (at: number): number => Math.floor(at / DAY)
