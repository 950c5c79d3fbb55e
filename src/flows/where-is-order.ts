import { isChannelOrderName } from '#core/channel-orders/channel-order.ts'
import { isAmazonOrderId, type MerchantId } from '#core/ids.ts'
import type { MerchantFacts } from '#core/orders/import-context.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import { type Whereabouts, whereKnown } from '#core/orders/where-is.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps, VaultTx } from './deps.ts'
import { fetchUnseen, type Unseen } from './fetch-unseen.ts'
import { importOrders } from './import-orders.ts'

const MOST_PAGES = 50

/** Where an order is; `asked` when Amazon was asked for it just now, `imported` when it came in by that. */
export type WhereAnswer = Whereabouts & {
  readonly amazonOrderId: string
  readonly asked: boolean
  readonly imported: boolean
}

/**
 * Answers any Amazon order id with the step it is at and why (O19). One never seen is asked for once at Amazon; where the sweep
 * would have brought it, it comes in now, and where it would not, the answer says why.
 */
export async function whereIsOrder(
  deps: Deps,
  merchant: MerchantId,
  asked: { amazonOrderId: string; who: string },
): Promise<Result<WhereAnswer>> {
  const { amazonOrderId } = asked
  if (isChannelOrderName(amazonOrderId)) return whereAtChannel(deps, merchant, amazonOrderId)
  if (!isAmazonOrderId(amazonOrderId))
    return failed('not-valid', { field: 'order', why: 'must be an Amazon order id, such as 111-2222222-3333333' })
  const known = await deps.transaction(merchant, { vault: 'import' }, (tx) => lookHere(deps, tx, amazonOrderId))
  if (known) return ok({ ...known, amazonOrderId, asked: false, imported: false })
  const found = await fetchUnseen(deps, merchant, amazonOrderId)
  if (!found.ok) return found
  if ('step' in found.value) return ok({ ...found.value, amazonOrderId, asked: true, imported: false })
  return ok(await takeIn(deps, found.value, { merchant, ...asked }))
}

/** An order of another channel is here, or it never came: nobody is asked for it (H3). */
async function whereAtChannel(deps: Deps, merchant: MerchantId, name: string): Promise<Result<WhereAnswer>> {
  const known = await deps.transaction(merchant, 'app', async (tx) => {
    const [order, document] = [await tx.store.findOrder(name), await tx.store.findDocument(name)]
    return whereKnown({ order, document }, await tx.store.merchantFacts())
  })
  const asked = { amazonOrderId: name, asked: false, imported: false }
  return known
    ? ok({ ...known, ...asked })
    : failed('not-found', { what: `order [${name}]: bring the file of its channel` })
}

/** What we know of an order without asking: it is in the order system, in the Error Log, or on a page that waits. */
async function lookHere(deps: Deps, tx: VaultTx, amazonOrderId: string): Promise<Whereabouts | null> {
  const facts = await tx.store.merchantFacts()
  const order = await tx.store.findOrder(amazonOrderId)
  const document = await tx.store.findDocument(amazonOrderId)
  const known = whereKnown({ order, document }, facts)
  return known ?? (await onPage(deps, tx, { amazonOrderId, facts }))
}

async function onPage(
  deps: Deps,
  tx: VaultTx,
  { amazonOrderId, facts }: { amazonOrderId: string; facts: MerchantFacts },
): Promise<Whereabouts | null> {
  for (const { pageId, fetchedAt } of await tx.store.waitingPages(MOST_PAGES)) {
    const wires = (await tx.vault.openPage(pageId)) ?? []
    if (!wires.some((wire) => deps.amazon.orderIdOf(wire) === amazonOrderId)) continue
    const sentence = `It is on a page fetched ${merchantTime(fetchedAt, facts)} that waits to be imported; this goes on by itself.`
    return { step: 'waiting-on-page', sentence, orderNumber: null, stage: null, documentId: null, problems: [] }
  }
  return null
}

/** Imports an order that Amazon gave when it was asked for, and tells where it is now. */
function takeIn(
  deps: Deps,
  { connection, wire, why, leftOut }: Unseen,
  { merchant, amazonOrderId, who }: { merchant: MerchantId; amazonOrderId: string; who: string },
): Promise<WhereAnswer> {
  return deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    await importOrders(deps, tx, { merchant, connection, wires: [wire], who, again: false, leftOut })
    const known = await lookHere(deps, tx, amazonOrderId)
    if (!known) throw new Error('An order was imported and is not there.')
    return { ...known, sentence: `${known.sentence} ${why}`, amazonOrderId, asked: true, imported: true }
  })
}
