import type { Encoding } from './encode-text.ts'

export type ReportStatus = 'IN_QUEUE' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED' | 'FATAL'

/** What createReport was asked for. */
export type ReportWish = {
  readonly reportType: string
  readonly marketplaceIds: readonly string[]
  readonly start: number
  readonly end: number
  readonly options: Readonly<Record<string, string>>
  /** The request as it was written; equal ones may be answered from the cache. */
  readonly fingerprint: string
}

/** One report of one seller. */
export type Report = ReportWish & {
  readonly reportId: string
  readonly sellerId: string
  readonly createdAt: number
  status: ReportStatus
  startedAt?: number
  endedAt?: number
  /** The time that its rows are of: earlier than its own when they are another report's. */
  rowsAt?: number
  documentId?: string
}

/** The file that a finished report left. */
export type ReportDocument = {
  readonly documentId: string
  readonly sellerId: string
  readonly reportType: string
  readonly madeAt: number
  /** Before compression. */
  readonly bytes: Buffer
  readonly contentType: string
  readonly gzip: boolean
}

/** A signed address under which a document can be had without a token, for a while. */
export type SignedUrl = {
  readonly documentId: string
  readonly expiresAt: number
  /** The file names its compression in the header, so that an HTTP client undoes it by itself. */
  readonly encodingHeader: boolean
}

export type ReportSettings = {
  /** Time in IN_QUEUE, then in IN_PROGRESS. */
  queueMs: number
  workMs: number
  /** An equal request within this time after the first gets the first one's rows; 0 = never. */
  cacheMs: number
  /** The same for listings, where other options do not make another request. */
  listingsCacheMs: number
  /** Orders placed in the last of these ms are not in the report yet. */
  lagMs: number
  maxRangeDays: number
  /** What a longer range comes to: EMPTY is DONE with a header and no row. */
  tooLong: 'FATAL' | 'CANCELLED' | 'EMPTY'
  compress: boolean
  urlMs: number
  documentDays: number
  reportDays: number
  /** Marketplace id to encoding, in place of the usual ones. */
  encodings: Readonly<Record<string, Encoding>>
  /** Say the encoding in the header of the file. */
  nameEncoding: boolean
  /** Optional columns that the seller has switched on. */
  optionalColumns: readonly string[]
  /** Columns that are missing, from the report of listings. */
  leftOutColumns: readonly string[]
  /** A file in UTF-8 begins with a byte order mark. */
  byteOrderMark: boolean
}

export type ReportBook = {
  readonly settings: ReportSettings
  readonly reports: Map<string, Report>
  readonly documents: Map<string, ReportDocument>
  readonly urls: Map<string, SignedUrl>
}

const USUAL: ReportSettings = {
  queueMs: 15_000,
  workMs: 30_000,
  cacheMs: 0,
  listingsCacheMs: 3_600_000,
  lagMs: 0,
  maxRangeDays: 30,
  tooLong: 'FATAL',
  compress: true,
  urlMs: 5 * 60_000,
  documentDays: 30,
  reportDays: 90,
  encodings: {},
  nameEncoding: true,
  optionalColumns: [],
  leftOutColumns: [],
  byteOrderMark: false,
}

/** A seller central in which no report was ever asked for. */
export function newReportBook(): ReportBook {
  return { settings: { ...USUAL }, reports: new Map(), documents: new Map(), urls: new Map() }
}
