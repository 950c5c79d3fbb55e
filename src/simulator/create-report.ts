import { takeFault } from './faults.ts'
import { tellFinished } from './notify-seller.ts'
import { produceReport, type Yield } from './produce-report.ts'
import type { Report, ReportWish } from './report-book.ts'
import { readReportWish } from './report-parameters.ts'
import { REPORT_TYPES } from './report-types.ts'
import { isReply } from './search-parameters.ts'
import type { World } from './state.ts'
import type { Visit } from './visit.ts'
import type { Reply } from './wire.ts'

type Course = { readonly ends: 'FATAL' | 'CANCELLED' | 'IN_PROGRESS' | undefined; readonly cached: Report | undefined }

/** POST /reports/2021-06-30/reports */
export function createReport(visit: Visit): Reply {
  const wish = readReportWish(visit)
  if (isReply(wish)) return wish
  const { world, sellerId, now } = visit
  const applies = (fault: { reportType?: string }) => (fault.reportType ?? wish.reportType) === wish.reportType
  const fault = takeFault(world, { ...visit, applies }, ['report-ends'])
  const report: Report = { ...wish, reportId: newId(world), sellerId, createdAt: now, status: 'IN_QUEUE' }
  const cached = findCached(world, wish, { sellerId, now })
  world.reports.reports.set(report.reportId, report)
  const ends = fault?.as
  if (ends !== 'IN_QUEUE')
    world.clock.plan({
      at: now + world.reports.settings.queueMs,
      run: () => start(world, report, { ends, cached }),
    })
  return { status: 202, body: { reportId: report.reportId } }
}

/** The rows are those of the time when the work begins, or of the cached report before. */
function start(world: World, report: Report, course: Course): void {
  if (report.status !== 'IN_QUEUE') return // cancelled meanwhile
  const now = world.clock.now()
  report.status = 'IN_PROGRESS'
  report.startedAt = now
  if (course.ends === 'IN_PROGRESS') return
  const copy = copyOf(world, course.cached)
  report.rowsAt = copy ? course.cached?.rowsAt : now
  const result = course.ends ?? copy ?? produceReport(world, report, now)
  world.clock.plan({ at: now + world.reports.settings.workMs, run: () => finish(world, report, result) })
}

function finish(world: World, report: Report, result: Yield): void {
  const now = world.clock.now()
  report.endedAt = now
  report.status = typeof result === 'string' ? result : 'DONE'
  if (typeof result !== 'string') keepDocument(world, report, result)
  const { sellerId, reportId: id, reportType: type, status, documentId } = report
  tellFinished(world, { of: 'report', sellerId, id, type, status, documentId })
}

function keepDocument(world: World, report: Report, result: Exclude<Yield, string>): void {
  const now = world.clock.now()
  const documentId = `amzn1.spdoc.1.4.${newId(world)}.T${world.random.tokens.digits(12)}`
  report.documentId = documentId
  world.reports.documents.set(documentId, {
    ...result,
    documentId,
    sellerId: report.sellerId,
    reportType: report.reportType,
    madeAt: now,
    gzip: world.reports.settings.compress,
  })
}

function findCached(world: World, wish: ReportWish, who: { sellerId: string; now: number }): Report | undefined {
  const { settings } = world.reports
  const listings = 'listings' in (REPORT_TYPES[wish.reportType] ?? {})
  const cacheMs = listings ? settings.listingsCacheMs : settings.cacheMs
  const sameAs = (known: Report) =>
    listings
      ? known.reportType === wish.reportType && `${known.marketplaceIds}` === `${wish.marketplaceIds}`
      : known.fingerprint === wish.fingerprint
  return [...world.reports.reports.values()].find(
    (known) =>
      known.sellerId === who.sellerId &&
      sameAs(known) &&
      known.status === 'DONE' &&
      who.now - (known.rowsAt ?? 0) < cacheMs,
  )
}

function copyOf(world: World, cached: Report | undefined): Yield | undefined {
  const document = world.reports.documents.get(cached?.documentId ?? '')
  return document && { bytes: document.bytes, contentType: document.contentType }
}

const newId = (world: World) => `5${world.random.tokens.digits(11)}`
