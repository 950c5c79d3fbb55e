import { type ChannelOrder, nameOfChannelOrder } from '#core/channel-orders/channel-order.ts'
import { readOrderFile } from '#core/channel-orders/read-order-file.ts'
import { tellFaults } from '#core/channel-orders/tell-faults.ts'
import { formatMoney } from '#core/money.ts'
import { unitsByItem } from '#core/orders/units-by-item.ts'
import { mask } from '#core/pii/masked.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { RowChange, RowDecision } from '#core/spreadsheet/import.ts'
import { visibleText } from '#core/visible-text.ts'
import type { StoredImport } from '#store/imports.ts'
import type { Deps, VaultTx } from './deps.ts'
import type { FileInHand, ImportRun, SealedKind } from './import-kind.ts'
import { type DecidedChannelOrder, placeChannelOrders, previewChannelOrders } from './place-channel-orders.ts'
import { undoChannelOrders } from './undo-channel-orders.ts'

const MOST_ROWS = 20_000
const MOST_BYTES = 20 * 1024 * 1024
const ORDERS_A_PAGE = 200

/** A file as it lies sealed: its header and the rows below it. */
type SealedFile = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** Takes a file of orders of other channels: what cannot be read is refused now; its rows are sealed until they are applied (H3, U3). */
async function bring(deps: Deps, merchant: ImportRun['merchant'], brought: FileInHand): Promise<Result<StoredImport>> {
  const { file, recognized, fileName, who } = brought
  const read = await readRows(brought)
  if (!read.ok) return read
  const content = read.value
  return deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    const orders = await ordersOf(tx, content)
    if (!orders.ok) return orders
    const channels = await tx.store.listChannels()
    const [only] = channels
    const importId = await tx.store.addImport({
      kind: 'channel-orders',
      state: 'reading',
      fileName,
      sheet: visibleText(file.sheets[recognized.sheet]?.name ?? ''),
      options: channels.length === 1 && only ? { channel: only.code } : {},
      recognized,
      copied: true,
      head: null,
      by: who,
      at: deps.now(),
    })
    await tx.vault.putBroughtFile(importId, mask(content))
    await tx.wake('imports')
    const made = await tx.store.findImport(importId)
    if (!made) throw new Error('The import was not begun.')
    await tx.store.saveImport({ ...made, rowsRead: orders.value.length })
    return ok({ ...made, rowsRead: orders.value.length })
  })
}

async function readRows({ file, recognized }: FileInHand): Promise<Result<SealedFile>> {
  const head = file.sheets[recognized.sheet]?.head[0]
  const header = (head?.cells ?? []).map((cell) => cell.trim())
  const used = recognized.columns.map(({ column, field }) => (field === null ? -1 : column))
  const rows: { row: number; cells: readonly string[] }[] = []
  const faulty: number[] = []
  let size = 0
  const why = await file.rows(recognized.sheet, async (batch) => {
    for (const { row, cells, faults } of batch) {
      if (row < recognized.dataRow || cells.every((cell) => cell.trim() === '')) continue
      if (faults) faulty.push(row)
      // What nobody uses is not kept, not even sealed.
      const kept = cells.map((cell, column) => (used.includes(column) ? cell : ''))
      size += kept.reduce((sum, cell) => sum + cell.length, 0)
      rows.push({ row, cells: kept })
    }
    return rows.length > MOST_ROWS || size > MOST_BYTES
  })
  const refuse = (reason: string) => failed('channel-orders-file', { why: reason })
  if (why !== null) return failed('import-unreadable', { why })
  if (rows.length > MOST_ROWS || size > MOST_BYTES)
    return refuse(`it has more than ${MOST_ROWS} rows or is too large: bring it in parts`)
  const [first] = faulty
  if (first !== undefined)
    return refuse(`row ${first} has a formula or an error where a value is needed: paste it as values`)
  return ok({ header, rows })
}

/** The orders of a sealed file, read by the merchant's own clock and currency. */
async function ordersOf(tx: VaultTx, content: SealedFile): Promise<Result<readonly ChannelOrder[]>> {
  const { timeZone, currency } = await tx.store.merchantFacts()
  const read = readOrderFile(content, { timeZone, currency })
  return read.ok ? ok(read.value.orders) : read
}

/** Does the next step of an import: looks through it, places a page of its orders, or takes a page of them back. */
async function step(run: ImportRun): Promise<void> {
  const { deps, merchant, found } = run
  await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
    if (found.state !== 'reading') await tx.store.lockConfiguration()
    const now = await tx.store.lockImport(found.importId)
    if (!now || now.state !== found.state) return
    if (now.state === 'undoing') return undoChannelOrders(deps, tx, now)
    const content = (await tx.vault.openBroughtFile(now.importId)) as SealedFile | null
    const orders = content
      ? await ordersOf(tx, content)
      : failed('channel-orders-file', { why: 'its rows are forgotten: bring it again' })
    if (!content || !orders.ok) {
      const why = orders.ok ? null : orders.problem
      return void (await tx.store.saveImport({ ...now, state: 'failed', problem: why, endedAt: deps.now() }))
    }
    const page = { header: content.header, orders: orders.value }
    await (now.state === 'reading' ? preview(deps, tx, { now, ...page }) : place(deps, tx, { now, ...page }))
  })
}

type Page = { readonly now: StoredImport; readonly header: readonly string[]; readonly orders: readonly ChannelOrder[] }

async function preview(deps: Deps, tx: VaultTx, { now, header, orders }: Page): Promise<void> {
  const { importId } = now
  const file = { orders, channel: now.options.channel ?? null, who: now.madeBy, importId }
  const decided = await previewChannelOrders(deps, tx, file)
  await tx.store.dropImportRows(importId)
  await tx.store.writeDecisions({
    importId,
    decided: decided.map((each) => rowOf(each, { header, file, orderId: null })),
  })
  const counts = await tx.store.countImportRows(importId)
  await tx.store.saveImport({
    ...now,
    state: 'previewed',
    counts,
    rowsRead: orders.length,
    rowsDone: orders.length,
    atRow: 0,
  })
}

async function place(deps: Deps, tx: VaultTx, { now, header, orders }: Page): Promise<void> {
  const { importId, atRow } = now
  const waiting = orders.filter(({ rows }) => (rows[0] ?? 0) > atRow)
  const page = waiting.slice(0, ORDERS_A_PAGE)
  const file = { orders: page, channel: now.options.channel ?? null, who: now.appliedBy ?? now.madeBy, importId }
  const decided = await placeChannelOrders(deps, tx, file)
  if (decided.length > 0) {
    const rows = { importId, decided: decided.map(({ orderId, ...each }) => rowOf(each, { header, file, orderId })) }
    await tx.store.writeDecisions(rows)
    await tx.store.keepForUndo(rows)
  }
  const reached = { ...now, rowsDone: now.rowsDone + page.length, atRow: page.at(-1)?.rows[0] ?? atRow }
  if (waiting.length > page.length) return void (await tx.store.saveImport(reached))
  const counts = await tx.store.countImportRows(importId)
  await tx.store.saveImport({
    ...reached,
    state: 'applied',
    counts,
    atRow: 0,
    rowsDone: now.rowsRead,
    endedAt: deps.now(),
  })
  await tx.vault.erase('brought_files', [importId])
}

type Around = {
  readonly header: readonly string[]
  readonly file: { readonly channel: string | null }
  readonly orderId: number | null
}

/** One row of the import for each order: where it begins, what becomes of it, and all that is wrong with it. No word of its buyer. */
function rowOf({ read, decision }: DecidedChannelOrder, { header, file, orderId }: Around): RowDecision {
  const row = read.rows[0] ?? 0
  const name = nameOfChannelOrder(read.channel ?? file.channel ?? '', read.id)
  const about = { row, target: visibleText(name, 100), asks: null, before: null, plan: null } as const
  if (decision.kind === 'refused')
    return { ...about, outcome: 'refused', fault: tellFaults(decision.faults, header, false), changes: [], after: null }
  if (decision.kind === 'unchanged') {
    const changes = [{ field: 'order', from: '', to: `${decision.orderId} (${decision.stage})` }]
    return { ...about, outcome: 'unchanged', fault: null, changes, after: null }
  }
  const fault = decision.warnings.length > 0 ? tellFaults(decision.warnings, header, true) : null
  const after = orderId === null ? null : { orderId }
  return { ...about, outcome: 'placed', fault, changes: changesOf(decision), after }
}

function changesOf({ order }: Extract<DecidedChannelOrder['decision'], { kind: 'placed' }>): readonly RowChange[] {
  const { stage, lines, methodId, center, amazon } = order
  const way = [methodId, center].filter(Boolean).join(' from ')
  const said: readonly (readonly [string, string | null])[] = [
    ['items', unitsByItem(lines.map((line) => ({ ...line, count: line.quantity })))],
    ['total', amazon.grandTotal && formatMoney(amazon.grandTotal)],
    ['stage', way === '' ? stage : `${stage}, ${way}`],
  ]
  return said.flatMap(([field, to]) => (to ? [{ field, from: '', to: visibleText(to, 200) }] : []))
}

/** Orders of other channels as an import (H3). */
export const CHANNEL_ORDERS_IMPORT: SealedKind = { buyers: true, bring, step }
