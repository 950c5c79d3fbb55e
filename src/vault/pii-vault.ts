import { sealingGrant } from '#core/pii/grant.ts'
import { type Masked, mask, unmask } from '#core/pii/masked.ts'
import type { SearchField } from '#core/pii/search-words.ts'
import type { VaultDoor } from './door.ts'
import { type HeldPage, heldBuyers } from './held-buyers.ts'
import { lockHeld, type NotedKind, notedTotals, noteHeld } from './held-until.ts'
import { countWrapped, eraseIdleKeys, eraseReplacedKey, listKeys, type ResealPage, resealRows } from './keys-in-use.ts'
import { ALL_TABLES, DoesNotOpen, eraseAll, openAll, originsOf, putAll, type Table } from './sealed-rows.ts'
import { candidates, indexOpened, marksOf, putMarks, unindexed } from './searches.ts'

type Json = { readonly [field: string]: unknown }

/** An original to be kept: the order as it came, with or without buyer data. */
export type DocumentToKeep = { readonly documentId: number; readonly wire: Json; readonly holdsBuyerData: boolean }

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
    putDocuments: async (documents: readonly DocumentToKeep[]): Promise<void> => {
      const rows = documents.map(({ documentId, wire, holdsBuyerData }) => ({
        row: documentId,
        text: JSON.stringify(wire),
        holdsBuyerData,
      }))
      await putAll(door, 'documents', rows)
    },
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
    putBuyers: (buyers: readonly MaskedBuyer[]) =>
      putBuyers(
        door,
        buyers.map(({ buyerData, ...buyer }) => ({ ...buyer, buyerData: unmask(buyerData, SEALING) })),
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
    /** Erases what was kept of these orders, documents or pages; what is gone already is no fault (U4). */
    erase: (table: Table, rows: readonly number[]) => eraseAll(door, table, rows),
    /** Orders whose buyer may be the one asked for, by the blind index: each is opened and compared before it is told (U3). */
    candidates: (asked: { readonly field: SearchField; readonly word: string; readonly limit: number }) =>
      candidates(door, asked),
    /** Indexes some of the buyers that were kept before there was an index; gives how many. */
    indexSome: (limit: number) => indexSome(door, limit),
    ...whatIsKept(door),
    ...broughtFiles(door),
    ...keyWork(door),
  }
}

const whatIsKept = (door: VaultDoor) => ({
  /** What of buyers is kept, without opening it: some of it, and what its clock is counted from (U4). */
  held: (page: HeldPage) => heldBuyers(door, page),
  /** What is kept by the days that are noted, and what must be looked at (U4). */
  notedTotals: (asked: Parameters<typeof notedTotals>[1]) => notedTotals(door, asked),
  /** What of these nobody changes until the transaction ends. */
  lockHeld: (kind: NotedKind, ids: readonly number[]) => lockHeld(door, kind, ids),
  /** Notes by when each of these must be gone (U4). */
  noteHeld: (under: Parameters<typeof noteHeld>[1], rows: Parameters<typeof noteHeld>[2]) =>
    noteHeld(door, under, rows),
})

const broughtFiles = (door: VaultDoor) => ({
  /** Keeps a file with buyers in it until its import has ended (H3). */
  putBroughtFile: (importId: number, content: Masked<Json>) =>
    putAll(door, 'brought_files', [{ row: importId, text: JSON.stringify(unmask(content, SEALING)) }]),
  /** The file of an import, or null when it is gone. */
  openBroughtFile: async (importId: number): Promise<Json | null> => {
    const [found] = await openAll(door, 'brought_files', [importId])
    return found ? (JSON.parse(found.text) as Json) : null
  },
})

/** What rotation does with the keys of a merchant (U3, D18); nothing of it shows what was sealed. */
const keyWork = (door: VaultDoor) => ({
  /** Every key there is, how old it is and how much it seals (U3). */
  listKeys: () => listKeys(door),
  /** Erases keys of more than two weeks ago that seal nothing any more: no copy of what they sealed can be opened again (U4). */
  eraseIdleKeys: () => eraseIdleKeys(door),
  /** Wraps the merchant's keys by the newest master key. */
  rewrap: async () => {
    const { wrapped, damaged } = await door.keys.rewrap(door)
    return { wrapped: wrapped + (await door.search.rewrap(door)), damaged }
  },
  /** The tables whose rows are sealed by data keys. */
  tables: ALL_TABLES,
  /** How many keys each master key wraps. */
  countWrapped: () => countWrapped(door),
  /** Seals nothing more by this data key; gives the name of the one that does. */
  replaceKey: (id: string) => door.keys.replace(door, id),
  /** Seals a page of rows of a data key anew. */
  resealRows: (page: ResealPage) => resealRows(door, page),
  /** Erases a replaced data key once nothing hangs on it; says whether it is gone. */
  eraseReplacedKey: (id: string) => eraseReplacedKey(door, id),
})

const SEALING = sealingGrant()

type BuyerToKeep = { readonly orderId: number; readonly buyerData: Json; readonly origin?: string }
/** Buyer data of an order on its way into the vault; without an origin it is Amazon's. */
type MaskedBuyer = { readonly orderId: number; readonly buyerData: Masked<Json>; readonly origin?: string }

/** Indexes are made while nothing waits for them, and kept after the rows that they belong to. */
async function putBuyers(door: VaultDoor, buyers: readonly BuyerToKeep[]): Promise<void> {
  const marks = await marksOf(door, buyers)
  const known = await putAll(
    door,
    'buyers',
    buyers.map(({ orderId, buyerData, origin }) => ({
      row: orderId,
      text: JSON.stringify(buyerData),
      ...(origin === undefined ? {} : { origin }),
    })),
  )
  await putMarks(door, marks, known)
}

/** A row that does not open is passed over: what opens it later names it. */
async function indexSome(door: VaultDoor, limit: number): Promise<number> {
  const orders = await unindexed(door, limit)
  const buyers: BuyerToKeep[] = []
  for (const orderId of orders) {
    const opened = await openAll(door, 'buyers', [orderId]).catch((error: unknown) => {
      if (error instanceof DoesNotOpen) return []
      throw error
    })
    for (const { text } of opened) buyers.push({ orderId, buyerData: JSON.parse(text) as Json })
  }
  await indexOpened(door, orders, buyers)
  return orders.length
}
