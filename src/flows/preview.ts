import type { WireOrder } from '#amazon/port.ts'
import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { startOfDay } from '#core/orders/merchant-time.ts'
import { isoInstant } from '#core/orders/next-search.ts'
import type { PreviewedOrder } from '#core/orders/preview-order.ts'
import { DATASETS, type SearchParams } from '#core/orders/search-window.ts'
import { failed, ok, problem, type Result } from '#core/problems.ts'
import { decideInMemory } from './decide-in-memory.ts'
import type { Deps } from './deps.ts'

const MINUTE = 60_000
const HOURS = 48
/** Each page costs a search, of which Amazon grants one in three minutes after the first twenty; the sweeps need them too. */
const MOST_PAGES = 3

/** The last 48 hours as what each order would become (C9). */
export type Preview = {
  readonly from: number
  readonly to: number
  /** Orders placed before this instant would be skipped; null where no date is set. */
  readonly cutOff: number | null
  /** True when Amazon has more orders than were looked at. */
  readonly more: boolean
  readonly orders: readonly PreviewedOrder[]
}

/**
 * Shows what each order that changed in the last 48 hours would become, and writes nothing but the count of its calls (C9).
 * Without a date of the merchant's own none is taken as too old: importing has not begun.
 */
export async function preview(deps: Deps, merchant: MerchantId, id: ConnectionId): Promise<Result<Preview>> {
  const connection = await deps.transaction(merchant, 'app', (tx) => tx.store.findConnection(id))
  if (!connection) return failed('not-found', { what: `connection ${id}` })
  if (connection.state === 'by-files') return failed('works-by-files', { connection: id })
  const marketplaceIds = connection.marketplaces.filter((m) => m.participating && m.refusedAt === null).map((m) => m.id)
  if (marketplaceIds.length === 0)
    return failed('not-valid', { field: 'connection', why: 'it has no marketplace whose orders can be asked for' })
  const to = deps.now() - 3 * MINUTE
  const from = to - HOURS * 60 * MINUTE
  const params: SearchParams = {
    lastUpdatedAfter: isoInstant(from),
    lastUpdatedBefore: isoInstant(to),
    marketplaceIds: marketplaceIds.slice(0, 50),
    includedData: DATASETS,
  }
  const found = await searchPages(deps, connection, params)
  if (!found.ok) return found
  const { wires, more } = found.value
  return deps.transaction(merchant, 'app', async (tx) => {
    const { notBefore } = (await tx.store.readSettings()).orders
    const { timeZone } = await tx.store.merchantFacts()
    const cutOff = notBefore === null ? connection.startedAt : startOfDay(notBefore, timeZone)
    return ok({ from, to, cutOff, more, orders: await decideInMemory(deps, tx, { connection: id, wires }) })
  })
}

type Found = { readonly wires: readonly WireOrder[]; readonly more: boolean }

/** Asks for a few pages; a dataset that Amazon refuses is left out, and a wait ends the asking with what is there. */
async function searchPages(deps: Deps, connection: Connection, asked: SearchParams): Promise<Result<Found>> {
  const wires: WireOrder[] = []
  let params = asked
  let token: string | null = null
  let pages = 0
  for (let calls = 0; pages < MOST_PAGES && calls < MOST_PAGES + 2; calls++) {
    const answer = await deps.amazon.searchOrders(connection, params, { token })
    if (answer.ok === 'wait')
      return pages > 0
        ? ok({ wires, more: true })
        : { ok: false, problem: problem('throttled', { operation: 'searchOrders' }) }
    if (!answer.ok) {
      const { dataset } = answer.problem.facts
      if (answer.problem.code !== 'dataset-refused' || token !== null) return answer
      params = { ...params, includedData: params.includedData.filter((each) => each !== dataset) }
      continue
    }
    pages += 1
    wires.push(...answer.value.orders)
    const { nextToken } = answer.value
    if (nextToken === null || nextToken === token) return ok({ wires, more: false })
    token = nextToken
  }
  return ok({ wires, more: true })
}
