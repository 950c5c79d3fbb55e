import type { Report } from './report-book.ts'
import { reportTime } from './report-table.ts'
import { isReply, readInstant, readList } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { invalidInput, problem, type Reply } from './wire.ts'

const DAY = 86_400_000
const STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE']
const unknown = (id: string) => problem(404, { code: 'NotFound', message: 'The report was not found.', details: id })

/** GET /reports/2021-06-30/reports/{reportId} */
export function getReport(visit: Visit): Reply {
  const report = findReport(visit)
  return isReply(report) ? report : { status: 200, body: wireReport(report) }
}

/** DELETE /reports/2021-06-30/reports/{reportId}: only what is still in the queue can be cancelled. */
export function cancelReport(visit: Visit): Reply {
  const report = findReport(visit)
  if (isReply(report)) return report
  if (report.status !== 'IN_QUEUE')
    return invalidInput(`A report in status ${report.status} cannot be cancelled.`, report.reportId)
  report.status = 'CANCELLED'
  report.endedAt = visit.now
  return { status: 200, body: undefined }
}

/** GET /reports/2021-06-30/reports, the newest first. */
export function getReports(visit: Visit): Reply {
  const filter = readFilter(visit)
  if (isReply(filter)) return filter
  const own = [...visit.world.reports.reports.values()].filter((r) => r.sellerId === visit.sellerId && filter.keeps(r))
  const listed = own.reverse()
  const from = filter.after === undefined ? 0 : listed.findIndex((r) => r.reportId === filter.after) + 1
  const page = listed.slice(from, from + filter.size)
  const body: Record<string, unknown> = { reports: page.map(wireReport) }
  if (from + filter.size < listed.length) {
    const place: Place = { query: filter.query, after: page.at(-1)?.reportId ?? '' }
    body.nextToken = Buffer.from(JSON.stringify(place)).toString('base64url')
  }
  return { status: 200, body }
}

/** The first page's parameters, and the last report that it told. */
type Place = { readonly query: string; readonly after: string }
type Filter = {
  readonly keeps: (report: Report) => boolean
  readonly size: number
  readonly query: string
  readonly after: string | undefined
}

function readFilter({ call, now, world }: Visit): Filter | Reply {
  let query = call.url.searchParams
  let after: string | undefined
  const token = query.get('nextToken')
  if (token !== null) {
    if (query.size > 1) return invalidInput('nextToken must be the only parameter.', 'nextToken')
    const place = readToken(token)
    if (!place) return invalidInput('The next token is invalid.', 'nextToken')
    query = new URLSearchParams(place.query)
    after = place.after
  }
  const types = readList(query, 'reportTypes')
  if (types && isReply(types)) return types
  if (!types || types.length > 10)
    return invalidInput('1 to 10 reportTypes or a nextToken must be given.', 'reportTypes')
  const statuses = readList(query, 'processingStatuses', STATUSES)
  if (statuses && isReply(statuses)) return statuses
  const places = readList(query, 'marketplaceIds')
  if (places && isReply(places)) return places
  const size = query.get('pageSize') ?? '10'
  if (!/^\d{1,3}$/.test(size) || Number(size) < 1 || Number(size) > 100)
    return invalidInput('pageSize must be between 1 and 100.', 'pageSize')
  const since = readInstant(query.get('createdSince') ?? reportTime(now - 90 * DAY))
  const until = readInstant(query.get('createdUntil') ?? new Date(now).toISOString())
  if (since === undefined || until === undefined) return invalidInput('createdSince or createdUntil is not a date.')
  const oldest = Math.max(since, now - world.reports.settings.reportDays * DAY)
  const keeps = (report: Report) =>
    types.includes(report.reportType) &&
    (!statuses || statuses.includes(report.status)) &&
    (!places || report.marketplaceIds.some((id) => places.includes(id))) &&
    report.createdAt >= oldest &&
    report.createdAt <= until
  return { keeps, size: Number(size), query: query.toString(), after }
}

function readToken(token: string): Place | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    return undefined
  }
}

function findReport({ world, call, sellerId, now }: Visit): Report | Reply {
  const id = call.url.pathname.split('/').at(-1) ?? ''
  const report = world.reports.reports.get(id)
  const kept = report && now - report.createdAt <= world.reports.settings.reportDays * DAY
  return kept && report.sellerId === sellerId ? report : unknown(id)
}

function wireReport(report: Report): Record<string, unknown> {
  const time = (at: number | undefined) => (at === undefined ? undefined : reportTime(at))
  return {
    reportId: report.reportId,
    reportType: report.reportType,
    marketplaceIds: report.marketplaceIds,
    dataStartTime: time(report.start),
    dataEndTime: time(report.end),
    createdTime: time(report.createdAt),
    processingStatus: report.status,
    processingStartTime: time(report.startedAt),
    processingEndTime: time(report.endedAt),
    reportDocumentId: report.documentId,
  }
}
