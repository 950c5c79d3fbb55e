import type { Connection } from '#core/connection.ts'
import type { ConnectionId, SellerSku } from '#core/ids.ts'
import { BRAKE, brake, counts } from '#core/inventory/brake.ts'
import { type DueSku, dueSkus, isCounted } from '#core/inventory/due-changes.ts'
import type { Switches } from '#core/inventory/sku-field.ts'
import { MOST_BY_CALL, PRICE_FIRST_MS, waysToSend } from '#core/inventory/ways-to-send.ts'
import { problem } from '#core/problems.ts'
import type { DueField } from '#store/due-fields.ts'
import type { ListingToChange } from '#store/sending.ts'
import { listingsBySku } from './change-listing.ts'
import type { Deps, Tx } from './deps.ts'
import { drawListingsFeed } from './draw-listings-feed.ts'

const MINUTE = 60_000
/** What the brake stops is looked at again so often; its release looks at once. */
const BRAKED_FOR = 15 * MINUTE
/** As many fields as one feed may take. */
const FIELDS_A_FEED = 25_000

/** What goes up by call now, each SKU with its listings. */
export type DueCalls = {
  readonly connection: Connection
  readonly calls: readonly DueSku<DueField>[]
  readonly listings: ReadonlyMap<SellerSku, readonly ListingToChange[]>
}

/**
 * Decides what goes up now and how (I8, I11, I12): draws a feed where there is too much for calls and none is in flight, lets rest what
 * waits for its price or for the brake, and gives what goes by call. Null when this connection sends nothing (I14).
 */
export async function decideSending(deps: Deps, tx: Tx, id: ConnectionId): Promise<DueCalls | null> {
  await tx.store.lockSending({ connection: id })
  const connection = await tx.store.findConnection(id)
  const sending = await whatIsSent(tx, id)
  if (!connection || (!sending.stock && !sending.price)) return null
  const now = deps.now()
  const feedInFlight = (await tx.store.openListingsFeed(id)) !== null
  const fields = await whatIsDue(tx, { connection: id, sending, at: now, feedInFlight })
  const skus = [...new Set(fields.map(({ sellerSku }) => sellerSku))]
  const listings = listingsBySku(await tx.store.listingsOf({ connection: id, skus }))
  const live = new Map([...listings].map(([sku, list]) => [sku, liveQuantity(list)]))
  const restocked = fields.flatMap(({ field, sellerSku }) => (field === 'stock' ? [sellerSku] : []))
  const unsettled = sending.price
    ? await tx.store.unsettledPrices({ connection: id, skus: restocked })
    : new Set<SellerSku>()
  const known = { live, unsettled, now }
  const stopped = await stopByBrake(deps, tx, { connection: id, sending, skus: dueSkus(fields, known) })
  const go = dueSkus(
    fields.filter((field) => !stopped.has(field)),
    known,
  )
  const ways = waysToSend(go, { feedInFlight })
  const waiting = ways.waiting.flatMap(({ fields: all }) => all.filter(({ field }) => field === 'stock'))
  await tx.store.restFields({ connection: id, places: waiting, until: now + PRICE_FIRST_MS, waitsSince: now })
  if (ways.feed.length > 0) await drawListingsFeed(deps, tx, { connection, skus: ways.feed.map(withFields), listings })
  return { connection, calls: ways.calls.map(withFields), listings }
}

/** What goes up of a connection now: its switches, and prices only while the Inventory section includes them (I4, I14). */
export async function whatIsSent(tx: Tx, connection: ConnectionId): Promise<Switches> {
  const switches = await tx.store.readSwitches(connection)
  if (!switches) return { stock: false, price: false, brakedAt: null }
  const { includePrice } = await tx.store.readInventorySettings()
  return { ...switches, price: switches.price && includePrice }
}

/** The names of what goes up. */
export const fieldsSent = ({ stock, price }: Pick<Switches, 'stock' | 'price'>): readonly string[] => [
  ...(stock ? ['stock'] : []),
  ...(price ? ['price'] : []),
]

type Wanted = {
  readonly connection: ConnectionId
  readonly sending: Switches
  readonly at: number
  readonly feedInFlight: boolean
}

/** The urgent fields and then the others: as many as a feed takes, or so many that it is known whether calls are enough. */
async function whatIsDue(tx: Tx, { connection, sending, at, feedInFlight }: Wanted): Promise<readonly DueField[]> {
  const of = { connection, fields: fieldsSent(sending), at }
  const limit = feedInFlight ? MOST_BY_CALL + 1 : FIELDS_A_FEED
  const urgent = await tx.store.dueFields({ ...of, urgent: true, limit })
  // A cycle that is not walked yet finds more: until then nobody knows how much there is.
  if ((await tx.store.openCycle(connection)) !== null) return urgent
  return [...urgent, ...(await tx.store.dueFields({ ...of, urgent: false, limit }))]
}

const liveQuantity = (listings: readonly ListingToChange[]): number | null =>
  listings.find(({ quantity }) => quantity !== null)?.quantity ?? null

/** A change that goes without its stock, or without its price, takes only those fields along (I8). */
const withFields = (change: DueSku<DueField>): DueSku<DueField> => ({
  ...change,
  fields: change.fields.filter(({ field }) => (field === 'stock' ? change.quantity !== null : change.price)),
})

type Braking = {
  readonly connection: ConnectionId
  readonly sending: Switches
  readonly skus: readonly DueSku<DueField>[]
}

/** Which fields the brake stops, and says so (I12). */
async function stopByBrake(deps: Deps, tx: Tx, { connection, sending, skus }: Braking): Promise<ReadonlySet<DueField>> {
  if (!skus.some(counts)) return new Set()
  const now = deps.now()
  // While it stands, the hour before it was pulled counts: what was within the limit then goes on, however late.
  const since = (sending.brakedAt ?? now) - BRAKE.minutes * MINUTE
  const facts = await tx.store.brakeFacts({ connection, since })
  const { stopped, counted } = brake(skus, { ...facts, braked: sending.brakedAt !== null })
  if (stopped.length === 0) return new Set()
  const told = { counted, sent: facts.sentSkus, stopped: stopped.length }
  await tx.store.pullBrake({ connection, facts: told, at: now })
  await tx.store.noteProblem({ connection, problem: problem('brake-pulled', { ...told, connection }), at: now })
  const places = stopped.flatMap((sku) => sku.fields.filter((field) => isCounted(sku, field)))
  await tx.store.restFields({ connection, places, until: now + BRAKED_FOR, waitsSince: null })
  return new Set(places)
}
