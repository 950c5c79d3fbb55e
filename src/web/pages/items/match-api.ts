import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'

/** An unlinked SKU with the items that it may be. */
export type Unlinked = components['schemas']['ListingMatches']['rows'][number]
/** A SKU and the item that it shall be. */
export type Link = { readonly sellerSku: string; readonly itemId: string }

/** Sure is a match that is no guess: the mapping, the id or the barcode say so, and no other item says the same. */
export function sureOf({ sellerSku, matches }: Unlinked): Link | null {
  const [first, second] = matches
  if (!first || first.by === 'title') return null
  return second && second.by === first.by ? null : { sellerSku, itemId: first.itemId }
}

/** So many links go up in one request: Amazon is asked for each once. */
const AT_ONCE = 100

/** Links SKUs (T4), some at a time; gives how many are linked, and why others are not. */
export async function linkAll(
  connection: string,
  links: readonly Link[],
): Promise<{ readonly linked: number; readonly refused: readonly string[] }> {
  let linked = 0
  const refused: string[] = []
  for (let from = 0; from < links.length; from += AT_ONCE) {
    const { rows } = await answer(
      api.POST('/api/v1/connections/{connectionId}/listings/link', {
        params: { path: { connectionId: connection } },
        body: { links: links.slice(from, from + AT_ONCE).map((each) => ({ ...each })) },
      }),
    )
    linked += rows.filter((row) => row.linked).length
    refused.push(...rows.flatMap(({ problem }) => (problem ? [problem.sentence] : [])))
  }
  await linksChanged()
  return { linked, refused }
}

/** What shows links is fetched again. */
export const linksChanged = (): Promise<unknown> =>
  Promise.all(['items', 'item', 'mappings'].map((name) => queries.invalidateQueries({ queryKey: [name] })))
