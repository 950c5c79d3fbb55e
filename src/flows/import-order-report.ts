import type { WireOrder } from '#amazon/port.ts'
import type { OrderReport, ReportedOrder } from '#amazon/read-order-report.ts'
import type { Connection } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import { connectionForReport } from '#core/orders/connection-for-report.ts'
import { partsNotIn, type ReportRow } from '#core/orders/order-report.ts'
import { failed, ok, problem, type Result } from '#core/problems.ts'
import { type RowDecision, refusedRow } from '#core/spreadsheet/import.ts'
import { visibleText } from '#core/visible-text.ts'
import type { StoredImport } from '#store/imports.ts'
import type { Deps, VaultTx } from './deps.ts'
import type { FileInHand, ImportRun, SealedKind } from './import-kind.ts'
import { importPages } from './import-page.ts'

/** Most rows of a report: Seller Central gives 60 days at most. */
const MOST_ROWS = 100_000
/** Orders of a page: as many as a page of Amazon's own has. */
const ORDERS_A_PAGE = 100

/**
 * Seller Central's order report (H1): its orders are sealed page by page in Amazon's own shape, and go through the very same import as those that
 * Amazon tells (O1). Nothing of a row lies open; each order is told by its number and its outcome.
 */
export const ORDER_REPORT: SealedKind = { buyers: true, bring: bringReport, step: stepReport }

async function bringReport(deps: Deps, merchant: MerchantId, brought: FileInHand): Promise<Result<StoredImport>> {
  const { file, recognized } = brought
  const connections = await deps.transaction(merchant, 'app', (tx) => tx.store.listConnections())
  const rows: ReportRow[] = []
  let isBroken = false
  const why = await file.rows(recognized.sheet, async (batch) => {
    for (const { row, cells, faults } of batch) {
      isBroken ||= faults !== undefined
      rows.push({ row, cells })
    }
    return isBroken || rows.length > MOST_ROWS
  })
  if (why !== null) return failed('import-unreadable', { why })
  if (isBroken) return failed('import-unreadable', { why: BROKEN })
  if (rows.length > MOST_ROWS) return failed('import-too-long', { most: MOST_ROWS })
  const [head, ...below] = rows
  const header = head?.cells ?? []
  const found = connectionForReport(connections, { header, rows: below })
  if (!found.ok) return found
  const connection = found.value
  const marketplaces = connection.marketplaces.filter(({ participating }) => participating)
  const report = deps.amazon.readOrderReport({ header, rows: below, marketplaces })
  if (!report) throw new Error('A file was taken for an order report that is none.')
  if (report.orders.length === 0) return failed('import-empty', { row: recognized.dataRow })
  return deps.transaction(merchant, { vault: 'import' }, (tx) => keep(deps, tx, { brought, connection, report }))
}

const BROKEN =
  'A cell of the report has a formula or an error where a value is needed. Bring the file as Amazon gave it.'

type Kept = { readonly brought: FileInHand; readonly connection: Connection; readonly report: OrderReport }

/** Seals the orders and makes the rows of the import, in one transaction with the wake of their import (O1). */
async function keep(deps: Deps, tx: VaultTx, { brought, connection, report }: Kept): Promise<Result<StoredImport>> {
  const { file, recognized, fileName, who } = brought
  const at = deps.now()
  const importId = await tx.store.addImport({
    kind: 'order-report',
    state: 'applying',
    fileName,
    sheet: visibleText(file.sheets[recognized.sheet]?.name ?? ''),
    options: {},
    recognized,
    copied: true,
    head: null,
    by: who,
    at,
  })
  const places = new Map(recognized.columns.map(({ column, header }) => [header.toLowerCase(), column]))
  const decided = report.orders.flatMap((order) => refusalOf(order, places))
  if (decided.length > 0) await tx.store.writeDecisions({ importId, decided })
  const good = report.orders.flatMap(({ orderId, rows: [row = 0], read }) =>
    orderId !== null && read.ok ? [{ row, orderId, ...read }] : [],
  )
  if (good.length > 0) {
    await tx.store.addReportedOrders({ importId, orders: good })
    await tx.store.startByFile({
      connection: connection.id,
      placedAt: Math.min(...good.map(({ placedAt }) => placedAt)),
    })
  }
  if (connection.state === 'by-files')
    await learnListings(deps, tx, { connection, wires: good.map(({ wire }) => wire) })
  for (let from = 0; from < good.length; from += ORDERS_A_PAGE) {
    const wires = good.slice(from, from + ORDERS_A_PAGE).map(({ wire }) => wire)
    const page = {
      connection: connection.id,
      orders: wires.length,
      fetchedAt: at,
      leftOut: partsNotIn(report.kind),
      importId,
    }
    await tx.vault.putPage(await tx.store.addPage(page), wires)
  }
  const made = await tx.store.findImport(importId)
  if (!made) throw new Error('The import was not begun.')
  const begun: StoredImport = { ...made, rowsRead: report.orders.length, appliedBy: who, appliedAt: at }
  await tx.store.saveImport(begun)
  await tx.wake('import-page')
  await tx.wake('imports')
  return ok(begun)
}

/** What an order proves of a listing: it is there, and the merchant ships it. Nobody else tells it where no API is asked (H2, I9). */
async function learnListings(
  deps: Deps,
  tx: VaultTx,
  { connection, wires }: { readonly connection: Connection; readonly wires: readonly WireOrder[] },
): Promise<void> {
  const at = deps.now()
  const orders = wires.flatMap((wire) => {
    const read = deps.amazon.translateOrder(wire)
    return read.ok && read.value.order.fulfilledBy === 'MERCHANT' ? [read.value.order] : []
  })
  for (const { id: marketplaceId, currency } of connection.marketplaces) {
    const rows = orders
      .flatMap((order) => (order.marketplaceId === marketplaceId ? order.lines : []))
      .filter(({ sellerSku }) => sellerSku !== '')
      .map(({ sellerSku, title }) => ({ ...SOLD, sellerSku, title }))
    await tx.store.saveListed({ connection: connection.id, marketplaceId, currency, at, freshSince: at, rows })
  }
}

const SOLD = { asin: null, barcode: null, price: null, quantity: null, channel: 'DEFAULT', active: null } as const

/** An order that cannot be read is refused by its row and column; what stands there is never told, since it may be buyer data (U3). */
function refusalOf({ orderId, read }: ReportedOrder, places: ReadonlyMap<string, number>): RowDecision<never>[] {
  if (read.ok) return []
  const { row, column, why } = read.fault
  const told = problem('report-cell', { column, why })
  return [refusedRow(row, orderId, { column: places.get(column) ?? null, value: '', problem: told })]
}

/** Imports the pages that wait, and ends the import once none of its own is left. */
async function stepReport({ deps, merchant, found: { importId } }: ImportRun): Promise<void> {
  await importPages(deps, merchant)
  await deps.transaction(merchant, 'app', async (tx) => {
    const now = await tx.store.lockImport(importId)
    if (now?.state !== 'applying') return
    const counts = await tx.store.countImportRows(importId)
    const rowsDone = Object.values(counts).reduce((sum, count) => sum + count, 0)
    if ((await tx.store.countPagesOf(importId)) > 0)
      return void (await tx.store.saveImport({ ...now, counts, rowsDone }))
    await tx.store.saveImport({ ...now, counts, rowsDone, state: 'applied', endedAt: deps.now() })
  })
}
