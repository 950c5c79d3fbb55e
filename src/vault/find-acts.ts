import type { AuditChain } from './audit-chain.ts'

/** Which acts are wanted; instants are epoch ms and included. What is left out is not asked for. */
export type ActsWanted = {
  /** In the deployment's audit: only what was done about this merchant. */
  readonly merchant?: string | undefined
  readonly who?: string | undefined
  readonly act?: string | undefined
  readonly order?: number | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Rows after the first of these numbers, up to the second. */
  readonly rows?: readonly [after: number, through: number] | undefined
  /** Older than this one. */
  readonly before?: { readonly at: number; readonly seq: number } | undefined
  readonly limit: number
}

/** A row as it lies there; epoch ms. */
export type FoundRow = { readonly seq: number; readonly at: number; readonly content: string }

const instant = (at: number) => (bind: Bind) => `to_timestamp(${bind(at)}::float8 / 1000)`
type Bind = (value: unknown) => string

/** Acts of people and programs, the newest first; accesses of machines are left out. Each filter has its index, whatever the size (U6). */
export function findActs({ tx, place, owner }: AuditChain, wanted: ActsWanted): Promise<FoundRow[]> {
  const params: unknown[] = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const { merchant, who, act, order, from, to, rows, before } = wanted
  const conditions = [
    `${place.owner} = ${bind(owner)}`,
    'who is not null',
    ...(merchant === undefined ? [] : [`merchant_id = ${bind(merchant)}`]),
    ...(who === undefined ? [] : [`who = ${bind(who)}`]),
    ...(act === undefined ? [] : [`act = ${bind(act)}`]),
    ...(order === undefined ? [] : [ofOrder(bind, owner, order)]),
    ...(from === undefined ? [] : [`at >= ${instant(from)(bind)}`]),
    ...(to === undefined ? [] : [`at <= ${instant(to)(bind)}`]),
    ...(rows === undefined ? [] : [`seq > ${bind(rows[0])} and seq <= ${bind(rows[1])}`]),
    ...(before === undefined ? [] : [`(at, seq) < (${instant(before.at)(bind)}, ${bind(before.seq)}::bigint)`]),
  ]
  return tx.query<FoundRow>(
    `select seq, at, content from ${place.rows} where ${conditions.join(' and ')} order by at desc, seq desc limit ${bind(wanted.limit)}`,
    params,
  )
}

const ofOrder = (bind: Bind, owner: string, order: number): string =>
  `seq = any(array(select seq from millrace.audit_orders where merchant_id = ${bind(owner)} and order_id = ${bind(order)}))`

/** Who stands in an audit, by name; each name is one step on an index, however many rows it has (U6). */
export async function namesIn({ tx, place, owner }: AuditChain, merchant?: string): Promise<string[]> {
  const column = merchant === undefined ? place.owner : 'merchant_id'
  const rows = await tx.query<{ who: string }>(
    `with recursive names as (
       (select who from ${place.rows} where ${column} = $1 and who is not null order by who limit 1)
       union all
       select (select a.who from ${place.rows} a where a.${column} = $1 and a.who is not null and a.who > n.who order by a.who limit 1) from names n
       where n.who is not null)
     select who from names where who is not null limit $2`,
    [merchant ?? owner, MOST_NAMES],
  )
  return rows.map(({ who }) => who)
}
const MOST_NAMES = 500

/** How many acts of each kind stand in these rows. */
export async function countActs(
  { tx, place, owner }: AuditChain,
  [after, through]: readonly [after: number, through: number],
): Promise<Record<string, number>> {
  const rows = await tx.query<{ act: string; n: number }>(
    `select act, count(*) as n from ${place.rows} where ${place.owner} = $1 and who is not null and seq > $2 and seq <= $3 group by act order by act`,
    [owner, after, through],
  )
  return Object.fromEntries(rows.map(({ act, n }) => [act, n]))
}
