import type { Connection } from '#core/connection.ts'
import type { SellerSku } from '#core/ids.ts'
import type { Deps } from './deps.ts'

/** How many SKUs one call reads (spapi-listings.md 4). */
export const SKUS_A_CALL = 20
/** A call that is allowed so soon is waited for. */
const SOON = 1000

/** A SKU with a comma cannot stand in a list of SKUs: it is read alone (spapi-listings.md 9.8). */
export function ofOneCall<Row extends { readonly sellerSku: SellerSku }>(rows: readonly Row[]): readonly Row[] {
  const plain = rows.filter(({ sellerSku }) => !sellerSku.includes(','))
  return plain.length > 0 ? plain : rows.filter(({ sellerSku }) => sellerSku === rows[0]?.sellerSku)
}

/** Reads SKUs of one marketplace as Amazon has them now, and asks once more where the next call is allowed within a second (I10). */
export async function readSkus(
  { amazon, now, pause }: Deps,
  connection: Connection,
  asked: { readonly marketplaceId: string; readonly skus: readonly SellerSku[] },
) {
  const { marketplaceId, skus } = asked
  const [first] = skus
  const ask = () =>
    first?.includes(',')
      ? amazon.readListing(connection, { marketplaceId, sellerSku: first })
      : amazon.readListings(connection, { marketplaceId, skus })
  const answer = await ask()
  if (answer.ok !== 'wait' || answer.wait.readyAt - now() > SOON) return answer
  await pause(answer.wait.readyAt - now())
  return ask()
}
