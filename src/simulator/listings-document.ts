import type { FeedJob } from './feed-work.ts'
import { isObject } from './listing-parameters.ts'
import { LISTING_DATASETS } from './listing-wire.ts'

/** An issue of a processing report. */
export type FeedIssue = {
  readonly messageId?: number
  readonly sku?: string
  readonly code: string
  readonly severity: 'ERROR' | 'WARNING' | 'INFO'
  readonly message: string
  readonly attributeName?: string
}

export type Fields = Readonly<Record<string, unknown>>
export type FeedHeader = { readonly report?: { readonly includedData: readonly string[]; readonly apiVersion: string } }
export type FeedMessage = {
  readonly messageId: number
  readonly sku: string
  readonly fields: Fields
  readonly twice: boolean
}
type Document = { readonly header: FeedHeader; readonly messages: readonly FeedMessage[] }

const MOST_MESSAGES = 25_000
const MOST_BYTES = 10 * 1024 * 1024
const MOST_ID = 2_147_483_647
const HEADER = ['sellerId', 'version', 'issueLocale', 'report']
const MESSAGE = ['messageId', 'sku', 'operationType', 'productType', 'requirements', 'attributes', 'patches']
const OPERATIONS = ['UPDATE', 'PARTIAL_UPDATE', 'PATCH', 'DELETE']

const fault = (code: string, message: string) => ({ problem: { code, severity: 'ERROR', message } as FeedIssue })
const cannotParse = (why: string) => fault('4002001', `Item 'Feed' cannot be parsed. ${why}`)

/** The header and the messages of a document, or the fault that makes the whole feed void. */
export function readListingsDocument(job: FeedJob): Document | { readonly problem: FeedIssue } {
  if (!job.contentType.startsWith('application/json')) return cannotParse('It is not JSON.')
  if (job.bytes.length > MOST_BYTES) return fault('4002003', 'The feed is larger than 10 MiB.')
  const body = parsed(job.bytes)
  if (!isObject(body) || !Array.isArray(body.messages)) return cannotParse('It has no messages.')
  const header = readHeader(body.header, job.sellerId)
  if ('problem' in header) return header
  if (body.messages.length === 0) return cannotParse('It has no messages.')
  if (body.messages.length > MOST_MESSAGES)
    return fault('4002002', `The feed has ${body.messages.length} messages. A maximum of ${MOST_MESSAGES} is allowed.`)
  const seen = new Set<number>()
  const messages: FeedMessage[] = []
  for (const message of body.messages) {
    const strange = isObject(message) ? Object.keys(message).find((name) => !MESSAGE.includes(name)) : 'message'
    if (!isObject(message) || strange !== undefined) return cannotParse(`'${strange}' is unknown.`)
    const { messageId, sku, operationType } = message
    if (!isMessageId(messageId) || typeof sku !== 'string' || sku === '' || !OPERATIONS.includes(String(operationType)))
      return cannotParse('A message has no proper messageId, sku or operationType.')
    messages.push({ messageId, sku, fields: message, twice: seen.has(messageId) })
    seen.add(messageId)
  }
  return { header, messages }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

const isMessageId = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_ID

function readHeader(header: unknown, sellerId: string): FeedHeader | { readonly problem: FeedIssue } {
  if (!isObject(header)) return fault('4002005', "Attribute 'Merchant' is required.")
  const strange = Object.keys(header).find((name) => !HEADER.includes(name))
  if (strange) return cannotParse(`'${strange}' is unknown.`)
  if (header.sellerId !== sellerId) return fault('4002005', "Attribute 'Merchant' is not the seller of the feed.")
  if (header.version !== '2.0') return cannotParse('The version must be 2.0.')
  const { report } = header
  if (report === undefined) return {}
  const { includedData, apiVersion } = isObject(report) ? report : {}
  const sound =
    Array.isArray(includedData) &&
    includedData.length > 0 &&
    includedData.every((name) => LISTING_DATASETS.includes(name)) &&
    apiVersion === '2021-08-01'
  return sound ? { report: { includedData, apiVersion } } : cannotParse("'report' is not understood.")
}
