import { gunzipSync } from 'node:zlib'
import type { SimulatorOptions } from '../../src/simulator/server.ts'
import { type Answer, MINUTE, sellerCentral, US } from './seller-central.ts'

export const REPORTS = '/reports/2021-06-30/reports'
export const DOCUMENTS = '/reports/2021-06-30/documents'
export const TOKENS = '/tokens/2021-03-01/restrictedDataToken'
export const BY_UPDATE = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL'
export const BY_ORDER_DATE = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'
export const ACTIONABLE = 'GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING'
export const NEW_ORDERS = 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING'
export const MORNING = '2026-11-10T00:00:00Z'

export type Row = Record<string, string>

/** A seller central with the calls that reports need. */
export async function reportDesk(options: SimulatorOptions = {}) {
  const amazon = await sellerCentral(options)
  let token: string | undefined

  /** A call with a JSON body, or none, and any method. */
  const call = async (method: string, path: string, more: { body?: unknown; token?: string } = {}): Promise<Answer> => {
    token ??= await amazon.accessToken()
    const answer = await fetch(`${amazon.url}${path}`, {
      method,
      headers: {
        'x-amz-access-token': more.token ?? token,
        ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) }
  }
  const create = (more: Record<string, unknown> = {}): Promise<Answer> =>
    call('POST', REPORTS, { body: { reportType: BY_UPDATE, marketplaceIds: [US], dataStartTime: MORNING, ...more } })
  const report = async (reportId: string) => (await call('GET', `${REPORTS}/${reportId}`)).body
  /** Asks for a report and waits it out. */
  const finished = async (more: Record<string, unknown> = {}) => {
    const { reportId } = (await create(more)).body
    amazon.control.advance(MINUTE)
    return report(reportId)
  }
  const document = (documentId: string, by?: string, query = ''): Promise<Answer> =>
    call('GET', `${DOCUMENTS}/${documentId}${query}`, by === undefined ? {} : { token: by })
  /** The file as text, by the encoding that its header names. */
  const read = async ({ url, compressionAlgorithm }: { url: string; compressionAlgorithm?: string }) => {
    const answer = await fetch(url)
    const raw = Buffer.from(await answer.arrayBuffer())
    const [, charset = 'utf-8'] = /charset=(.+)/.exec(answer.headers.get('content-type') ?? '') ?? []
    return new TextDecoder(charset).decode(compressionAlgorithm === 'GZIP' ? gunzipSync(raw) : raw)
  }
  /** The rows of a new report. */
  const rows = async (more: Record<string, unknown> = {}): Promise<Row[]> => {
    const { reportDocumentId } = await finished(more)
    return rowsOf(await read((await document(reportDocumentId)).body))
  }
  const restrictedToken = (documentId: string): Promise<Answer> =>
    call('POST', TOKENS, { body: { restrictedResources: [{ method: 'GET', path: `${DOCUMENTS}/${documentId}` }] } })
  return { ...amazon, call, create, report, finished, document, read, rows, restrictedToken }
}

/** The rows of a tab-separated text, by the names of its columns. */
export function rowsOf(text: string): Row[] {
  const [header = '', ...lines] = text.split('\r\n').filter((line) => line !== '')
  const names = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}
