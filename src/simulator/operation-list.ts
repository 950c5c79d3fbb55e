import { getCatalogItem, searchCatalogItems } from './catalog-items.ts'
import { confirmShipment } from './confirm-shipment.ts'
import { confirmConsent, consentPage, giveConsent, reauthorize } from './consent.ts'
import { createFeed } from './create-feed.ts'
import { createReport } from './create-report.ts'
import { downloadProductTypeSchema, getDefinitionsProductType, searchDefinitionsProductTypes } from './definitions.ts'
import { createDestination, deleteDestination, getDestination, getDestinations } from './destinations.ts'
import { createFeedDocument, downloadFeedDocument, getFeedDocument, uploadFeedDocument } from './feed-documents.ts'
import { cancelFeed, getFeed, getFeeds } from './feeds.ts'
import { getListingsRestrictions } from './listing-restrictions.ts'
import { deleteListingsItem, getListingsItem, patchListingsItem, putListingsItem } from './listings-items.ts'
import { searchListingsItems } from './listings-search.ts'
import { login } from './login.ts'
import { getOrder, searchOrders } from './orders.ts'
import type { OperationName } from './quotas.ts'
import { downloadReportDocument, getReportDocument } from './report-documents.ts'
import { cancelReport, getReport, getReports } from './reports.ts'
import { createRestrictedDataToken } from './restricted-tokens.ts'
import { rotateApplicationClientSecret } from './rotate-secret.ts'
import { getMarketplaceParticipations } from './sellers.ts'
import type { World } from './state.ts'
import { createSubscription, deleteSubscriptionById, getSubscription, getSubscriptionById } from './subscriptions.ts'
import type { Visit } from './visit.ts'
import type { Call, Reply } from './wire.ts'

type Operation = {
  readonly name: OperationName
  readonly method: string
  readonly path: RegExp
} /** `scope`: it is no seller's, and wants a token of that scope. */ & (
  | { readonly run: (visit: Visit) => Reply; readonly scope?: string }
  /** Neither access token nor usage plan. */
  | { readonly open: (world: World, call: Call) => Reply }
)

const REPORTS = /^\/reports\/2021-06-30\/reports$/
const FEEDS = /^\/feeds\/2021-06-30\/feeds$/
const FEED = /^\/feeds\/2021-06-30\/feeds\/[^/]+$/
const FEED_DOCUMENTS = /^\/feeds\/2021-06-30\/documents$/
const FEED_DOCUMENT = /^\/feeds\/2021-06-30\/documents\/[^/]+$/
const SIGNED_FEED_DOCUMENT = /^\/feed-documents\/[^/]+$/
const REPORT = /^\/reports\/2021-06-30\/reports\/[^/]+$/

const LISTING = /^\/listings\/2021-08-01\/items\/[^/]+\/[^/]+$/
const LISTINGS = /^\/listings\/2021-08-01\/items\/[^/]+$/
const PRODUCT_TYPES = /^\/definitions\/2020-09-01\/productTypes$/
const PRODUCT_TYPE = /^\/definitions\/2020-09-01\/productTypes\/[^/]+$/

const DESTINATIONS = /^\/notifications\/v1\/destinations$/
const DESTINATION = /^\/notifications\/v1\/destinations\/[^/]+$/
const SUBSCRIPTIONS = /^\/notifications\/v1\/subscriptions\/[^/]+$/
const SUBSCRIPTION = /^\/notifications\/v1\/subscriptions\/[^/]+\/[^/]+$/
const SCOPE = 'sellingpartnerapi::notifications'
const ROTATION = 'sellingpartnerapi::client_credential:rotation'

const OPERATIONS: readonly Operation[] = [
  { name: 'login', method: 'POST', path: /^\/auth\/o2\/token$/, open: login },
  { name: 'consentPage', method: 'GET', path: /^\/apps\/authorize\/consent$/, open: consentPage },
  { name: 'giveConsent', method: 'GET', path: /^\/apps\/authorize\/give$/, open: giveConsent },
  { name: 'confirmConsent', method: 'GET', path: /^\/apps\/authorize\/confirm\/[^/]+$/, open: confirmConsent },
  { name: 'reauthorize', method: 'GET', path: /^\/apps\/manage\/authorize$/, open: reauthorize },
  {
    name: 'getMarketplaceParticipations',
    method: 'GET',
    path: /^\/sellers\/v1\/marketplaceParticipations$/,
    run: getMarketplaceParticipations,
  },
  { name: 'searchOrders', method: 'GET', path: /^\/orders\/2026-01-01\/orders$/, run: searchOrders },
  { name: 'getOrder', method: 'GET', path: /^\/orders\/2026-01-01\/orders\/[^/]+$/, run: getOrder },
  {
    name: 'confirmShipment',
    method: 'POST',
    path: /^\/orders\/v0\/orders\/[^/]+\/shipmentConfirmation$/,
    run: confirmShipment,
  },
  { name: 'createReport', method: 'POST', path: REPORTS, run: createReport },
  { name: 'getReports', method: 'GET', path: REPORTS, run: getReports },
  { name: 'getReport', method: 'GET', path: REPORT, run: getReport },
  { name: 'cancelReport', method: 'DELETE', path: REPORT, run: cancelReport },
  {
    name: 'getReportDocument',
    method: 'GET',
    path: /^\/reports\/2021-06-30\/documents\/[^/]+$/,
    run: getReportDocument,
  },
  {
    name: 'downloadReportDocument',
    method: 'GET',
    path: /^\/report-documents\/[^/]+$/,
    open: downloadReportDocument,
  },
  {
    name: 'createRestrictedDataToken',
    method: 'POST',
    path: /^\/tokens\/2021-03-01\/restrictedDataToken$/,
    run: createRestrictedDataToken,
  },
  { name: 'createFeedDocument', method: 'POST', path: FEED_DOCUMENTS, run: createFeedDocument },
  { name: 'uploadFeedDocument', method: 'PUT', path: SIGNED_FEED_DOCUMENT, open: uploadFeedDocument },
  { name: 'createFeed', method: 'POST', path: FEEDS, run: createFeed },
  { name: 'getFeeds', method: 'GET', path: FEEDS, run: getFeeds },
  { name: 'getFeed', method: 'GET', path: FEED, run: getFeed },
  { name: 'cancelFeed', method: 'DELETE', path: FEED, run: cancelFeed },
  { name: 'getFeedDocument', method: 'GET', path: FEED_DOCUMENT, run: getFeedDocument },
  { name: 'downloadFeedDocument', method: 'GET', path: SIGNED_FEED_DOCUMENT, open: downloadFeedDocument },
  { name: 'searchCatalogItems', method: 'GET', path: /^\/catalog\/2022-04-01\/items$/, run: searchCatalogItems },
  { name: 'getCatalogItem', method: 'GET', path: /^\/catalog\/2022-04-01\/items\/[^/]+$/, run: getCatalogItem },
  {
    name: 'getListingsRestrictions',
    method: 'GET',
    path: /^\/listings\/2021-08-01\/restrictions$/,
    run: getListingsRestrictions,
  },
  { name: 'searchListingsItems', method: 'GET', path: LISTINGS, run: searchListingsItems },
  { name: 'getListingsItem', method: 'GET', path: LISTING, run: getListingsItem },
  { name: 'putListingsItem', method: 'PUT', path: LISTING, run: putListingsItem },
  { name: 'patchListingsItem', method: 'PATCH', path: LISTING, run: patchListingsItem },
  { name: 'deleteListingsItem', method: 'DELETE', path: LISTING, run: deleteListingsItem },
  { name: 'searchDefinitionsProductTypes', method: 'GET', path: PRODUCT_TYPES, run: searchDefinitionsProductTypes },
  { name: 'getDefinitionsProductType', method: 'GET', path: PRODUCT_TYPE, run: getDefinitionsProductType },
  {
    name: 'downloadProductTypeSchema',
    method: 'GET',
    path: /^\/product-type-schemas\/[^/]+$/,
    open: downloadProductTypeSchema,
  },
  { name: 'createDestination', method: 'POST', path: DESTINATIONS, run: createDestination, scope: SCOPE },
  { name: 'getDestinations', method: 'GET', path: DESTINATIONS, run: getDestinations, scope: SCOPE },
  { name: 'getDestination', method: 'GET', path: DESTINATION, run: getDestination, scope: SCOPE },
  { name: 'deleteDestination', method: 'DELETE', path: DESTINATION, run: deleteDestination, scope: SCOPE },
  { name: 'createSubscription', method: 'POST', path: SUBSCRIPTIONS, run: createSubscription },
  { name: 'getSubscription', method: 'GET', path: SUBSCRIPTIONS, run: getSubscription },
  { name: 'getSubscriptionById', method: 'GET', path: SUBSCRIPTION, run: getSubscriptionById, scope: SCOPE },
  { name: 'deleteSubscriptionById', method: 'DELETE', path: SUBSCRIPTION, run: deleteSubscriptionById, scope: SCOPE },
  {
    name: 'rotateApplicationClientSecret',
    method: 'POST',
    path: /^\/applications\/2023-11-30\/clientSecret$/,
    run: rotateApplicationClientSecret,
    scope: ROTATION,
  },
]

/** The operation that a request asks for, if Amazon has it. */
export function findOperation(method: string, path: string): Operation | undefined {
  return OPERATIONS.find((o) => o.method === method && o.path.test(path))
}
