import { jobOperations, timeOrNone } from './jobs.ts'
import type { Report } from './report-book.ts'

/** GET of one report and of their list, DELETE of one: /reports/2021-06-30/reports[/{reportId}] */
export const {
  get: getReport,
  list: getReports,
  cancel: cancelReport,
} = jobOperations<Report>({
  name: 'report',
  kept: ({ world }) => ({ jobs: world.reports.reports, days: world.reports.settings.reportDays }),
  idOf: (report) => report.reportId,
  typeOf: (report) => report.reportType,
  more: (report) => ({
    dataStartTime: timeOrNone(report.start),
    dataEndTime: timeOrNone(report.end),
    reportDocumentId: report.documentId,
  }),
})
