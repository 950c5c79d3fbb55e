import { type AuditChain, type AuditHead, boundRows, isProven, macOf, readHead } from './audit-chain.ts'

const AT_ONCE = 1000

/** One thing that is wrong with an audit, in a sentence. */
export type AuditFault = {
  readonly what: 'changed' | 'removed' | 'tail-cut' | 'head-changed' | 'head-missing' | 'not-as-noted'
  readonly sentence: string
}

/** What was checked, where the audit ends, and what is wrong with it. */
export type AuditVerdict = {
  readonly rows: number
  readonly pruned: number
  readonly head: { readonly seq: number; readonly mac: string } | null
  readonly faults: readonly AuditFault[]
}

/** Where an audit ended when somebody noted it. */
export type NotedHead = { readonly seq: number; readonly mac: string }

/** Checks every row against the one before it, the end against the head, and a row against what was noted of it (U3). */
export async function verifyAudit(chain: AuditChain, noted: NotedHead | null = null): Promise<AuditVerdict> {
  const head = await readHead(chain)
  if (!head) {
    const [left] = await boundRows(chain, { after: 0, limit: 1 })
    const lost = left ? [fault('head-missing', 'The head is gone, and there are rows.')] : []
    const unseen = noted ? [fault('not-as-noted', `Row ${noted.seq}, which was noted, is not there.`)] : []
    return { rows: 0, pruned: 0, head: null, faults: [...lost, ...unseen] }
  }
  const walked = await walk(chain, head, noted)
  const faults = isProven(chain, head)
    ? walked.faults
    : [fault('head-changed', 'The head is not as this program wrote it.'), ...walked.faults]
  return { rows: walked.rows, pruned: head.fromSeq, head: { seq: head.seq, mac: head.mac.toString('hex') }, faults }
}

async function walk(
  chain: AuditChain,
  head: AuditHead,
  noted: NotedHead | null,
): Promise<{ rows: number; faults: readonly AuditFault[] }> {
  const faults: AuditFault[] = []
  let rows = 0
  let last = { seq: head.fromSeq, mac: head.fromMac }
  let isSeen = noted === null || noted.seq <= head.fromSeq
  for (;;) {
    const page = await boundRows(chain, { after: last.seq, limit: AT_ONCE })
    // What was added since the head was read is not ours to judge now.
    for (const row of page.filter(({ seq }) => seq <= head.seq)) {
      if (row.seq !== last.seq + 1) faults.push(removed(last.seq + 1, row.seq - 1))
      else if (!macOf(chain, last.mac, row).equals(row.mac))
        faults.push(fault('changed', `Row ${row.seq} was changed.`))
      if (row.seq === noted?.seq) isSeen = row.mac.toString('hex') === noted.mac
      last = row
      rows++
    }
    if (page.length < AT_ONCE || last.seq >= head.seq) break
  }
  if (last.seq < head.seq)
    faults.push(fault('tail-cut', `The end is cut off: rows ${last.seq + 1} to ${head.seq} are gone.`))
  else if (!last.mac.equals(head.mac))
    faults.push(fault('changed', `Row ${last.seq} is not the one that the head names.`))
  if (!isSeen) faults.push(fault('not-as-noted', `Row ${noted?.seq} is not as it was noted, or is gone.`))
  return { rows, faults }
}

const fault = (what: AuditFault['what'], sentence: string): AuditFault => ({ what, sentence })

const removed = (first: number, last: number): AuditFault =>
  fault('removed', first === last ? `Row ${first} is gone.` : `Rows ${first} to ${last} are gone.`)
