// The import without sealing, without the audit and without blind indexes. It exists only here, to be measured against.
import type { MerchantId } from '#core/ids.ts'
import { sealingGrant } from '#core/pii/grant.ts'
import { unmask } from '#core/pii/masked.ts'
import type { Deps, VaultTx } from '#flows/deps.ts'
import { type Pool, type Tx, withMerchant } from '#store/db.ts'
import { merchantStore } from '#store/merchant-store.ts'

type Json = { readonly [field: string]: unknown }

const SEALING = sealingGrant()
const MERCHANT_FIRST = `insert into vault.%T (merchant_id, %R, key_id, sealed%C)
  select $1, r.row, 'none', substring($2::bytea from r.start for r.length)%V
  from unnest($3::bigint[], $4::integer[], $5::integer[]) as r (row, start, length)
  on conflict (merchant_id, %R) do update set sealed = excluded.sealed`

const STATEMENTS = {
  pages: ['page_id', '', ''],
  documents: ['document_id', ', holds_buyer_data, stored_at', ', true, to_timestamp(0)'],
  buyers: ['order_id', ', stored_at, indexed', ', to_timestamp(0), true'],
} as const

/** Rows as plain bytes, sent as the product sends sealed ones. */
async function put(
  { tx, merchant }: { readonly tx: Tx; readonly merchant: MerchantId },
  table: keyof typeof STATEMENTS,
  rows: readonly { readonly row: number; readonly text: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const [row, columns, values] = STATEMENTS[table]
  const parts = rows.map(({ text }) => Buffer.from(text))
  let next = 1
  const starts = parts.map(({ length }) => {
    next += length
    return next - length
  })
  const sql = MERCHANT_FIRST.replaceAll('%T', table).replaceAll('%R', row).replace('%C', columns).replace('%V', values)
  await tx.query(sql, [merchant, Buffer.concat(parts), rows.map((r) => r.row), starts, parts.map((p) => p.length)])
}

/** A vault that keeps what it is given as it is. */
const bareVault = (tx: Tx, merchant: MerchantId) => ({
  putPage: (pageId: number, orders: readonly Json[]) =>
    put({ tx, merchant }, 'pages', [{ row: pageId, text: JSON.stringify(orders) }]),
  openPage: async (pageId: number) => {
    const [row] = await tx.query<{ sealed: Buffer }>(
      'select sealed from vault.pages where merchant_id = $1 and page_id = any($2::bigint[])',
      [merchant, [pageId]],
    )
    return row ? (JSON.parse(row.sealed.toString('utf8')) as Json[]) : null
  },
  putDocuments: (documents: Parameters<VaultTx['vault']['putDocuments']>[0]) =>
    put(
      { tx, merchant },
      'documents',
      documents.map((d) => ({ row: d.documentId, text: JSON.stringify(d.wire) })),
    ),
  putBuyers: (buyers: Parameters<VaultTx['vault']['putBuyers']>[0]) =>
    put(
      { tx, merchant },
      'buyers',
      buyers.map((b) => ({ row: b.orderId, text: JSON.stringify(unmask(b.buyerData, SEALING)) })),
    ),
})

/** Transactions that seal nothing and note nothing. */
export function bareTransaction(pool: Pool): Deps['transaction'] {
  const run = (merchant: MerchantId, _scope: unknown, work: (tx: VaultTx) => Promise<unknown>) =>
    withMerchant(pool, merchant, (tx) =>
      work({
        store: merchantStore(tx, merchant),
        vault: bareVault(tx, merchant),
        wake: async () => {},
      } as unknown as VaultTx),
    )
  return run as unknown as Deps['transaction']
}
