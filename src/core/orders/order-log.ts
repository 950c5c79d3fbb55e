import type { ProblemCode } from '../known-problems.ts'
import type { Facts } from '../problems.ts'
import type { SkipReason } from './import-outcome.ts'

/** One step of an order's import: the sentence people read, and code and facts for programs. Never buyer data (E3). */
export type LogEntry = {
  readonly sentence: string
  readonly level: 'note' | 'error'
  readonly code?: ProblemCode | SkipReason
  readonly facts?: Facts
}

/** The story of one order's import, in the order it happened (E3). */
export type OrderLog = readonly LogEntry[]
