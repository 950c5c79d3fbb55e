import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { type DueSku, isCounted } from '#core/inventory/due-changes.ts'
import type { Problem } from '#core/problems.ts'
import type { DueField } from '#store/due-fields.ts'
import type { ListingToChange } from '#store/sending.ts'
import { type Changed, changeListing } from './change-listing.ts'
import { decideSending, fieldsSent, whatIsSent } from './decide-sending.ts'
import type { Deps } from './deps.ts'
import { OVER_WITH_AN_ANSWER } from './over-with-page.ts'
import { walkCycle } from './walk-cycle.ts'

type Again = { again: number | null }

const MINUTE = 60_000
const CALLS_A_ROUND = 50
const ROUNDS_A_RUN = 4
const PAGES_A_RUN = 40
const READ_BACK_AFTER = 5 * MINUTE
const TRY_AGAIN_AFTER = 2 * MINUTE
/** A call that is allowed so soon is waited for; later ones are another run's (I11). */
const SOON = 1000

type Of = { readonly merchant: MerchantId; readonly connection: Connection }

/**
 * Tells Amazon stock and prices of one connection: the cycle whose hour has come (I1), then what is due, the urgent first (I8, I10, I11).
 * Each call is written down at once, so that a run that dies repeats one call at most; what is too much for calls goes by feed.
 */
export async function sendListings(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  const id = subject as ConnectionId
  const walk = await walkPages(deps, merchant, id)
  if (!walk) return { again: null }
  let answered = false
  for (let round = 0; round < ROUNDS_A_RUN; round++) {
    const due = await deps.transaction(merchant, 'app', (tx) => decideSending(deps, tx, id))
    if (!due) return { again: null }
    for (const sku of due.calls.slice(0, CALLS_A_ROUND)) {
      const listings = due.listings.get(sku.sellerSku) ?? []
      const stopped = await sendOne(deps, { merchant, connection: due.connection }, { sku, listings })
      if (stopped) return stopped
      answered = true
    }
    if (due.calls.length <= CALLS_A_ROUND)
      return { again: await whenAgain(deps, merchant, { connection: id, walk, answered }) }
  }
  return { again: deps.now() }
}

type Walked = Awaited<ReturnType<typeof walkCycle>>

/** Looks at some pages of the cycle under way; null when this connection sends nothing (I14). */
async function walkPages(deps: Deps, merchant: MerchantId, id: ConnectionId): Promise<Walked | null> {
  let walked: Walked | null = null
  for (let page = 0; page < PAGES_A_RUN; page++) {
    walked = await deps.transaction(merchant, 'app', async (tx) => {
      const connection = await tx.store.findConnection(id)
      const sending = await tx.store.readSwitches(id)
      if (!connection || !sending || (!sending.stock && !sending.price)) return null
      return walkCycle(deps, tx, { connection, sending })
    })
    if (!walked?.more) return walked
  }
  return walked
}

type Sku = { readonly sku: DueSku<DueField>; readonly listings: readonly ListingToChange[] }

/** One call, waited for where it is allowed within a second; gives when to come again where the run must end. */
async function sendOne(deps: Deps, of: Of, { sku, listings }: Sku): Promise<Again | null> {
  const ask = () => changeListing(deps, { connection: of.connection, fields: sku.fields, listings })
  let changed = await ask()
  if (changed.end === 'wait' && changed.readyAt - deps.now() <= SOON) {
    await deps.pause(changed.readyAt - deps.now())
    changed = await ask()
  }
  if (changed.end === 'wait') return { again: changed.readyAt }
  if (changed.end === 'away') return away(deps, of, { found: changed.problem, sku })
  await record(deps, of, { sku, changed })
  return null
}

async function record(
  deps: Deps,
  { merchant, connection }: Of,
  { sku, changed }: { readonly sku: DueSku<DueField>; readonly changed: Changed },
): Promise<void> {
  if (changed.end !== 'accepted' && changed.end !== 'refused') return
  const at = deps.now()
  const told =
    changed.end === 'accepted' ? sku.fields : sku.fields.filter(({ field }) => changed.blamed.includes(field))
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.recordSent({
      connection: connection.id,
      sellerSku: sku.sellerSku,
      fields: told.map((each) => ({
        marketplaceId: each.marketplaceId,
        field: each.field,
        value: each.desired,
        version: each.version,
        counts: isCounted(sku, each),
      })),
      state: changed.end,
      problem: changed.end === 'refused' ? changed.problem : null,
      at,
      readAgainAt: at + READ_BACK_AFTER,
      who: 'program',
    })
    if (changed.end === 'accepted') await tx.wake('listing-results', connection.id, at + READ_BACK_AFTER)
    else {
      // What did no wrong goes alone: the rest of this change, and stock that waited for this price.
      const freed = await tx.store.endPriceWaits({ connection: connection.id, skus: [sku.sellerSku] })
      if (freed > 0 || told.length < sku.fields.length) await tx.wake('listings', connection.id)
    }
  })
}

/**
 * Amazon is away, or does not let us in: said once for the connection, and tried again; nothing is lost by it. The SKU goes to the end
 * of the line, in case it is its own fault.
 */
async function away(
  deps: Deps,
  { merchant, connection }: Of,
  { found, sku }: { readonly found: Problem; readonly sku: DueSku<DueField> },
): Promise<Again> {
  const at = deps.now()
  const until = at + TRY_AGAIN_AFTER
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.noteProblem({ connection: connection.id, subject: 'listings', problem: found, at })
    await tx.store.restFields({ connection: connection.id, places: sku.fields, until, waitsSince: null })
  })
  return { again: until }
}

/** Nothing more goes now: the rest of the cycle, the next full hour, or what rests until before that. */
async function whenAgain(
  deps: Deps,
  merchant: MerchantId,
  {
    connection,
    walk,
    answered,
  }: { readonly connection: ConnectionId; readonly walk: Walked; readonly answered: boolean },
): Promise<number> {
  const at = deps.now()
  if (walk.more) return at
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.endCycles({ connection, fields: fieldsSent(await whatIsSent(tx, connection)), at })
    if (answered) await tx.store.clearProblems({ connection, codes: OVER_WITH_AN_ANSWER, subjects: ['listings'], at })
    const next = await tx.store.nextDueAt({ connection, at })
    return Math.min(walk.nextAt, next ?? walk.nextAt)
  })
}
