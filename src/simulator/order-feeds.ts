import type { Finding } from './feed-findings.ts'
import type { FeedJob, FeedType, FeedWork } from './feed-work.ts'
import { flatReport, type Told, xmlReport } from './processing-report.ts'
import { readEnvelope } from './read-envelope.ts'
import { type FlatRecord, readFlatFile } from './read-flat-file.ts'
import type { XmlElement } from './read-xml.ts'

const ROLES = ['inventory-and-order-tracking', 'direct-to-consumer', 'tax-invoicing']

type XmlFeed = {
  readonly messageType: string
  /** Does what one message says, or tells why not. */
  readonly carryOut: (job: FeedJob, body: XmlElement) => Finding | undefined
}

/** A feed of XML messages, each done or refused by itself. */
export function xmlFeed({ messageType, carryOut }: XmlFeed): FeedType {
  const work = (job: FeedJob): FeedWork => {
    const messages = readEnvelope(job, messageType)
    const told: Told[] = []
    if ('code' in messages) {
      told.push({ number: '0', finding: messages })
      return { operations: [], report: () => xmlReport(job, { total: 0, told, rejected: true }), fatal: true }
    }
    const operations = messages.map(({ messageId, body }) => () => {
      const finding = carryOut(job, body)
      if (finding) told.push({ number: messageId, finding })
    })
    return { operations, report: () => xmlReport(job, { total: messages.length, told }) }
  }
  return { roles: ROLES, work }
}

type FlatFeed = {
  readonly columns: { readonly required: readonly string[]; readonly optional: readonly string[] }
  /** Records with the same key are done together, or refused together. */
  readonly keyOf: (record: FlatRecord) => string
  readonly carryOut: (job: FeedJob, records: readonly FlatRecord[]) => Finding | undefined
}

/** A feed of tab-separated records. */
export function flatFeed({ columns, keyOf, carryOut }: FlatFeed): FeedType {
  const work = (job: FeedJob): FeedWork => {
    const records = readFlatFile(job, columns)
    const told: Told[] = []
    if ('code' in records) {
      told.push({ number: '0', finding: records })
      return { operations: [], report: () => flatReport({ total: 0, told }), fatal: true }
    }
    const groups = new Map<string, FlatRecord[]>()
    for (const record of records) groups.set(keyOf(record), [...(groups.get(keyOf(record)) ?? []), record])
    const operations = [...groups.values()].map((group) => () => {
      const finding = carryOut(job, group)
      if (!finding) return
      for (const { number, cell } of group)
        told.push({ number, finding: { orderId: cell('order-id'), orderItemId: cell('order-item-id'), ...finding } })
    })
    return { operations, report: () => flatReport({ total: records.length, told }) }
  }
  return { roles: ROLES, work }
}
