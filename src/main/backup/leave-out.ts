import type pg from 'pg'
import type { MerchantId } from '#core/ids.ts'
import { goneBy, type HeldBuyerData } from '#core/pii/retention.ts'
import { type TableToCopy, VAULT_SCHEMA } from '#store/copy-tables.ts'
import { heldBuyers } from '#vault/held-buyers.ts'

const AT_ONCE = 1000

/** Until when a vault file may live (epoch ms), and for how many days buyer data is kept. */
export type FileLife = { readonly until: number; readonly days: number }

/** What a row of the vault belongs to, by the column that says so. */
const KIND_OF: Readonly<Record<string, HeldBuyerData['kind']>> = {
  page_id: 'pages',
  document_id: 'documents',
  order_id: 'buyers',
}

/** Which rows of a table go into a file, as a condition on `t`: in the vault, those whose order, document or page is not too old. */
export function conditionOf({ table, columns }: TableToCopy): string {
  const column = table.startsWith(`${VAULT_SCHEMA}.`) ? columns.find((each) => each in KIND_OF) : undefined
  if (column === undefined) return ''
  return `not exists (select from too_old o where o.kind = '${KIND_OF[column]}' and o.merchant_id = t.merchant_id and o.id = t.${column})`
}

/**
 * Notes which buyer data must be gone before the file will be: it is not put into it, so that no backup keeps anything beyond its
 * day (U4). Its orders are shipped or over; nothing waits for it.
 */
export async function leaveOutOld(owner: pg.Client, life: FileLife): Promise<void> {
  await owner.query(
    'create temporary table too_old (kind text, merchant_id text, id bigint, primary key (kind, merchant_id, id)) on commit drop',
  )
  const tx = {
    query: async <Row>(text: string, params?: readonly unknown[]): Promise<Row[]> =>
      (await owner.query(text, params === undefined ? undefined : [...params])).rows as Row[],
  }
  // The database may be an older program's, which is put aside before it is brought up to date.
  const [found] = await tx.query<{ hasChannels: boolean }>(
    `select to_regclass('millrace.channels') is not null as "hasChannels"`,
  )
  const hasChannels = found?.hasChannels ?? false
  const merchants = await tx.query<{ id: MerchantId }>('select merchant_id as id from deployment.merchants')
  for (const { id } of merchants)
    for (const kind of ['pages', 'documents', 'buyers'] as const)
      for (let after: number | null = 0; after !== null; ) {
        const held = await heldBuyers({ tx, merchant: id, hasChannels }, { kind, after, limit: AT_ONCE })
        const old = held.filter((each) => (goneBy(each, life.days) ?? Number.POSITIVE_INFINITY) <= life.until)
        await tx.query(`insert into too_old select $1, $2, unnest($3::bigint[])`, [
          kind,
          id,
          old.map((each) => each.id),
        ])
        after = held.at(-1)?.id ?? null
      }
}
