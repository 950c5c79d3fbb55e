import { z } from 'zod'
import type { LogEntry, OrderLog } from '#core/orders/order-log.ts'
import { TABS } from '#core/settings/open-tabs.ts'
import { errorFilters } from './error-log.ts'
import { instant, pageQuery } from './parts.ts'
import { toldProblem } from './problem.ts'

/** One step of an import (E3). */
export const logEntry = z
  .object({
    level: z.enum(['note', 'error']),
    sentence: z.string().describe('For people.'),
    code: z.string().nullable().describe('For programs.'),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'LogEntry' })

const writeEntry = ({ level, sentence, code, facts }: LogEntry): z.output<typeof logEntry> => ({
  level,
  sentence,
  code: code ?? null,
  facts: { ...facts },
})

/** Writes a log. */
export const writeLog = (log: OrderLog): z.output<typeof logEntry>[] => log.map(writeEntry)

const STATES = ['held', 'placed', 'pending', 'skipped'] as const

/** An inbound order document in a list (E1). */
export const documentSummary = z
  .object({
    documentId: z.int(),
    amazonOrderId: z.string().describe('The Amazon order id, or what stands for it where it cannot be read.'),
    connection: z.string(),
    state: z.enum(STATES),
    reason: z.string().nullable().describe('Why it was skipped.'),
    problems: z.array(toldProblem).describe('Everything that keeps it from being imported.'),
    receivedAt: instant,
    decidedAt: instant,
  })
  .meta({ id: 'DocumentSummary' })

/** A document with its log (E2). */
export const documentDetail = documentSummary
  .extend({ log: z.array(logEntry).describe('What the import did, step by step.') })
  .meta({ id: 'Document', description: 'One inbound order and what became of it.' })

/** Which documents are wanted. */
export const documentQuery = pageQuery.extend({
  state: z.enum(STATES).optional().describe('Without it: what is held, and what waits for a person.'),
  ...errorFilters,
})

/** A document in the path. */
export const documentParams = z.strictObject({
  documentId: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the number of a document')
    .describe('The number of the document.'),
})

/** A problem that belongs to no single document. */
export const openProblem = toldProblem
  .extend({
    connection: z.string(),
    subject: z.string().describe('What it is about, such as a marketplace.'),
    since: instant,
    lastSeen: instant,
  })
  .meta({ id: 'OpenProblem' })

/** The calls of one day at Amazon. */
export const callCount = z
  .object({
    day: z.string().describe('The day in UTC, YYYY-MM-DD.'),
    connection: z.string(),
    operation: z.string(),
    calls: z.int(),
    throttled: z.int(),
    failed: z.int(),
  })
  .meta({ id: 'CallCount' })

/** How far back calls are wanted. */
export const callQuery = pageQuery.extend({ days: z.coerce.number<string>().int().min(1).max(365).default(7) })

const counts = z.record(z.string(), z.int())

/** How the merchant's work stands. */
export const statusReply = z
  .object({
    merchant: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), currency: z.string() }),
    at: instant,
    connections: z.array(z.object({ id: z.string(), state: z.string(), importing: z.boolean() })),
    tabs: z.array(z.enum(TABS)).describe('Which tabs of Amazon Seller Central are open.'),
    orders: counts.describe('How many orders are in each stage; 10,001 stands for more than 10,000.'),
    documents: counts.describe('How many documents are in each state; 10,001 stands for more than 10,000.'),
    problems: z.int().describe('How many problems are open.'),
    auditReview: z
      .object({ dueAt: instant.nullable(), overdue: z.boolean(), alarms: z.int() })
      .describe('The review of the audit every two weeks, and how many alarms nobody has looked at.'),
    accessReview: z
      .object({ dueAt: instant.nullable(), overdue: z.boolean() })
      .describe('When somebody must look through who may do what.'),
  })
  .meta({ id: 'Status' })
