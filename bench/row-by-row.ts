// The loop that a developer writes first: one transaction for each order, one INSERT for each row, each awaited.
import type { WireOrder } from '#amazon/port.ts'
import type { MerchantId } from '#core/ids.ts'
import type { VaultTx } from '#flows/deps.ts'
import { importOrders } from '#flows/import-orders.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { type Tx, withMerchant } from '#store/db.ts'
import { createKeyRing } from '#vault/key-ring.ts'
import { fixedKey } from '#vault/master-keys.ts'
import { seal } from '#vault/seal.ts'
import { allocationRow, documentRow, eventRow, lineRow, orderRow } from './columns.ts'
import { CONNECTION, KEY, type Shop } from './made-server.ts'

type Recorded = Parameters<VaultTx['store']['recordImport']>[0]
type Original = Parameters<VaultTx['vault']['putDocuments']>[0][number]
type Buyer = Parameters<VaultTx['vault']['putBuyers']>[0][number]
type Page = { readonly record: Recorded; readonly originals: readonly Original[]; readonly buyers: readonly Buyer[] }

const merchant: MerchantId = MERCHANT.id
const keys = createKeyRing(fixedKey(KEY))

/**
 * Imports a page row by row. It is given what it would otherwise lose most by: translation, loading and deciding are
 * the product's own, once for the page. What differs is how rows are written.
 */
export async function importRowByRow(shop: Shop, wires: readonly WireOrder[]): Promise<void> {
  const page = await decidePage(shop, wires)
  for (const decided of page.record.decided)
    await withMerchant(shop.vault, merchant, (tx) => writeOrder(tx, page, decided))
}

/** The decisions on a page and what belongs into the vault, by the product's flow with a store that writes nothing. */
function decidePage({ deps }: Shop, wires: readonly WireOrder[]): Promise<Page> {
  return deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    let record: Recorded | undefined
    let originals: readonly Original[] = []
    let buyers: readonly Buyer[] = []
    const store = {
      ...tx.store,
      recordImport: async (given: Recorded) => {
        record = given
      },
    }
    const vault = {
      ...tx.vault,
      putDocuments: async (given: readonly Original[]) => {
        originals = given
      },
      putBuyers: async (given: readonly Buyer[]) => {
        buyers = given
      },
    }
    const inbound = { merchant, connection: CONNECTION, wires, who: 'import', again: false }
    await importOrders(deps, { ...tx, store, vault }, inbound)
    if (!record) throw new Error('The page was not decided.')
    return { record, originals, buyers }
  })
}

async function writeOrder(tx: Tx, { record, originals, buyers }: Page, decided: Recorded['decided'][number]) {
  const { documentId, outcome } = decided
  await insert(tx, 'millrace.documents', { merchant_id: merchant, ...documentRow(decided, record) })
  const original = originals.find((o) => o.documentId === documentId)
  if (original) await insertSealed(tx, 'documents', { row: documentId, value: original.wire, at: record.at })
  if (outcome.kind !== 'placed') return
  const { order } = outcome
  const id = { merchant_id: merchant, order_id: record.orderIds.get(order.amazon.id) ?? 0 }
  await insert(tx, 'millrace.orders', { ...id, ...orderRow(order, documentId, record) })
  for (const [position, line] of order.lines.entries())
    await insert(tx, 'millrace.order_lines', { ...id, ...lineRow(line, position) })
  for (const allocation of order.allocations) {
    await insert(tx, 'millrace.allocations', { ...id, ...allocationRow(allocation) })
    await tx.query(
      `update millrace.stock set allocated = allocated + $4 where merchant_id = $1 and item_id = $2 and center_code = $3`,
      [merchant, allocation.itemId, allocation.center, allocation.quantity],
    )
  }
  await insert(tx, 'millrace.order_events', { ...id, ...eventRow(order, record) })
  const buyer = buyers.find((b) => b.orderId === id.order_id)
  if (buyer) await insertSealed(tx, 'buyers', { row: id.order_id, value: buyer.buyerData, at: record.at })
}

async function insertSealed(
  tx: Tx,
  table: 'documents' | 'buyers',
  { row, value, at }: { row: number; value: object; at: number },
): Promise<void> {
  const { id, key } = await keys.current({ tx, merchant, now: at })
  const sealed = seal(key, JSON.stringify(value), `${merchant} ${table} ${row} ${id}`)
  const common = { merchant_id: merchant, key_id: id, sealed, stored_at: new Date(at) }
  if (table === 'documents')
    await insert(tx, 'vault.documents', { ...common, document_id: row, holds_buyer_data: true })
  else await insert(tx, 'vault.buyers', { ...common, order_id: row })
}

const texts = new Map<string, string>()

/** One row; the statement's text is made once for each table. */
async function insert(tx: Tx, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row)
  const values = names.map((_, n) => `$${n + 1}`)
  const text = texts.get(table) ?? `insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`
  texts.set(table, text)
  await tx.query(text, Object.values(row))
}
