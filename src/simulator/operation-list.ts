import { createReport } from './create-report.ts'
import { login } from './login.ts'
import { getOrder, searchOrders } from './orders.ts'
import type { OperationName } from './quotas.ts'
import { downloadReportDocument, getReportDocument } from './report-documents.ts'
import { cancelReport, getReport, getReports } from './reports.ts'
import { createRestrictedDataToken } from './restricted-tokens.ts'
import { getMarketplaceParticipations } from './sellers.ts'
import type { World } from './state.ts'
import type { Visit } from './visit.ts'
import type { Call, Reply } from './wire.ts'

type Operation = { readonly name: OperationName; readonly method: string; readonly path: RegExp } & (
  | { readonly run: (visit: Visit) => Reply }
  /** Neither access token nor usage plan. */
  | { readonly open: (world: World, call: Call) => Reply }
)

const REPORTS = /^\/reports\/2021-06-30\/reports$/
const REPORT = /^\/reports\/2021-06-30\/reports\/[^/]+$/

const OPERATIONS: readonly Operation[] = [
  { name: 'login', method: 'POST', path: /^\/auth\/o2\/token$/, open: login },
  {
    name: 'getMarketplaceParticipations',
    method: 'GET',
    path: /^\/sellers\/v1\/marketplaceParticipations$/,
    run: getMarketplaceParticipations,
  },
  { name: 'searchOrders', method: 'GET', path: /^\/orders\/2026-01-01\/orders$/, run: searchOrders },
  { name: 'getOrder', method: 'GET', path: /^\/orders\/2026-01-01\/orders\/[^/]+$/, run: getOrder },
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
]

/** The operation that a request asks for, if Amazon has it. */
export function findOperation(method: string, path: string): Operation | undefined {
  return OPERATIONS.find((o) => o.method === method && o.path.test(path))
}
