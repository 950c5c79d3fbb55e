import { type Connection, connectionId } from '#core/connection.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import { createApplicationClient } from './application-client.ts'
import { authorizationCalls } from './authorization-calls.ts'
import { type AmazonConfig, type Asks, createClient, type DocumentTransfer, type Quota, type Told } from './client.ts'
import { createDownload } from './download.ts'
import { type FeedCalls, feedCalls } from './feeds.ts'
import { createGrants } from './grants.ts'
import { listingCalls } from './listing-calls.ts'
import { type Application, createLogin } from './login.ts'
import { ownMarketplaces } from './marketplaces.ts'
import { maskedOrder } from './masked-order.ts'
import { notificationCalls } from './notification-calls.ts'
import { readOrderFeedReport } from './order-feed-report.ts'
import { writeOrderFeed } from './order-feed-xml.ts'
import { readOrderFileReport } from './order-file-report.ts'
import { writeOrderFile } from './order-files.ts'
import { askForCreated, askForOrder, askForOrders, readOrder, readPage } from './orders.ts'
import type { Amazon, Answer } from './port.ts'
import { readPriceFileReport, writePriceFile } from './price-file.ts'
import { allListingsReader } from './read-all-listings.ts'
import { readBuyer } from './read-buyer.ts'
import { readOrderReport } from './read-order-report.ts'
import { ordersReportReader } from './read-orders-report.ts'
import { cancelledOrder } from './report-order.ts'
import {
  askForDocument,
  askForListingsReport,
  askForReport,
  askForReportState,
  readPlace,
  readReportFile,
  readReportId,
  readReportState,
} from './reports.ts'
import { ASK_FOR_MARKETPLACES, readMarketplaces, readMarketplacesIn } from './sellers.ts'
import { confirmPackage } from './shipments.ts'
import { needsNoBuyerData, orderIdOf, timesOf, withoutBuyerData } from './strip-buyer.ts'
import { translateOrder } from './translate-order.ts'
import { createTransport } from './transport.ts'
import { typeCalls } from './type-calls.ts'
import { createUpload } from './upload.ts'

/** What the edge to Amazon needs from the rest of Millrace. */
export type AmazonOptions = {
  readonly config: AmazonConfig
  readonly quota: Quota
  /** Opens the sealed refresh token of a connection; null where it holds none. */
  refreshToken(connection: Connection): Promise<string | null>
  /** The application of a region with its secret of now (C5); without it the secret of the configuration. */
  application?(region: Region, again: boolean): Promise<Application | null>
  now(): number
  random(): number
}

const TIMEOUT_MS = 30_000
const BODY_LIMIT_MB = 32

/** A report of 30 days of a large shop; more is not read. */
const DOCUMENT_LIMITS = { timeoutMs: 5 * 60_000, sentLimitMb: 128, inflatedLimitMb: 1024 }

/** A report of a million listings, with their descriptions. */
const LISTINGS_LIMITS = { timeoutMs: 30 * 60_000, sentLimitMb: 512, inflatedLimitMb: 4096 }

/** A feed has at most some thousand messages; its report is read whole. */
const FEED_LIMITS = { timeoutMs: 2 * 60_000, sentLimitMb: 32, inflatedLimitMb: 64 }

/** Builds the edge to Amazon: the only place that knows SP-API. */
export function createAmazon(options: AmazonOptions): Amazon {
  const { config, quota } = options
  const transport = createTransport({
    allowedHosts: config.allowedHosts,
    timeoutMs: config.timeoutMs ?? TIMEOUT_MS,
    bodyLimitMb: config.bodyLimitMb ?? BODY_LIMIT_MB,
  })
  const wayIn = { loginUrl: config.loginUrl, userAgent: config.userAgent, transport }
  const login = createLogin({
    ...wayIn,
    now: options.now,
    asked: ({ merchantId, connection }, succeeded) =>
      quota.countCall({
        merchantId,
        connectionId: connection,
        operation: 'login',
        outcome: succeeded ? 'ok' : 'failed',
      }),
  })
  const application = options.application ?? (async (region: Region) => config.applications[region] ?? null)
  const { now, random } = options
  const asking = { config, transport, login, quota, application, now, random }
  const client = createClient(asking)

  const askAs = async (connection: Connection, asks: Asks): Promise<Answer<Told>> => {
    const refreshToken = await options.refreshToken(connection)
    if (refreshToken === null) return failed('authorization-revoked', { connection: connection.id })
    const { merchantId, id, region, sellingPartnerId } = connection
    return await client.ask({ merchantId, connection: id, region, sellingPartnerId, refreshToken, ...asks })
  }

  return {
    ...documentCalls(options, askAs),
    ...typeCalls({ ask: askAs, hosts: config.documentHosts ?? [], quota }),
    writeOrderFeed: ({ sellingPartnerId }, feed) => writeOrderFeed(sellingPartnerId, feed),
    searchOrders: async (connection, params, { token, keep = 0 }) =>
      then(await askAs(connection, { ...askForOrders(params, token), keep }), readPage),
    getOrder: async (connection, orderId, leftOut = []) =>
      then(await askAs(connection, askForOrder(orderId, leftOut)), readOrder),
    searchCreated: async (connection, params, token) =>
      then(await askAs(connection, askForCreated(params, token)), readPage),
    askForOrdersReport: async (connection, wish) => then(await askAs(connection, askForReport(wish)), readReportId),
    askForAllListings: async (connection, marketplaceId) =>
      then(await askAs(connection, askForListingsReport(marketplaceId)), readReportId),
    ordersReport: async (connection, reportId) =>
      then(await askAs(connection, askForReportState(reportId)), readReportState),
    confirmShipment: async (connection, confirmation) =>
      then(await askAs(connection, confirmPackage(confirmation)), () => ok(null)),
    ...listingCalls(askAs),
    proveAuthorization: async (...[merchantId, region, sellingPartnerId, refreshToken]) => {
      const connection = connectionId(region, sellingPartnerId)
      const question = { merchantId, connection, region, sellingPartnerId, refreshToken, ...ASK_FOR_MARKETPLACES }
      const applicant = await client.applicantOf(question)
      // A proof with a token from memory would prove nothing.
      if (applicant.ok) login.forget(applicant.value)
      return then(await client.ask(question), (told) => readMarketplacesIn(region, told))
    },
    ...notificationCalls(askAs, createApplicationClient({ ...asking, wayIn }), config.applications),
    ...authorizationCalls({ options, application, login, grants: createGrants({ ...wayIn, now }), askAs }),
    listMarketplaces: async (connection) => then(await askAs(connection, ASK_FOR_MARKETPLACES), readMarketplaces),
    ...ORDER_READING,
  }
}

/** What is read and written without asking anybody. */
const ORDER_READING = {
  translateOrder,
  orderIdOf,
  timesOf,
  readBuyer,
  withoutBuyerData,
  maskedOrder,
  needsNoBuyerData,
  cancelledOrder,
  ownMarketplaces,
  writePriceFile,
  readPriceFileReport,
  readOrderReport,
  readOrderFeedReport,
  writeOrderFile,
  readOrderFileReport,
}

/** What goes through Amazon's store of documents: reports come from there, feeds go there. */
function documentCalls(
  { config, quota }: AmazonOptions,
  ask: (connection: Connection, asks: Asks) => Promise<Answer<Told>>,
): FeedCalls & Pick<Amazon, 'readOrdersReport' | 'readAllListings'> {
  const hosts = config.documentHosts ?? []
  const count = (connection: Connection, operation: DocumentTransfer, outcome: Result<unknown>): void => {
    // A request that was never sent costs nothing.
    if (!outcome.ok && outcome.problem.code === 'host-not-allowed') return
    const { merchantId, id: connectionId } = connection
    quota.countCall({ merchantId, connectionId, operation, outcome: outcome.ok ? 'ok' : 'failed' })
  }
  const download = createDownload({ hosts, ...DOCUMENT_LIMITS })
  const downloadListings = createDownload({ hosts, ...LISTINGS_LIMITS })
  const placeOf = async (connection: Connection, documentId: string) =>
    then(await ask(connection, askForDocument(documentId)), readPlace)
  return {
    ...feedCalls({
      ask,
      upload: createUpload({ hosts, timeoutMs: FEED_LIMITS.timeoutMs }),
      download: createDownload({ hosts, ...FEED_LIMITS }),
      count,
    }),
    readOrdersReport: async (connection, documentId, take) => {
      const place = await placeOf(connection, documentId)
      if (place.ok !== true) return place
      const reading = { place: place.value, reader: ordersReportReader, unreadable: 'report-unreadable', take } as const
      const read = await readReportFile(download, reading)
      count(connection, 'downloadReportDocument', read)
      return read
    },
    readAllListings: async (connection, { documentId, currency }, take) => {
      const place = await placeOf(connection, documentId)
      if (place.ok !== true) return place
      const reader = (charset: string | null) => allListingsReader(charset, currency)
      const reading = { place: place.value, reader, unreadable: 'listings-report-unreadable', take } as const
      const read = await readReportFile(downloadListings, reading)
      count(connection, 'downloadReportDocument', read)
      return read
    },
  }
}

const then = <A, B>(answer: Answer<A>, read: (value: A) => Result<B>): Answer<B> =>
  answer.ok === true ? read(answer.value) : answer
