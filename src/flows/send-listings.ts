import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import { BRAKE, brake } from '#core/inventory/brake.ts'
import { type DueSku, dueSkus } from '#core/inventory/due-changes.ts'
import type { Switches } from '#core/inventory/sku-field.ts'
import { MOST_BY_CALL, waysToSend } from '#core/inventory/ways-to-send.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { ListingToChange } from '#store/sending.ts'
import type { DueField } from '#store/sku-fields.ts'
import { changeListing } from './change-listing.ts'
import type { Deps, Tx } from './deps.ts'
import { walkCycle } from './walk-cycle.ts'

type Again = { again: number | null }

const MINUTE = 60_000
const CALLS_A_RUN = 50
const READ_BACK_AFTER = 5 * MINUTE

/**
 * Tells Amazon stock and prices of one connection: a step of the cycle whose hour has come (I1), then what is due, the urgent first
 * (I8, I10, I11). A few calls a run, each written down at once, so that a run that dies repeats one call at most.
 */
export async function sendListings(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  const due = await deps.transaction(merchant, 'app', (tx) => prepare(deps, tx, subject as ConnectionId))
  if (!due) return { again: null }
  for (const sku of due.calls.slice(0, CALLS_A_RUN)) {
    const changed = await changeListing(deps, { connection: due.connection, ...due.of(sku) })
    if (changed.end === 'wait') return { again: changed.readyAt }
    if (changed.end === 'away') return away(deps, { merchant, connection: due.connection, found: changed.problem })
    await record(deps, { merchant, connection: due.connection, sku, changed })
  }
  const more = due.calls.length > CALLS_A_RUN || due.more
  return { again: more ? deps.now() : await ended(deps, { merchant, connection: due.connection, nextAt: due.nextAt }) }
}

type Due = {
  readonly connection: Connection
  readonly calls: readonly DueSku<DueField>[]
  readonly more: boolean
  readonly nextAt: number
  of(sku: DueSku<DueField>): { readonly fields: readonly DueField[]; readonly listings: readonly ListingToChange[] }
}

/** Looks at what the hour asks for, then decides what goes now and how; null when this connection sends nothing (I14). */
async function prepare(deps: Deps, tx: Tx, id: ConnectionId): Promise<Due | null> {
  const connection = await tx.store.findConnection(id)
  const sending = await tx.store.readSwitches(id)
  if (!connection || !sending || (!sending.stock && !sending.price)) return null
  const { more, nextAt } = await walkCycle(deps, tx, { connection, sending })
  const fields = (await tx.store.dueFields({ connection: id, limit: MOST_BY_CALL + 1 })).filter(({ field }) =>
    field === 'stock' ? sending.stock : sending.price,
  )
  const listings = groupBySku(
    await tx.store.listingsOf({ connection: id, skus: [...new Set(fields.map(({ sellerSku }) => sellerSku))] }),
  )
  const live = new Map(
    [...listings].map(([sku, list]) => [sku, list.find((l) => l.quantity !== null)?.quantity ?? null]),
  )
  const go = await braked(deps, tx, { connection: id, sending, skus: dueSkus(fields, live) })
  const ways = waysToSend(go, { feedInFlight: false })
  return {
    connection,
    calls: withFields([...ways.calls, ...ways.feed]),
    more,
    nextAt,
    of: (sku) => ({ fields: sku.fields, listings: listings.get(sku.sellerSku) ?? [] }),
  }
}

/** A change that goes without its stock, or without its price, takes only those fields along (I8). */
const withFields = (changes: readonly ReturnType<typeof waysToSend>['calls'][number][]): readonly DueSku<DueField>[] =>
  (changes as readonly DueSku<DueField>[]).map((change) => ({
    ...change,
    fields: change.fields.filter(({ field }) => (field === 'stock' ? change.quantity !== null : change.price)),
  }))

/** Stops what the brake stops, and says so (I12). */
async function braked(
  deps: Deps,
  tx: Tx,
  { connection, sending, skus }: { connection: ConnectionId; sending: Switches; skus: readonly DueSku<DueField>[] },
): Promise<readonly DueSku<DueField>[]> {
  const now = deps.now()
  const facts = await tx.store.brakeFacts({ connection, since: now - BRAKE.minutes * MINUTE })
  const { go, stopped, counted } = brake(skus, { ...facts, braked: sending.brakedAt !== null })
  if (stopped.length === 0) return go
  const told = { counted, sent: facts.sentSkus, stopped: stopped.length }
  await tx.store.pullBrake({ connection, facts: told, at: now })
  await tx.store.noteProblem({ connection, problem: problem('brake-pulled', { ...told, connection }), at: now })
  return go
}

type Ended = { readonly merchant: MerchantId; readonly connection: Connection }

async function record(
  deps: Deps,
  {
    merchant,
    connection,
    sku,
    changed,
  }: Ended & { sku: DueSku<DueField>; changed: Awaited<ReturnType<typeof changeListing>> },
): Promise<void> {
  if (changed.end !== 'accepted' && changed.end !== 'refused') return
  const at = deps.now()
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.recordSent({
      connection: connection.id,
      sellerSku: sku.sellerSku,
      fields: sku.fields.map(({ marketplaceId, field, desired, version }) => ({
        marketplaceId,
        field,
        value: desired,
        version,
        counts: !sku.causedByOrders && (field === 'price' ? sku.changesPrice : sku.toZero),
      })),
      state: changed.end,
      problem: changed.end === 'refused' ? changed.problem : null,
      at,
      readAgainAt: at + READ_BACK_AFTER,
      who: 'program',
    })
    if (changed.end === 'accepted') await tx.wake('listing-results', connection.id, at + READ_BACK_AFTER)
  })
}

const TRY_AGAIN_AFTER = 2 * MINUTE

/** Amazon is away, or does not let us in: said once for the connection, and tried again; nothing is lost by it. */
async function away(deps: Deps, { merchant, connection, found }: Ended & { readonly found: Problem }): Promise<Again> {
  const at = deps.now()
  await deps.transaction(merchant, 'app', (tx) =>
    tx.store.noteProblem({ connection: connection.id, subject: 'listings', problem: found, at }),
  )
  return { again: at + TRY_AGAIN_AFTER }
}

async function ended(deps: Deps, { merchant, connection, nextAt }: Ended & { nextAt: number }): Promise<number> {
  await deps.transaction(merchant, 'app', (tx) => tx.store.endCycles({ connection: connection.id, at: deps.now() }))
  return nextAt
}

function groupBySku(rows: readonly ListingToChange[]): ReadonlyMap<SellerSku, readonly ListingToChange[]> {
  const groups = new Map<SellerSku, ListingToChange[]>()
  for (const row of rows) groups.set(row.sellerSku, [...(groups.get(row.sellerSku) ?? []), row])
  return groups
}
