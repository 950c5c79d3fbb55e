import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { type Arrivals, NO_ARRIVALS } from '#core/orders/arrivals.ts'
import type { Parts } from '#core/orders/missing-parts.ts'
import type { Look } from '#core/orders/next-look.ts'
import type { SearchParams } from '#core/orders/search-window.ts'
import type { Tx } from './db.ts'

/** Where the sweep of one connection stands; instants in epoch ms (O1). */
export type Sweep = {
  readonly watermark: number
  readonly windowTo: number | null
  readonly nextToken: string | null
  readonly tokenAt: number | null
  readonly params: SearchParams | null
  readonly droppedDatasets: readonly DroppedDataset[]
  /** Amazon's clock minus ours, ms. */
  readonly clockOffset: number
  /** When the window that is open was begun, by our clock (S4). */
  readonly begunAt: number | null
  /** When this seller's orders come. */
  readonly arrivals: Arrivals
  /** When Amazon is asked next, and why then; null before the first whole window. */
  readonly look: Look | null
  /** Rises with every run; a late run can no longer write. */
  readonly fence: number
}

/** A dataset that Amazon refused: since when, and from which watermark orders are read again once it works. */
export type DroppedDataset = { readonly dataset: string; readonly since: number; readonly watermark: number }

/** What one run changes of its sweep. */
export type SweepChange = Omit<Sweep, 'fence'> & { readonly completedAt: number | null }

type Row = {
  watermark: number
  window_to: number | null
  next_token: string | null
  token_at: number | null
  params: SearchParams | null
  dropped_datasets: DroppedDataset[]
  clock_offset: number
  begun_at: number | null
  arrivals: StoredArrivals | null
  look: Look | null
  fence: number
}

/** Pairs of orders and minutes by the hour, then orders, usual orders and minutes of late: short, since it is written with each sweep. */
type StoredArrivals = readonly (readonly number[])[]

const hoursToStore = (hours: Arrivals['hours']): StoredArrivals => hours.map(({ orders, minutes }) => [orders, minutes])

const toStore = ({ hours, lately }: Arrivals): StoredArrivals => [
  ...hoursToStore(hours),
  [lately.orders, lately.usual, lately.minutes],
]

function fromStored(stored: StoredArrivals | null): Arrivals {
  if (!stored) return NO_ARRIVALS
  const [lateOrders = 0, usual = 0, lateMinutes = 0] = stored[24] ?? []
  const hours = stored.slice(0, 24).map(([orders = 0, minutes = 0]) => ({ orders, minutes }))
  return { hours, lately: { orders: lateOrders, usual, minutes: lateMinutes } }
}

/** Takes the sweep for one run: its state, with a new fence. Null when importing was never started. */
export async function claimSweep(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Sweep | null> {
  const [row] = await tx.query<Row>(
    `update millrace.sweeps set fence = fence + 1 where merchant_id = $1 and connection_id = $2
     returning watermark, window_to, next_token, token_at, params, dropped_datasets, clock_offset, begun_at, arrivals, look, fence`,
    [merchant, connection],
  )
  if (!row) return null
  return {
    watermark: row.watermark,
    windowTo: row.window_to,
    nextToken: row.next_token,
    tokenAt: row.token_at,
    params: row.params,
    droppedDatasets: row.dropped_datasets,
    clockOffset: row.clock_offset,
    begunAt: row.begun_at,
    arrivals: fromStored(row.arrivals),
    look: row.look,
    fence: row.fence,
  }
}

/** The datasets that Amazon refuses a connection at the moment (O1). */
export async function refusedDatasets(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Parts> {
  const [row] = await tx.query<Pick<Row, 'dropped_datasets'>>(
    'select dropped_datasets from millrace.sweeps where merchant_id = $1 and connection_id = $2',
    [merchant, connection],
  )
  return (row?.dropped_datasets ?? []).map(({ dataset }) => dataset)
}

/** True while no later run has taken over the sweep; it is then held until the transaction ends. */
export async function holdSweep(
  tx: Tx,
  merchant: MerchantId,
  run: { connection: ConnectionId; fence: number },
): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from millrace.sweeps where merchant_id = $1 and connection_id = $2 and fence = $3 for update',
    [merchant, run.connection, run.fence],
  )
  return rows.length === 1
}

/** `arrivals`: as the run read them, where it learned others. */
type SweepMove = {
  readonly connection: ConnectionId
  readonly fence: number
  readonly change: SweepChange
  readonly arrivals?: Arrivals
}

/** Writes what a run found out, unless a later run has taken over; says whether it was written. Hours that a report told meanwhile stay. */
export async function moveSweep(tx: Tx, merchant: MerchantId, move: SweepMove): Promise<boolean> {
  const c = move.change
  const rows = await tx.query(
    `update millrace.sweeps set watermark = to_timestamp($4::float8 / 1000), window_to = to_timestamp($5::float8 / 1000), next_token = $6,
       token_at = to_timestamp($7::float8 / 1000), params = $8, dropped_datasets = $9, clock_offset = $10,
       completed_at = coalesce(to_timestamp($11::float8 / 1000), completed_at), begun_at = to_timestamp($12::float8 / 1000),
       arrivals = case when arrivals is null or arrivals - 24 = $15::jsonb then $13::jsonb else arrivals end, look = $14
     where merchant_id = $1 and connection_id = $2 and fence = $3 returning 1`,
    [
      merchant,
      move.connection,
      move.fence,
      c.watermark,
      c.windowTo,
      c.nextToken,
      c.tokenAt,
      c.params && JSON.stringify(c.params),
      JSON.stringify(c.droppedDatasets),
      c.clockOffset,
      c.completedAt,
      c.begunAt,
      JSON.stringify(toStore(c.arrivals)),
      c.look && JSON.stringify(c.look),
      JSON.stringify(hoursToStore((move.arrivals ?? c.arrivals).hours)),
    ],
  )
  return rows.length === 1
}

/** When orders of a connection come, as far as it is known; held until the transaction ends. */
export async function readArrivals(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Arrivals> {
  const [row] = await tx.query<Pick<Row, 'arrivals'>>(
    'select arrivals from millrace.sweeps where merchant_id = $1 and connection_id = $2 for update',
    [merchant, connection],
  )
  return fromStored(row?.arrivals ?? null)
}

/** Writes at which hours orders come; what came of late stays. */
export const saveHours = (
  tx: Tx,
  merchant: MerchantId,
  { connection, hours }: { readonly connection: ConnectionId; readonly hours: Arrivals['hours'] },
) =>
  tx.query(
    `update millrace.sweeps set arrivals = $3::jsonb || jsonb_build_array(arrivals -> 24) where merchant_id = $1 and connection_id = $2`,
    [merchant, connection, JSON.stringify(hoursToStore(hours))],
  )

/** Opens the sweep of a connection at a watermark; an existing one stays where it is. */
export async function openSweep(
  tx: Tx,
  merchant: MerchantId,
  sweep: { connection: ConnectionId; watermark: number },
): Promise<void> {
  await tx.query(
    `insert into millrace.sweeps (merchant_id, connection_id, watermark) values ($1, $2, to_timestamp($3::float8 / 1000)) on conflict do nothing`,
    [merchant, sweep.connection, sweep.watermark],
  )
}

/** Records a fetched page and gives it a number; its content goes into the vault in the same transaction (O1). */
export async function addPage(
  tx: Tx,
  merchant: MerchantId,
  page: { connection: ConnectionId; orders: number; fetchedAt: number; leftOut?: Parts; importId?: number },
): Promise<number> {
  const [row] = await tx.query<{ page_id: number }>(
    `insert into millrace.pages (merchant_id, connection_id, orders, fetched_at, left_out, import_id) values ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, $6) returning page_id`,
    [merchant, page.connection, page.orders, page.fetchedAt, [...(page.leftOut ?? [])], page.importId ?? null],
  )
  if (!row) throw new Error('The page was not stored.')
  return row.page_id
}

/** A stored page: whose it is, what it was asked without, and the import of a file that it is part of, if it is (O1, H1). */
export type StoredPage = {
  readonly pageId: number
  readonly connection: ConnectionId
  readonly leftOut: Parts
  readonly importId: number | null
}

const PAGE = 'page_id as "pageId", connection_id as connection, left_out as "leftOut", import_id as "importId"'

/** The oldest page after the given one that waits, locked until the transaction ends, or null. */
export async function nextPage(tx: Tx, merchant: MerchantId, after: number): Promise<StoredPage | null> {
  const [row] = await tx.query<StoredPage>(
    `select ${PAGE} from millrace.pages where merchant_id = $1 and page_id > $2 order by page_id limit 1 for update`,
    [merchant, after],
  )
  return row ?? null
}

/** The page with this number, or null when it is gone. */
export async function findPage(tx: Tx, merchant: MerchantId, pageId: number): Promise<StoredPage | null> {
  const [row] = await tx.query<StoredPage>(
    `select ${PAGE} from millrace.pages where merchant_id = $1 and page_id = $2`,
    [merchant, pageId],
  )
  return row ?? null
}

/** Forgets pages; their sealed content goes with them. */
export const removePages = (tx: Tx, merchant: MerchantId, pageIds: readonly number[]) =>
  tx.query('delete from millrace.pages where merchant_id = $1 and page_id = any($2::bigint[])', [merchant, pageIds])

/** Pages that have waited since before an instant (O1: after 24 h an alarm). */
export async function overduePages(tx: Tx, merchant: MerchantId, before: number) {
  return tx.query<{ page_id: number; connection_id: ConnectionId; orders: number; fetched_at: number }>(
    `select page_id, connection_id, orders, fetched_at from millrace.pages
     where merchant_id = $1 and fetched_at < to_timestamp($2::float8 / 1000) order by page_id limit 100`,
    [merchant, before],
  )
}

/** Where the sweeps of a merchant stand: when the last one ended, when the next is due (epoch ms), and why then. */
export function lastSweeps(tx: Tx, merchant: MerchantId) {
  return tx.query<{
    connection: ConnectionId
    watermark: number
    completedAt: number | null
    nextAt: number | null
    look: Look | null
  }>(
    `select s.connection_id as connection, s.watermark, s.completed_at as "completedAt", d.at as "nextAt", s.look
     from millrace.sweeps s left join deployment.due d
       on d.merchant_id = s.merchant_id and d.kind = 'sweep-orders' and d.subject = s.connection_id
     where s.merchant_id = $1 order by s.connection_id`,
    [merchant],
  )
}
