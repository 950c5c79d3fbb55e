import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { readBack } from '#core/inventory/read-back.ts'
import type { ReadListing } from '#core/inventory/read-listing.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { FieldToRead, ReadField } from '#store/read-backs.ts'
import type { Deps } from './deps.ts'
import { OVER_WITH_AN_ANSWER } from './over-with-page.ts'
import { readNewListings } from './read-new-listings.ts'
import { ofOneCall, readSkus, SKUS_A_CALL } from './read-skus.ts'

type Again = { again: number | null }

const CALLS_A_RUN = 40
const LOOK_AGAIN_AFTER = 5 * 60_000
const TRY_AGAIN_AFTER = 2 * 60_000

/**
 * Reads back what Amazon took, 20 SKUs a call: that it was taken proves nothing (I10). What is seen is confirmed, what is refused
 * afterwards ends with Amazon's words, what differs is sent once more and then shown. Then SKUs that were never read (I4).
 */
export async function readBackListings(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  for (let call = 0; call < CALLS_A_RUN; call++) {
    const again = await readSome(deps, merchant, subject as ConnectionId)
    if (again !== 'more')
      return { again: soonest(again, await readNewListings(deps, merchant, subject as ConnectionId)) }
  }
  return { again: deps.now() }
}

const soonest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/** One call; gives when to come again where nothing more is to be read now. */
async function readSome(deps: Deps, merchant: MerchantId, id: ConnectionId): Promise<number | null | 'more'> {
  const asked = await deps.transaction(merchant, 'app', async (tx) => ({
    connection: await tx.store.findConnection(id),
    fields: await tx.store.fieldsToRead({ connection: id, at: deps.now(), skus: SKUS_A_CALL }),
    next: await tx.store.nextReadBack(id),
  }))
  const { connection } = asked
  if (connection?.state !== 'authorized') return null
  const fields = ofOneCall(asked.fields)
  if (fields.length === 0) return asked.next
  const skus = [...new Set(fields.map(({ sellerSku }) => sellerSku))]
  const answer = await readSkus(deps, connection, { marketplaceId: fields[0]?.seenIn ?? '', skus })
  if (answer.ok === 'wait') return answer.wait.readyAt
  const at = deps.now()
  if (!answer.ok) {
    const noted = { connection: id, subject: 'listings', problem: answer.problem, at }
    await deps.transaction(merchant, 'app', (tx) => tx.store.noteProblem(noted))
    return at + TRY_AGAIN_AFTER
  }
  const read = judge(fields, answer.value, at)
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.saveListings({ connection: id, listings: answer.value, at })
    await tx.store.clearProblems({ connection: id, codes: OVER_WITH_AN_ANSWER, subjects: ['listings'], at })
    await tx.store.recordReadBacks({ connection: id, fields: read, at, readAgainAt: at + LOOK_AGAIN_AFTER })
    const priced = read.flatMap(({ field, end }) =>
      field.field === 'price' && end !== 'wait' ? [field.sellerSku] : [],
    )
    const freed = await tx.store.endPriceWaits({ connection: id, skus: priced })
    if (freed > 0 || read.some(({ end }) => end === 'again')) await tx.wake('listings', id)
  })
  return 'more'
}

function judge(fields: readonly FieldToRead[], listings: readonly ReadListing[], now: number): readonly ReadField[] {
  const seen = new Map(listings.map((listing) => [listing.sellerSku, listing]))
  return fields.map((field) => {
    const listing = seen.get(field.sellerSku)
    const errors = listing?.issues.filter(({ severity }) => severity === 'ERROR') ?? []
    const ended = readBack(field, listing ? { ...listing, errors } : null, now)
    return { field, end: ended.end, problem: problemOf(field, ended) }
  })
}

function problemOf({ sellerSku: sku, field }: FieldToRead, ended: ReturnType<typeof readBack>): Problem | null {
  if (ended.end === 'refused') return problem('listing-refused', { sku, message: ended.message })
  return ended.end === 'differs' ? problem(field === 'stock' ? 'stock-differs' : 'price-differs', { sku }) : null
}
