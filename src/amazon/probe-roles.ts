import type { RoleProbe } from '#core/authorization/roles.ts'
import type { Connection } from '#core/connection.ts'
import type { SellerSku } from '#core/ids.ts'
import type { Asks, Told } from './client.ts'
import { askForListing } from './listings.ts'
import { askForCreated, askForOrder, readPage } from './orders.ts'
import type { Answer } from './port.ts'
import { askForReportState } from './reports.ts'
import { ASK_FOR_MARKETPLACES } from './sellers.ts'
import { needsNoBuyerData } from './strip-buyer.ts'
import { translateOrder } from './translate-order.ts'

type Ask = (connection: Connection, asks: Asks) => Promise<Answer<Told>>

const DAY = 86_400_000
/** Nothing has such a name: that Amazon looks for it shows that it lets us in. */
const NO_ORDER = '000-0000000-0000000'
const NOTHING = '0'
const NO_SKU = 'millrace-looks-whether-it-may' as SellerSku

/** Asks one cheap question for each role and says which of them Amazon grants (C1). The first that is refused for want of an authorization ends it. */
export async function probeRoles(ask: Ask, connection: Connection, now: number): Promise<RoleProbe[]> {
  const [place] = connection.marketplaces.filter(({ participating }) => participating)
  const questions: readonly (readonly [RoleProbe['role'], Asks])[] = [
    ['selling-partner', ASK_FOR_MARKETPLACES],
    ['orders', askForOrder(NO_ORDER)],
    ...(place
      ? [
          [
            'listings',
            askForListing(connection.sellingPartnerId, { sellerSku: NO_SKU, marketplaceId: place.id }),
          ] as const,
        ]
      : []),
    ['feeds', { operation: 'getFeed', path: `/feeds/2021-06-30/feeds/${NOTHING}`, query: {}, what: 'this feed' }],
    ['reports', askForReportState(NOTHING)],
  ]
  const probes: RoleProbe[] = []
  for (const [role, asks] of questions) probes.push(readProbe(role, await ask(connection, asks)))
  return place ? [...probes, await probeAddresses({ ask, connection, now }, place.id)] : probes
}

function readProbe(role: RoleProbe['role'], answer: Answer<Told>): RoleProbe {
  if (answer.ok === 'wait') return { role, verdict: 'unknown', requestId: null, problem: null }
  const requestId = (answer.ok ? answer.value.requestId : answer.requestId) ?? null
  if (answer.ok) return { role, verdict: 'good', requestId, problem: null }
  const { problem } = answer
  // Who is looked for and not found was let in.
  if (['not-found-at-amazon', 'request-refused', 'dataset-refused'].includes(problem.code))
    return { role, verdict: 'good', requestId, problem: null }
  return { role, verdict: problem.code === 'access-denied' ? 'missing' : 'unknown', requestId, problem }
}

/** Addresses come with orders that wait to be shipped; without such an order nobody can tell. */
async function probeAddresses(
  { ask, connection, now }: { ask: Ask; connection: Connection; now: number },
  marketplaceId: string,
): Promise<RoleProbe> {
  const range = {
    createdAfter: new Date(now - 7 * DAY).toISOString(),
    createdBefore: new Date(now - 5 * 60_000).toISOString(),
    marketplaceIds: [marketplaceId],
    includedData: ['BUYER', 'RECIPIENT', 'FULFILLMENT'],
  }
  const answer = await ask(connection, askForCreated(range, null))
  const probe = readProbe('addresses', answer)
  if (answer.ok === false && answer.problem.code === 'dataset-refused')
    return { ...probe, verdict: 'missing', problem: answer.problem }
  if (answer.ok !== true) return probe
  const page = readPage(answer.value)
  const waiting = page.ok ? page.value.orders.filter((order) => !needsNoBuyerData(order)) : []
  if (waiting.length === 0) return { ...probe, verdict: 'unknown' }
  const shown = waiting.some((order) => {
    const read = translateOrder(order)
    return read.ok && read.value.destination !== null
  })
  return { ...probe, verdict: shown ? 'good' : 'missing' }
}
