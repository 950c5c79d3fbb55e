import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Deps } from './deps.ts'
import { lookAgainAt } from './look-again.ts'
import { OVER_WITH_AN_ANSWER } from './over-with-page.ts'
import { ofOneCall, readSkus, SKUS_A_CALL } from './read-skus.ts'

const MINUTE = 60_000
const CALLS_A_RUN = 40
const TRY_AGAIN_AFTER = 2 * MINUTE
/** What Amazon does not show yet is asked for again after these pauses; then the nightly report finds it (I12). */
const PAUSES = [10, 30, 60, 120, 240].map((minutes) => minutes * MINUTE)

/**
 * Reads SKUs that were never read: one that a submitted Amazon tab made, and one that is to be priced (I4, T1). What is read is looked
 * at again at once. Gives when to come again.
 */
export async function readNewListings(deps: Deps, merchant: MerchantId, id: ConnectionId): Promise<number | null> {
  for (let call = 0; call < CALLS_A_RUN; call++) {
    const again = await readSome(deps, merchant, id)
    if (again !== 'more') return again
  }
  return deps.now()
}

async function readSome(deps: Deps, merchant: MerchantId, id: ConnectionId): Promise<number | null | 'more'> {
  const { connection, waiting, next } = await deps.transaction(merchant, 'app', async (tx) => ({
    connection: await tx.store.findConnection(id),
    waiting: await tx.store.listingsToRead({ connection: id, at: deps.now(), skus: SKUS_A_CALL }),
    next: await tx.store.nextToRead(id),
  }))
  if (connection?.state !== 'authorized') return null
  const places = ofOneCall(waiting)
  const [first] = places
  if (!first) return next
  const { marketplaceId } = first
  const answer = await readSkus(deps, connection, { marketplaceId, skus: places.map(({ sellerSku }) => sellerSku) })
  if (answer.ok === 'wait') return answer.wait.readyAt
  const at = deps.now()
  if (!answer.ok) {
    const noted = { connection: id, subject: 'listings', problem: answer.problem, at }
    await deps.transaction(merchant, 'app', (tx) => tx.store.noteProblem(noted))
    return at + TRY_AGAIN_AFTER
  }
  const listings = answer.value
  const found = new Set(listings.map(({ sellerSku }) => sellerSku))
  const seen = places.filter(({ sellerSku }) => found.has(sellerSku))
  const unseen = places.filter(({ sellerSku }) => !found.has(sellerSku))
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.saveListings({ connection: id, listings, at })
    await tx.store.clearProblems({ connection: id, codes: OVER_WITH_AN_ANSWER, subjects: ['listings'], at })
    const over = unseen.filter(({ tries }) => tries >= PAUSES.length)
    await tx.store.endReading({ connection: id, places: [...seen, ...over] })
    for (const [tries, pause] of PAUSES.entries()) {
      const later = unseen.filter((place) => place.tries === tries)
      if (later.length > 0) await tx.store.putOffReading({ connection: id, places: later, at: at + pause })
    }
    const items = await tx.store.itemsOfSkus({ connection: id, skus: [...found] })
    await lookAgainAt(tx, { items, at })
  })
  return 'more'
}
