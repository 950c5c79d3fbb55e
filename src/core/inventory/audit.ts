import type { ConnectionId } from '../ids.ts'
import type { Problem } from '../problems.ts'

/** What an audit needs to go on after a stop; instants in epoch ms. */
export type AuditProgress = {
  readonly reportId?: string
  readonly documentId?: string
  readonly reportAskedAt?: number
  /** Since when Amazon gives no useful answer. */
  readonly troubleSince?: number
  /** The last SKU that was compared. */
  readonly afterSku?: string
  /** False: of a report that is not whole nothing is missing. */
  readonly isWhole?: boolean
}

/** One audit of a connection in one marketplace (I12); instants in epoch ms. */
export type Audit = {
  readonly auditId: number
  readonly connection: ConnectionId
  readonly marketplaceId: string
  readonly askedBy: string
  readonly state: 'ask' | 'wait' | 'read' | 'compare' | 'done' | 'failed'
  readonly progress: AuditProgress
  readonly listed: number
  /** How many SKUs differ, by class; and `gone`: how many are no longer listed. */
  readonly counts: Readonly<Record<string, number>>
  readonly problem: Problem | null
  readonly beganAt: number
  readonly endedAt: number | null
}
