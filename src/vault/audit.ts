import {
  type AuditChain,
  type AuditContent,
  type AuditRow,
  appendAfter,
  appendAudit,
  boundRows,
  lockHead,
} from './audit-chain.ts'
import { type AuditVerdict, type NotedHead, verifyAudit } from './verify-audit.ts'

const DAY = 86_400_000
/** What Amazon's policy wants at least; the database deletes nothing younger, whoever asks. */
const FLOOR = 365 * DAY

/** The audit of one merchant in one transaction: who opened buyer data for what, and what was purged (U3). */
export type Audit = ReturnType<typeof openAudit>

/** Opens a merchant's audit inside a transaction. */
export function openAudit(chain: AuditChain) {
  return {
    /** Rows after one, in their order. */
    list: async (page: { readonly after: number; readonly limit: number }): Promise<AuditRow[]> =>
      (await boundRows(chain, page)).map(readRow),
    /** The latest purges, the newest first. */
    lastPurges: async (limit: number): Promise<AuditRow[]> => {
      const rows = await chain.tx.query<{ seq: number; at: number; content: string }>(
        `select seq, at, content from millrace.audit where merchant_id = $1 and content like '{"act":"purged"%' order by seq desc limit $2`,
        [chain.merchant, limit],
      )
      return rows.map(readRow)
    },
    /** Checks the whole of it; with a noted head, also that it still holds that row. */
    verify: (noted: NotedHead | null): Promise<AuditVerdict> => verifyAudit(chain, noted),
    /** Removes rows older than that, never younger than a year; the head keeps the code of the last one removed. Gives how many. */
    prune: (limits: { readonly before: number; readonly now: number }): Promise<number> => prune(chain, limits),
  }
}

/** Writes down what a transaction opened or erased; nothing where it did neither. */
export async function recordAccess(
  chain: AuditChain,
  { at, purpose, access }: { readonly at: number; readonly purpose: string; readonly access: Access },
): Promise<void> {
  const { opened, gone } = access
  const counts = Object.fromEntries(Object.entries(gone).map(([kind, ids]) => [kind, ids.length]))
  const contents: AuditContent[] = []
  if (Object.keys(opened).length > 0) contents.push({ act: 'opened', purpose, counts: opened })
  if (Object.keys(gone).length > 0) contents.push({ act: 'purged', purpose, counts, gone })
  for (const content of contents) await appendAudit(chain, { at, content })
}

/** What was opened (how many) and erased (which) in one transaction so far. */
export type Access = { readonly opened: Record<string, number>; readonly gone: Record<string, readonly number[]> }

const readRow = ({ seq, at, content }: { seq: number; at: number; content: string }): AuditRow => ({
  seq,
  at,
  ...(JSON.parse(content) as AuditContent),
})

async function prune(chain: AuditChain, { before, now }: { before: number; now: number }): Promise<number> {
  const { tx, merchant } = chain
  const head = await lockHead(chain)
  const cutoff = Math.min(before, head.at - FLOOR - 1)
  const [last] = await tx.query<{ seq: number; mac: Buffer }>(
    `select seq, mac from millrace.audit where merchant_id = $1 and seq =
       (select min(seq) from millrace.audit where merchant_id = $1 and at >= to_timestamp($2::float8 / 1000)) - 1`,
    [merchant, cutoff],
  )
  if (!last) return 0
  const gone = await tx.query('delete from millrace.audit where merchant_id = $1 and seq <= $2 returning seq', [
    merchant,
    last.seq,
  ])
  if (gone.length !== last.seq - head.fromSeq) throw new Error('The audit could not be pruned: rows are missing.')
  const content: AuditContent = { act: 'pruned', purpose: 'purge', counts: { rows: gone.length, through: last.seq } }
  await appendAfter(chain, { ...head, fromSeq: last.seq, fromMac: last.mac }, { at: now, content })
  return gone.length
}
