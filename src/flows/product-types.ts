import type { Definition, DefinitionKey, ProductTypeName } from '#core/catalog/product-type.ts'
import type { Connection } from '#core/connection.ts'
import type { ConnectionId, ItemId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Problem, problem, type Result } from '#core/problems.ts'
import type { KeptDefinition } from '#store/product-types.ts'
import type { Deps } from './deps.ts'

const DAY = 24 * 3_600_000

/** By what a product type is searched: words, or the title of an item of ours. */
export type TypeWish = { readonly marketplaceId: string } & ({ readonly words: string } | { readonly itemId: ItemId })

/** Product types that fit words or the title of an item, the best first (T1). */
export async function findTypes(
  deps: Deps,
  merchant: MerchantId,
  wish: TypeWish,
): Promise<Result<readonly ProductTypeName[]>> {
  const { marketplaceId } = wish
  const seller = await sellerIn(deps, merchant, { marketplaceId })
  if (!seller.ok) return seller
  const title = 'words' in wish ? null : await titleOf(deps, merchant, wish.itemId)
  if (title !== null && !title.ok) return title
  const search = { marketplaceId, ...('words' in wish ? { words: wish.words } : { title: title?.value ?? '' }) }
  const answer = await deps.amazon.searchTypes(seller.value, search)
  return answer.ok === 'wait' ? failed('throttled', { operation: 'searchDefinitionsProductTypes' }) : answer
}

async function titleOf(deps: Deps, merchant: MerchantId, itemId: ItemId): Promise<Result<string>> {
  const [item] = await deps.transaction(merchant, 'app', (tx) => tx.store.findItems([itemId]))
  return item ? ok(item.description) : failed('not-found', { what: `item [${itemId}]` })
}

/** A connection that sells in a marketplace: the one that is named, or the first. */
export function sellerIn(
  deps: Deps,
  merchant: MerchantId,
  { marketplaceId, connection }: { readonly marketplaceId: string; readonly connection?: ConnectionId | undefined },
): Promise<Result<Connection>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const found = (await tx.store.listConnections()).find(
      ({ id, state, marketplaces }) =>
        state === 'authorized' &&
        (connection === undefined || connection === id) &&
        marketplaces.some((each) => each.id === marketplaceId && each.participating),
    )
    return found ? ok(found) : failed('no-seller-in-marketplace', { marketplace: marketplaceId })
  })
}

/** What is known of a product type: its definition, and what is wrong with it; a withdrawn one may still be shown. */
export type KnownType = { readonly definition: Definition | null; readonly problem: Problem | null }

/**
 * The definition of a product type (T1): kept for every merchant alike, asked for again after a day, and fetched again when its checksum
 * differs. While Amazon is away the kept one serves.
 */
export async function definitionOf(deps: Deps, merchant: MerchantId, key: DefinitionKey): Promise<KnownType> {
  const kept = await deps.deployment.keptDefinition(key)
  if (kept && kept.withdrawnAt === null && deps.now() - kept.fetchedAt < DAY) return { definition: kept, problem: null }
  const seller = await sellerIn(deps, merchant, key)
  if (!seller.ok) return otherwise(kept, seller.problem)
  const head = await deps.amazon.findDefinition(seller.value, key)
  if (head.ok === 'wait') return otherwise(kept, problem('throttled', { operation: 'getDefinitionsProductType' }))
  if (!head.ok)
    return head.problem.code === 'not-found-at-amazon' ? gone(deps, key, kept) : otherwise(kept, head.problem)
  const { schemaUrl: _, ...facts } = head.value
  const same = kept !== null && kept.checksum === facts.checksum
  const fetched = same
    ? ok({ ...facts, schema: kept.schema })
    : await deps.amazon.fetchDefinition(seller.value, head.value)
  if (!fetched.ok) return otherwise(kept, fetched.problem)
  await deps.deployment.keepDefinition(fetched.value, deps.now())
  return { definition: fetched.value, problem: null }
}

const otherwise = (kept: KeptDefinition | null, trouble: Problem): KnownType =>
  kept && kept.withdrawnAt === null ? { definition: kept, problem: null } : { definition: kept, problem: trouble }

async function gone(deps: Deps, key: DefinitionKey, kept: KeptDefinition | null): Promise<KnownType> {
  const facts = { type: key.productType, marketplace: key.marketplaceId }
  const known = await deps.deployment.withdrawDefinition(key, deps.now())
  return { definition: kept, problem: problem(known ? 'product-type-withdrawn' : 'product-type-unknown', facts) }
}
