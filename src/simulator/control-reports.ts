import { produceReport } from './produce-report.ts'
import type { ReportSettings, ReportStatus } from './report-book.ts'
import { SAMPLE } from './sample-merchant.ts'
import type { World } from './state.ts'

export type ReportRow = {
  readonly reportId: string
  readonly sellerId: string
  readonly reportType: string
  readonly status: ReportStatus
  readonly createdTime: string
  readonly documentId: string | null
}

/** A report as a person downloads it in Seller Central, Orders, Order Reports. */
export type DownloadedReport = {
  readonly sellerId?: string
  readonly kind: 'new-orders' | 'unshipped-orders'
  readonly marketplaceIds?: readonly string[]
}

const BY_HAND = {
  'new-orders': 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING',
  'unshipped-orders': 'GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING',
} as const
const LOOKBACK = 60 * 86_400_000

/** The part of the side door about reports. */
export function reportsDoor(world: World) {
  return {
    reports: (): ReportRow[] =>
      [...world.reports.reports.values()].map(({ reportId, sellerId, reportType, status, createdAt, documentId }) => ({
        reportId,
        sellerId,
        reportType,
        status,
        createdTime: new Date(createdAt).toISOString(),
        documentId: documentId ?? null,
      })),
    /** An order report as it is now, byte by byte; empty where there is no order in it. */
    downloadReport: ({
      sellerId = SAMPLE.sellerId,
      kind,
      marketplaceIds = ['ATVPDKIKX0DER'],
    }: DownloadedReport): Buffer => {
      const now = world.clock.now()
      const wish = {
        reportType: BY_HAND[kind],
        marketplaceIds,
        start: now - LOOKBACK,
        end: now,
        options: {},
        fingerprint: '',
      }
      const made = produceReport(world, { ...wish, reportId: '', sellerId, createdAt: now, status: 'DONE' }, now)
      return typeof made === 'string' ? Buffer.alloc(0) : made.bytes
    },
    /** Alters what is given of how reports come about; answers all of it. */
    setReports: (settings: Partial<ReportSettings>): ReportSettings => Object.assign(world.reports.settings, settings),
  }
}
