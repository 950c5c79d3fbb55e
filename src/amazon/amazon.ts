import { type Connection, connectionId } from '#core/connection.ts'
import { failed, type Result } from '#core/problems.ts'
import { type AmazonConfig, createClient, type Question, type Quota, type Told } from './client.ts'
import { createDownload } from './download.ts'
import { createLogin } from './login.ts'
import { askForCreated, askForOrder, askForOrders, readOrder, readPage } from './orders.ts'
import type { Amazon, Answer } from './port.ts'
import {
  askForDocument,
  askForReport,
  askForReportState,
  readPlace,
  readReportFile,
  readReportId,
  readReportState,
} from './reports.ts'
import { ASK_FOR_MARKETPLACES, readMarketplaces } from './sellers.ts'
import { needsNoBuyerData, orderIdOf, withoutBuyerData } from './strip-buyer.ts'
import { translateOrder } from './translate-order.ts'
import { createTransport } from './transport.ts'

/** What the edge to Amazon needs from the rest of Millrace. */
export type AmazonOptions = {
  readonly config: AmazonConfig
  readonly quota: Quota
  /** Opens the sealed refresh token of a connection; null where it holds none. */
  refreshToken(connection: Connection): Promise<string | null>
  now(): number
  random(): number
}

const TIMEOUT_MS = 30_000
const BODY_LIMIT_MB = 32

/** A report of 30 days of a large shop; more is not read. */
const DOCUMENT_LIMITS = { timeoutMs: 5 * 60_000, sentLimitMb: 128, inflatedLimitMb: 1024 }

type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json'>

/** Builds the edge to Amazon: the only place that knows SP-API. */
export function createAmazon(options: AmazonOptions): Amazon {
  const { config, quota } = options
  const transport = createTransport({
    allowedHosts: config.allowedHosts,
    timeoutMs: config.timeoutMs ?? TIMEOUT_MS,
    bodyLimitMb: config.bodyLimitMb ?? BODY_LIMIT_MB,
  })
  const login = createLogin({
    loginUrl: config.loginUrl,
    userAgent: config.userAgent,
    transport,
    now: options.now,
    asked: ({ merchantId, connection }, succeeded) =>
      quota.countCall({
        merchantId,
        connectionId: connection,
        operation: 'login',
        outcome: succeeded ? 'ok' : 'failed',
      }),
  })
  const client = createClient({ config, transport, login, quota, now: options.now, random: options.random })

  const askAs = async (connection: Connection, asks: Asks): Promise<Answer<Told>> => {
    const refreshToken = await options.refreshToken(connection)
    if (refreshToken === null) return failed('authorization-revoked', { connection: connection.id })
    const { merchantId, id, region, sellingPartnerId } = connection
    return await client.ask({ merchantId, connection: id, region, sellingPartnerId, refreshToken, ...asks })
  }

  const download = createDownload({ hosts: config.documentHosts ?? [], ...DOCUMENT_LIMITS })
  const readOrdersReport: Amazon['readOrdersReport'] = async (connection, documentId, take) => {
    const place = then(await askAs(connection, askForDocument(documentId)), readPlace)
    if (place.ok !== true) return place
    const read = await readReportFile(download, place.value, take)
    const called = { merchantId: connection.merchantId, connectionId: connection.id }
    // A request that was never sent costs nothing.
    if (read.ok || read.problem.code !== 'host-not-allowed')
      quota.countCall({ ...called, operation: 'downloadReportDocument', outcome: read.ok ? 'ok' : 'failed' })
    return read
  }

  return {
    searchOrders: async (connection, params, token) =>
      then(await askAs(connection, askForOrders(params, token)), readPage),
    getOrder: async (connection, orderId) => then(await askAs(connection, askForOrder(orderId)), readOrder),
    searchCreated: async (connection, params, token) =>
      then(await askAs(connection, askForCreated(params, token)), readPage),
    askForOrdersReport: async (connection, wish) => then(await askAs(connection, askForReport(wish)), readReportId),
    ordersReport: async (connection, reportId) =>
      then(await askAs(connection, askForReportState(reportId)), readReportState),
    readOrdersReport,
    proveAuthorization: async (...[merchantId, region, sellingPartnerId, refreshToken]) => {
      const connection = connectionId(region, sellingPartnerId)
      const question = { merchantId, connection, region, sellingPartnerId, refreshToken, ...ASK_FOR_MARKETPLACES }
      const applicant = client.applicantOf(question)
      // A proof with a token from memory would prove nothing.
      if (applicant.ok) login.forget(applicant.value)
      return then(await client.ask(question), readMarketplaces)
    },
    translateOrder,
    orderIdOf,
    withoutBuyerData,
    needsNoBuyerData,
  }
}

const then = <A, B>(answer: Answer<A>, read: (value: A) => Result<B>): Answer<B> =>
  answer.ok === true ? read(answer.value) : answer
