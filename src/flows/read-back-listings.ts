import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { readBack } from '#core/inventory/read-back.ts'
import type { ReadListing } from '#core/inventory/read-listing.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { FieldToRead, ReadField } from '#store/read-backs.ts'
import type { Deps } from './deps.ts'

type Again = { again: number | null }

const SKUS_A_CALL = 20
const LOOK_AGAIN_AFTER = 5 * 60_000
const TRY_AGAIN_AFTER = 2 * 60_000

/**
 * Reads back what Amazon took, 20 SKUs a call: that it was taken proves nothing (I10). What is seen is confirmed, what is refused
 * afterwards ends with Amazon's words, what differs is sent once more and then shown.
 */
export async function readBackListings(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  const id = subject as ConnectionId
  const asked = await deps.transaction(merchant, 'app', async (tx) => ({
    connection: await tx.store.findConnection(id),
    fields: await tx.store.fieldsToRead({ connection: id, at: deps.now(), skus: SKUS_A_CALL }),
    next: await tx.store.nextReadBack(id),
  }))
  const { connection, fields } = asked
  const [first] = fields
  if (connection?.state !== 'authorized') return { again: null }
  if (!first) return { again: asked.next }
  const marketplaceId = first.seenIn
  const skus = [...new Set(fields.map(({ sellerSku }) => sellerSku))]
  const answer = await deps.amazon.readListings(connection, { marketplaceId, skus })
  if (answer.ok === 'wait') return { again: answer.wait.readyAt }
  const at = deps.now()
  if (!answer.ok) {
    const noted = { connection: id, subject: 'listings', problem: answer.problem, at }
    await deps.transaction(merchant, 'app', (tx) => tx.store.noteProblem(noted))
    return { again: at + TRY_AGAIN_AFTER }
  }
  const read = judge(fields, answer.value, at)
  await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.saveListings({ connection: id, listings: answer.value, at })
    await tx.store.recordReadBacks({ connection: id, fields: read, at, readAgainAt: at + LOOK_AGAIN_AFTER })
    if (read.some(({ end }) => end === 'again')) await tx.wake('listings', id)
  })
  return { again: at }
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
