import { takeFault } from './faults.ts'
import type { ReportWish } from './report-book.ts'
import { REPORT_TYPES, type ReportType } from './report-types.ts'
import { isReply, readInstant } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, type Reply, readJson } from './wire.ts'

const DAY = 86_400_000
const FIELDS = ['reportOptions', 'reportType', 'dataStartTime', 'dataEndTime', 'marketplaceIds']

/** Reads the body of createReport, or answers 400, 403 or 415 in Amazon's manner. */
export function readReportWish(visit: Visit): ReportWish | Reply {
  const read = readJson(visit.call)
  if (isReply(read)) return read
  const body = read.json
  const strange = Object.keys(body).find((name) => !FIELDS.includes(name))
  if (strange) return invalidInput(`Unknown field '${strange}'.`, strange)
  const { reportType, marketplaceIds, reportOptions = {} } = body
  if (typeof reportType !== 'string') return invalidInput('reportType is required.', 'reportType')
  const type = REPORT_TYPES[reportType]
  if (!type) return invalidInput(`Report type ${reportType} is not allowed at this time.`, 'reportType')
  if (!isTexts(marketplaceIds) || marketplaceIds.length === 0 || marketplaceIds.length > 25)
    return invalidInput('marketplaceIds must hold 1 to 25 marketplace ids.', 'marketplaceIds')
  if (!isObject(reportOptions) || !isTexts(Object.values(reportOptions)))
    return invalidInput('reportOptions must be texts by name.', 'reportOptions')
  const range = readRange(body, type, visit.now)
  if (isReply(range)) return range
  if (!mayAsk(visit, { reportType, type, marketplaceIds })) return denied()
  return {
    reportType,
    marketplaceIds,
    ...range,
    options: reportOptions as Record<string, string>,
    fingerprint: JSON.stringify(FIELDS.map((name) => body[name])),
  }
}

type Asked = { readonly reportType: string; readonly type: ReportType; readonly marketplaceIds: readonly string[] }

function mayAsk(visit: Visit, { reportType, type, marketplaceIds }: Asked): boolean {
  const own = visit.world.sellers.get(visit.sellerId)?.marketplaces
  const shut = marketplaceIds.some((id) => !own?.get(id)?.participating || own.get(id)?.refused)
  if (shut || !type.roles.some((role) => visit.caller.roles.has(role))) return false
  const applies = (fault: { reportType?: string }) => (fault.reportType ?? reportType) === reportType
  return takeFault(visit.world, { ...visit, applies }, ['refuse-report-type']) === undefined
}

function readRange(
  body: Readonly<Record<string, unknown>>,
  type: ReportType,
  now: number,
): { readonly start: number; readonly end: number } | Reply {
  const instants: (number | undefined)[] = []
  for (const name of ['dataStartTime', 'dataEndTime']) {
    const text = body[name]
    const at = typeof text === 'string' ? readInstant(text) : undefined
    if (text !== undefined && at === undefined) return invalidInput(`${name} is not a valid ISO 8601 date.`, name)
    if (at !== undefined && at > now) return invalidInput(`${name} must not be in the future.`, name)
    instants.push(at)
  }
  const end = instants[1] ?? now
  const days = 'lookbackDays' in type ? type.lookbackDays : undefined
  const earliest = days === undefined ? undefined : now - days * DAY
  const start = Math.max(instants[0] ?? earliest ?? now, earliest ?? 0)
  if (end < start && instants[0] !== undefined)
    return invalidInput('dataEndTime must be equal to or after dataStartTime.', 'dataEndTime')
  return { start: Math.min(start, end), end }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '')
