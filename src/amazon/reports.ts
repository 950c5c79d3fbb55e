import { Temporal } from 'temporal-polyfill'
import type { ReportEnd } from '#core/orders/listed-order.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Question, Told } from './client.ts'
import { type ReportReader, UnreadableReport } from './delimited-report.ts'
import type { Download } from './download.ts'
import type { ReportState, ReportWish } from './port.ts'
import { isObject } from './read-wire.ts'

type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json'>

const PATH = '/reports/2021-06-30'

/** Both are open to every application that may read orders: no restricted token is needed, and they name no buyer's street. */
const TYPES = {
  'last-update': 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL',
  'order-date': 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL',
} as const

/** Asks for the all-orders report of a range of at most 30 days (O18). */
export const askForReport = ({ by, from, to, marketplaceIds }: ReportWish): Asks => ({
  operation: 'createReport',
  path: `${PATH}/reports`,
  query: {},
  what: 'the all-orders report',
  json: { reportType: TYPES[by], dataStartTime: iso(from), dataEndTime: iso(to), marketplaceIds: [...marketplaceIds] },
})

/** Asks for all listings of one marketplace as they are now, with its columns named in English (I12). */
export const askForListingsReport = (marketplaceId: string): Asks => ({
  operation: 'createReport',
  path: `${PATH}/reports`,
  query: {},
  what: 'the all-listings report',
  json: {
    reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA',
    marketplaceIds: [marketplaceId],
    reportOptions: { preferredReportDocumentLocale: 'en_US' },
  },
})

const iso = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })

/** Reads the number that Amazon gave the report. */
export function readReportId({ body }: Told): Result<string> {
  if (isObject(body) && isId(body.reportId)) return ok(body.reportId)
  return failed('answer-unreadable', { operation: 'createReport', why: 'it names no report' })
}

/** Asks how far a report is. */
export const askForReportState = (reportId: string): Asks => ({
  operation: 'getReport',
  path: `${PATH}/reports/${encodeURIComponent(reportId)}`,
  query: {},
  what: `the report ${reportId}`,
})

/** Reads how far a report is. CANCELLED is Amazon's word for a report without a row, among other things. */
export function readReportState({ body }: Told): Result<ReportState> {
  const unreadable = (why: string) => failed('answer-unreadable', { operation: 'getReport', why })
  if (!isObject(body)) return unreadable('it is not an object')
  switch (body.processingStatus) {
    case 'IN_QUEUE':
    case 'IN_PROGRESS':
      return ok({ state: 'waiting' })
    case 'CANCELLED':
      return ok({ state: 'cancelled' })
    case 'FATAL':
      return ok({ state: 'fatal' })
    case 'DONE':
      return isId(body.reportDocumentId)
        ? ok({ state: 'done', documentId: body.reportDocumentId })
        : unreadable('it names no document')
    default:
      return unreadable('its state is not known')
  }
}

/** Asks where the file of a report is. */
export const askForDocument = (documentId: string): Asks => ({
  operation: 'getReportDocument',
  path: `${PATH}/documents/${encodeURIComponent(documentId)}`,
  query: {},
  what: `the report document ${documentId}`,
})

/** Where a file is, for five minutes, and whether it is compressed. */
type Place = { readonly url: URL; readonly gzip: boolean }

/** Reads where the file of a report is. */
export function readPlace({ body }: Told): Result<Place> {
  const unreadable = (why: string) => failed('answer-unreadable', { operation: 'getReportDocument', why })
  if (!isObject(body) || typeof body.url !== 'string' || !URL.canParse(body.url)) return unreadable('it has no address')
  const { compressionAlgorithm: by } = body
  if (by !== undefined && by !== null && by !== 'GZIP') return unreadable('its compression is not known')
  return ok({ url: new URL(body.url), gzip: by === 'GZIP' })
}

const MOST_LINES = 1000

/** How a report is read: its rows by their names, and the word for one that cannot be read. */
export type ReportReading<Row> = {
  readonly place: Place
  readonly reader: (charset: string | null) => ReportReader<Row>
  readonly unreadable: 'report-unreadable' | 'listings-report-unreadable'
  readonly take: (lines: readonly Row[]) => Promise<void>
}

/** Fetches the file and gives its rows as they come, some at a time: a report of any length takes no more room (O18). */
export async function readReportFile<Row>(
  download: Download,
  { place: { url, gzip }, reader: makeReader, unreadable, take }: ReportReading<Row>,
): Promise<Result<ReportEnd>> {
  let reader: ReportReader<Row> | null = null
  let lines: Row[] = []
  const pass = async (least: number) => {
    if (lines.length < least) return
    const batch = lines
    lines = []
    await take(batch)
  }
  try {
    const fetched = await download({
      operation: 'downloadReportDocument',
      url,
      gzip,
      begin: (charset) => {
        reader = makeReader(charset)
      },
      take: async (bytes) => {
        lines.push(...(reader?.read(bytes) ?? []))
        await pass(MOST_LINES)
      },
    })
    if (!fetched.ok) return fetched
    const ended = (reader as ReportReader<Row> | null)?.end()
    if (!ended) throw new Error('A file came without a beginning.')
    lines.push(...ended.lines)
    await pass(1)
    return ok(ended.end)
  } catch (error) {
    if (error instanceof UnreadableReport) return failed(unreadable, { why: error.message })
    throw error
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value)
