import { type Encoding, encodeText, usualEncoding } from './encode-text.ts'
import { takeFault } from './faults.ts'
import { listingsTable } from './listings-report.ts'
import type { OrderVersion } from './order-book.ts'
import type { Report } from './report-book.ts'
import { type Column, type ReportLine, tableText } from './report-table.ts'
import { type OrdersReport, REPORT_TYPES, type ReportType } from './report-types.ts'
import type { World } from './state.ts'

const DAY = 86_400_000
const BRAZIL = 'A2Q3Y263D00KWC'

/** What the work on a report comes to: a file, or an end without one. */
export type Yield = 'FATAL' | 'CANCELLED' | { readonly bytes: Buffer; readonly contentType: string }

/** Works a report out from the orders, or the listings, as they are now. Without any row it is cancelled. */
export function produceReport(world: World, report: Report, now: number): Yield {
  const type = REPORT_TYPES[report.reportType] as ReportType
  const { settings } = world.reports
  const asking = { operation: 'createReport', sellerId: report.sellerId }
  const text = 'listings' in type ? listingsText(world, report) : ordersText(world, report, { type, now })
  if (text === 'FATAL' || text === 'CANCELLED') return text
  const cut = takeFault(world, asking, ['cut-report'])
  const encoding = settings.encodings[report.marketplaceIds[0] ?? ''] ?? usualEncoding(report.marketplaceIds[0] ?? '')
  const wrong = takeFault(world, asking, ['wrong-encoding'])
  const written: Encoding = wrong ? (wrong.encoding ?? (encoding === 'UTF-8' ? 'Cp1252' : 'UTF-8')) : encoding
  const mark = settings.byteOrderMark && written === 'UTF-8' ? '\ufeff' : ''
  return {
    bytes: encodeText(mark + (cut ? text.slice(0, cut.keep ?? Math.floor(text.length / 2)) : text), written),
    contentType: settings.nameEncoding ? `text/plain; charset=${encoding}` : 'text/plain',
  }
}

function listingsText(world: World, report: Report): string {
  const { columns, lines } = listingsTable(world, report)
  return lines.length === 0 ? 'CANCELLED' : tableText(perhapsOdd(world, report, columns), lines)
}

function ordersText(world: World, report: Report, { type, now }: { type: OrdersReport; now: number }): string {
  const { settings } = world.reports
  const tooLong = !type.lookbackDays && report.end - report.start > settings.maxRangeDays * DAY
  if (tooLong && settings.tooLong !== 'EMPTY') return settings.tooLong
  const lines = tooLong ? [] : linesOf(world, report, { type, now })
  if (lines.length === 0 && !tooLong) return 'CANCELLED'
  return tableText(perhapsOdd(world, report, columnsOf(world, report, type)), lines)
}

function columnsOf(world: World, report: Report, type: OrdersReport): readonly Column[] {
  const wanted = [...world.reports.settings.optionalColumns, ...(report.marketplaceIds.includes(BRAZIL) ? ['cpf'] : [])]
  return type.columns.filter(([name]) => !type.optional.includes(name) || wanted.includes(name))
}

/** By a fault the other way round, with one column more that no one knows. */
function perhapsOdd<L>(world: World, report: Report, columns: readonly Column<L>[]): readonly Column<L>[] {
  const odd = takeFault(world, { operation: 'createReport', sellerId: report.sellerId }, ['odd-columns'])
  return odd ? [...[...columns].reverse(), ['column-of-tomorrow', () => 'x']] : columns
}

function linesOf(world: World, report: Report, { type, now }: { type: OrdersReport; now: number }): ReportLine[] {
  const found: { time: number; version: OrderVersion }[] = []
  const newest = now - world.reports.settings.lagMs
  for (const { sellerId, current } of world.orders.byId.values()) {
    if (sellerId !== report.sellerId || current.created > newest) continue
    if (!report.marketplaceIds.includes(current.document.salesChannel.marketplaceId ?? '')) continue
    const time = type.timeOf(current)
    if (time !== undefined && time >= report.start && time <= report.end) found.push({ time, version: current })
  }
  found.sort((a, b) => a.time - b.time)
  const hidden = hiddenOrder(
    world,
    report,
    found.map((f) => f.version.document.orderId),
  )
  return found
    .filter((f) => f.version.document.orderId !== hidden)
    .flatMap(({ version: { document, payable, payableSince } }) =>
      document.orderItems.map((item) => ({ order: document, item, payable, payableSince, now })),
    )
}

function hiddenOrder(world: World, report: Report, orderIds: readonly string[]): string | undefined {
  const applies = (fault: { orderId?: string }) =>
    fault.orderId === undefined ? orderIds.length > 0 : orderIds.includes(fault.orderId)
  const fault = takeFault(world, { operation: 'createReport', sellerId: report.sellerId, applies }, ['hide-order'])
  return fault && (fault.orderId ?? orderIds[0])
}
