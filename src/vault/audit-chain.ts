import { createHmac, timingSafeEqual } from 'node:crypto'
import type { NotedAct, NotedMerchantAct } from '#core/audit/acts.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Tx } from '#store/db.ts'

/** Where a chain lies: its rows, its head, and the column that says whose it is. */
type Place = { readonly rows: string; readonly heads: string; readonly owner: string }

const OF_MERCHANT: Place = { rows: 'millrace.audit', heads: 'millrace.audit_heads', owner: 'merchant_id' }
const OF_DEPLOYMENT: Place = { rows: 'deployment.audit', heads: 'deployment.audit_heads', owner: 'chain' }

/** One chain inside one transaction, whose it is, and the key that binds its rows together. */
export type AuditChain = { readonly tx: Tx; readonly place: Place; readonly owner: string; readonly key: Buffer }

/** The chain of a merchant: what was done with its data (U3). */
export const merchantChain = (tx: Tx, merchant: MerchantId, key: Buffer): AuditChain => ({
  tx,
  place: OF_MERCHANT,
  owner: merchant,
  key,
})

/** The chain of the deployment: people, keys, connections; no merchant bears this name (U6). */
export const deploymentChain = (tx: Tx, key: Buffer): AuditChain => ({
  tx,
  place: OF_DEPLOYMENT,
  owner: 'deployment',
  key,
})

/** What a machine did with buyer data: counts and ids of ours, never buyer data itself. */
export type AccessContent = {
  readonly act: 'opened' | 'purged' | 'pruned'
  readonly purpose: string
  readonly counts: Readonly<Record<string, number>>
  /** Numbers of the orders, documents or pages that went. */
  readonly gone?: Readonly<Record<string, readonly number[]>>
}

/** What a row says: an access of a machine, or an act of somebody. */
export type AuditContent = AccessContent | Omit<NotedAct, 'at'> | Omit<NotedMerchantAct, 'at'>

/** One row of the audit; epoch ms. */
export type AuditRow = AuditContent & { readonly seq: number; readonly at: number }

/** A row as it is kept: the content as the text that was bound. */
export type BoundRow = {
  readonly seq: number
  readonly at: number
  readonly content: string
  readonly mac: Buffer
}

/** The last row, and the last one that was pruned, each with its code; kept apart from the rows, so that a cut tail is seen. */
export type AuditHead = {
  readonly seq: number
  readonly mac: Buffer
  readonly at: number
  readonly fromSeq: number
  readonly fromMac: Buffer
  readonly proof: Buffer
}

const NOTHING_BEFORE = Buffer.alloc(32)

const headOf = ({ heads, owner }: Place) =>
  `select seq, mac, at, from_seq as "fromSeq", from_mac as "fromMac", proof from ${heads} where ${owner} = $1`

/** Adds a row to the audit and moves its head, in the caller's transaction (U3). Called last: it holds others back until the commit. */
export async function appendAudit(
  chain: AuditChain,
  row: { readonly at: number; readonly content: AuditContent },
): Promise<void> {
  await appendAfter(chain, await lockHead(chain), row)
}

/** The same after a head that is locked already. */
export async function appendAfter(
  chain: AuditChain,
  head: Omit<AuditHead, 'proof'>,
  { at, content }: { readonly at: number; readonly content: AuditContent },
): Promise<void> {
  const seq = head.seq + 1
  const text = JSON.stringify(content)
  const mac = macOf(chain, head.mac, { seq, at, content: text })
  const next = { ...head, seq, mac, at }
  const { rows, heads, owner } = chain.place
  await chain.tx.query(
    `with row as (insert into ${rows} (${owner}, seq, at, content, mac) values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5))
     update ${heads} set seq = $2, mac = $5, at = to_timestamp($3::float8 / 1000), from_seq = $6, from_mac = $7, proof = $8 where ${owner} = $1`,
    [chain.owner, seq, at, text, mac, head.fromSeq, head.fromMac, proofOf(chain, next)],
  )
}

/** The head, locked until the end of the transaction. One that was changed from outside is never built upon: that would hide it. */
export async function lockHead(chain: AuditChain): Promise<AuditHead> {
  const { tx, place, owner } = chain
  const read = async () => (await tx.query<AuditHead>(`${headOf(place)} for update`, [owner]))[0]
  let head = await read()
  if (!head) {
    const first = { seq: 0, mac: NOTHING_BEFORE, at: 0, fromSeq: 0, fromMac: NOTHING_BEFORE }
    await tx.query(
      `insert into ${place.heads} (${place.owner}, seq, mac, at, from_seq, from_mac, proof)
       values ($1, 0, $2, to_timestamp(0), 0, $2, $3) on conflict do nothing`,
      [owner, NOTHING_BEFORE, proofOf(chain, first)],
    )
    head = await read()
  }
  if (!head) throw new Error('The audit just begun cannot be read.')
  if (!isProven(chain, head))
    throw new Error('The audit was changed from outside, so nothing more is opened: ./millrace audit verify')
  return head
}

/** The head as it is, not locked; null before the first row. */
export async function readHead({ tx, place, owner }: AuditChain): Promise<AuditHead | null> {
  return (await tx.query<AuditHead>(headOf(place), [owner]))[0] ?? null
}

/** Rows after one, in their order, as they are kept. */
export const boundRows = (
  { tx, place, owner }: AuditChain,
  page: { after: number; limit: number },
): Promise<BoundRow[]> =>
  tx.query<BoundRow>(
    `select seq, at, content, mac from ${place.rows} where ${place.owner} = $1 and seq > $2 order by seq limit $3`,
    [owner, page.after, page.limit],
  )

/** What binds a row to the one before it. */
export const macOf = (
  { key, owner }: AuditChain,
  before: Buffer,
  { seq, at, content }: Omit<BoundRow, 'mac'>,
): Buffer =>
  createHmac('sha256', key)
    .update(before)
    .update(JSON.stringify(['row', owner, seq, at, content]))
    .digest()

const proofOf = ({ key, owner }: AuditChain, { seq, mac, at, fromSeq, fromMac }: Omit<AuditHead, 'proof'>): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify(['head', owner, seq, mac.toString('hex'), at, fromSeq, fromMac.toString('hex')]))
    .digest()

/** True when the head is as this program wrote it. */
export function isProven(chain: AuditChain, head: AuditHead): boolean {
  const proof = proofOf(chain, head)
  return proof.length === head.proof.length && timingSafeEqual(proof, head.proof)
}
