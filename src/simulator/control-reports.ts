import type { ReportSettings, ReportStatus } from './report-book.ts'
import type { World } from './state.ts'

export type ReportRow = {
  readonly reportId: string
  readonly sellerId: string
  readonly reportType: string
  readonly status: ReportStatus
  readonly createdTime: string
  readonly documentId: string | null
}

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
    /** Alters what is given of how reports come about; answers all of it. */
    setReports: (settings: Partial<ReportSettings>): ReportSettings => Object.assign(world.reports.settings, settings),
  }
}
