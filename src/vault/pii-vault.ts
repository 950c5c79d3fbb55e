import type { MerchantId } from '#core/ids.ts'
import { sealingGrant } from '#core/pii/grant.ts'
import { type Masked, mask, unmask } from '#core/pii/masked.ts'
import type { Tx } from '#store/db.ts'
import type { Access } from './audit.ts'
import { type HeldPage, heldBuyers } from './held-buyers.ts'
import type { KeyRing } from './key-ring.ts'
import { open, seal } from './seal.ts'

type Json = { readonly [field: string]: unknown }

/** An original to be kept: the order as it came, with or without buyer data. */
export type DocumentToKeep = { readonly documentId: number; readonly wire: Json; readonly holdsBuyerData: boolean }

/** Who holds the door: one merchant's vault inside one transaction; what is opened and erased is counted. */
export type VaultDoor = {
  readonly tx: Tx
  readonly merchant: MerchantId
  readonly keys: KeyRing
  readonly now: number
  readonly access: Access
}

/** The vault of one merchant in one transaction: the only place where buyer data is put or opened (U3). */
export type Vault = ReturnType<typeof openVault>

/** Opens the vault inside a transaction of the vault's own login. */
export function openVault(door: VaultDoor) {
  return {
    /** Keeps a fetched page until it is imported (O1). */
    putPage: (pageId: number, orders: readonly Json[]) =>
      putAll(door, 'pages', [{ row: pageId, text: JSON.stringify(orders) }]),
    /** The orders of a page, or null when it has been imported. */
    openPage: async (pageId: number): Promise<Json[] | null> => {
      const [found] = await openAll(door, 'pages', [pageId])
      return found ? (JSON.parse(found.text) as Json[]) : null
    },
    /** Keeps or replaces originals (O1, E1). */
    putDocuments: (documents: readonly DocumentToKeep[]) =>
      putAll(
        door,
        'documents',
        documents.map((d) => ({ row: d.documentId, text: JSON.stringify(d.wire), holdsBuyerData: d.holdsBuyerData })),
      ),
    /** The originals that are still there, by document id. */
    openDocuments: async (ids: readonly number[]): Promise<Map<number, Json>> =>
      new Map((await openAll(door, 'documents', ids)).map((found) => [found.row, JSON.parse(found.text) as Json])),
    /** Which of these originals are there with their buyer data. */
    wholeDocuments: async (ids: readonly number[]): Promise<Set<number>> => {
      const rows = await door.tx.query<{ id: number }>(
        'select document_id as id from vault.documents where merchant_id = $1 and document_id = any($2::bigint[]) and holds_buyer_data',
        [door.merchant, [...ids]],
      )
      return new Set(rows.map((row) => row.id))
    },
    /** Keeps or replaces the buyer data of placed orders. */
    putBuyers: (buyers: readonly { readonly orderId: number; readonly buyerData: Masked<Json> }[]) =>
      putAll(
        door,
        'buyers',
        buyers.map((b) => ({ row: b.orderId, text: JSON.stringify(unmask(b.buyerData, SEALING)) })),
      ),
    /** The buyer data of orders, by order id. */
    openBuyers: async (orderIds: readonly number[]): Promise<Map<number, Json>> =>
      new Map((await openAll(door, 'buyers', orderIds)).map((found) => [found.row, JSON.parse(found.text) as Json])),
    /** Where what is kept of each order's buyer, or of each original that holds its buyer, came from; nothing is opened (U2). */
    origins: (table: 'buyers' | 'documents', ids: readonly number[]) => originsOf(door, table, ids),
    /** The same as `openBuyers` or `openDocuments` for people: masked until a grant opens it (U3). */
    show: async (table: 'buyers' | 'documents', ids: readonly number[]): Promise<Map<number, Masked<Json>>> =>
      new Map((await openAll(door, table, ids)).map((found) => [found.row, mask(JSON.parse(found.text) as Json)])),
    /** Keeps what a person wrote to the buyer of an order whose buyer data is here; it goes with that (O8). */
    putMailTexts: (texts: readonly { readonly mailId: number; readonly text: string }[]) =>
      putAll(
        door,
        'mail_texts',
        texts.map(({ mailId, text }) => ({ row: mailId, text })),
      ),
    /** What was written, by the number of the mail. */
    openMailTexts: async (mailIds: readonly number[]): Promise<Map<number, string>> =>
      new Map((await openAll(door, 'mail_texts', mailIds)).map((found) => [found.row, found.text])),
    /** What of buyers is kept, without opening it: a page of it, and what its clock is counted from (U4). */
    held: (page: HeldPage) => heldBuyers(door, page),
    /** Erases what was kept of these orders, documents or pages; what is gone already is no fault (U4). */
    erase: (table: Table, rows: readonly number[]) => eraseAll(door, table, rows),
    /** Every key there is, how old it is and how much it seals (U3). */
    listKeys: () => listKeys(door),
    /** Erases keys of more than two weeks ago that seal nothing any more: no copy of what they sealed can be opened again (U4). */
    eraseIdleKeys: () => eraseIdleKeys(door),
  }
}

const SEALING = sealingGrant()
const ROW = { pages: 'page_id', documents: 'document_id', buyers: 'order_id', mail_texts: 'mail_id' } as const
/** What the vault keeps, each in a table of its own. */
export type Table = keyof typeof ROW
type Sealable = { readonly row: number; readonly text: string; readonly holdsBuyerData?: boolean }

/** What a sealed value is bound to: its merchant, table, row and key; moved elsewhere it does not open. */
const contextOf = (door: VaultDoor, at: { table: Table; row: number; keyId: string }) =>
  `${door.merchant} ${at.table} ${at.row} ${at.keyId}`

async function putAll(door: VaultDoor, table: Table, rows: readonly Sealable[]): Promise<void> {
  if (rows.length === 0) return
  const { id, key } = await door.keys.current(door)
  const sealed = rows.map((r) => seal(key, r.text, contextOf(door, { table, row: r.row, keyId: id })))
  const columns = {
    pages: '',
    documents: ', holds_buyer_data, stored_at',
    buyers: ', stored_at',
    mail_texts: ', order_id',
  }[table]
  const values = {
    pages: '',
    documents: ', r.holds, to_timestamp($6::float8 / 1000)',
    buyers: ', to_timestamp($6::float8 / 1000)',
    mail_texts:
      ', (select m.order_id from millrace.buyer_mails m where m.merchant_id = $1 and m.mail_id = r.row)',
  }[table]
  const set = {
    pages: '',
    documents: ', holds_buyer_data = excluded.holds_buyer_data, stored_at = excluded.stored_at',
    buyers: ', stored_at = excluded.stored_at',
    mail_texts: '',
  }[table]
  // One value of bytes, which goes over the wire as it is: a list of them would go as hexadecimal text, twice as long.
  await door.tx.query(
    `insert into vault.${table} (merchant_id, ${ROW[table]}, key_id, sealed${columns})
     select $1, r.row, $2, substring($3::bytea from r.start for r.length)${values}
     from unnest($4::bigint[], $5::boolean[], $7::integer[], $8::integer[]) as r (row, holds, start, length)
     where $6::float8 is not null
     on conflict (merchant_id, ${ROW[table]}) do update set key_id = excluded.key_id, sealed = excluded.sealed${set}`,
    [
      door.merchant,
      id,
      Buffer.concat(sealed),
      rows.map((r) => r.row),
      rows.map((r) => r.holdsBuyerData ?? true),
      door.now,
      startsOf(sealed),
      sealed.map((s) => s.length),
    ],
  )
}

/** Where each begins when all are joined, counted from 1 as SQL does. */
function startsOf(parts: readonly Buffer[]): number[] {
  let next = 1
  return parts.map(({ length }) => {
    next += length
    return next - length
  })
}

async function openAll(
  door: VaultDoor,
  table: Table,
  rows: readonly number[],
): Promise<{ row: number; text: string }[]> {
  if (rows.length === 0) return []
  const found = await door.tx.query<{ row: number; key_id: string; sealed: Buffer }>(
    `select ${ROW[table]} as row, key_id, sealed from vault.${table} where merchant_id = $1 and ${ROW[table]} = any($2::bigint[])`,
    [door.merchant, [...rows]],
  )
  const opened: { row: number; text: string }[] = []
  for (const { row, key_id, sealed } of found) {
    const key = await door.keys.byId(door, key_id)
    opened.push({ row, text: open(key, sealed, contextOf(door, { table, row, keyId: key_id })).toString('utf8') })
  }
  if (opened.length > 0) door.access.opened[table] = (door.access.opened[table] ?? 0) + opened.length
  return opened
}

async function originsOf(
  { tx, merchant }: VaultDoor,
  table: 'buyers' | 'documents',
  ids: readonly number[],
): Promise<Map<number, string>> {
  const whole = table === 'documents' ? 'and holds_buyer_data' : ''
  const rows = await tx.query<{ id: number; origin: string }>(
    `select ${ROW[table]} as id, origin from vault.${table} where merchant_id = $1 and ${ROW[table]} = any($2::bigint[]) ${whole}`,
    [merchant, [...ids]],
  )
  return new Map(rows.map(({ id, origin }) => [id, origin]))
}

async function eraseAll(door: VaultDoor, table: Table, rows: readonly number[]): Promise<void> {
  if (rows.length === 0) return
  const gone = await door.tx.query<{ row: number }>(
    `delete from vault.${table} where merchant_id = $1 and ${ROW[table]} = any($2::bigint[]) returning ${ROW[table]} as row`,
    [door.merchant, [...rows]],
  )
  if (gone.length === 0) return
  const ids = gone.map(({ row }) => row).sort((a, b) => a - b)
  door.access.gone[table] = [...(door.access.gone[table] ?? []), ...ids]
}

const IDLE = 14 * 86_400_000

async function eraseIdleKeys({ tx, merchant, now }: VaultDoor): Promise<void> {
  await tx.query(
    `delete from vault.data_keys k where k.merchant_id = $1 and k.created_at < to_timestamp($2::float8 / 1000)
       and not exists (select from vault.pages v where v.merchant_id = $1 and v.key_id = k.key_id)
       and not exists (select from vault.documents v where v.merchant_id = $1 and v.key_id = k.key_id)
       and not exists (select from vault.buyers v where v.merchant_id = $1 and v.key_id = k.key_id)
       and not exists (select from vault.mail_texts v where v.merchant_id = $1 and v.key_id = k.key_id)`,
    [merchant, now - IDLE],
  )
}

/** A key of a merchant, and how many rows of each kind it seals; epoch ms. */
export type KeyInUse = { readonly id: string; readonly createdAt: number } & Readonly<Record<Table, number>>

const listKeys = ({ tx, merchant }: VaultDoor): Promise<KeyInUse[]> =>
  tx.query<KeyInUse>(
    `select k.key_id as id, k.created_at as "createdAt",
       (select count(*)::int from vault.pages v where v.merchant_id = $1 and v.key_id = k.key_id) as pages,
       (select count(*)::int from vault.documents v where v.merchant_id = $1 and v.key_id = k.key_id) as documents,
       (select count(*)::int from vault.buyers v where v.merchant_id = $1 and v.key_id = k.key_id) as buyers,
       (select count(*)::int from vault.mail_texts v where v.merchant_id = $1 and v.key_id = k.key_id) as mail_texts
     from vault.data_keys k where k.merchant_id = $1 order by k.created_at, k.key_id`,
    [merchant],
  )
