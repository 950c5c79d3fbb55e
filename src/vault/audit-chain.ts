import { createHmac, timingSafeEqual } from 'node:crypto'
import type { MerchantId } from '#core/ids.ts'
import type { Tx } from '#store/db.ts'

/** A merchant's audit inside one transaction, and the key that binds its rows together. */
export type AuditChain = { readonly tx: Tx; readonly merchant: MerchantId; readonly key: Buffer }

/** What was done with buyer data: counts and ids of ours, never buyer data itself. */
export type AuditContent = {
  readonly act: 'opened' | 'purged' | 'pruned'
  readonly purpose: string
  readonly counts: Readonly<Record<string, number>>
  /** Numbers of the orders, documents or pages that went. */
  readonly gone?: Readonly<Record<string, readonly number[]>>
}

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

const HEAD = `select seq, mac, at, from_seq as "fromSeq", from_mac as "fromMac", proof from millrace.audit_heads where merchant_id = $1`

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
  await chain.tx.query(
    `with row as (insert into millrace.audit (merchant_id, seq, at, content, mac) values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5))
     update millrace.audit_heads set seq = $2, mac = $5, at = to_timestamp($3::float8 / 1000), from_seq = $6, from_mac = $7, proof = $8 where merchant_id = $1`,
    [chain.merchant, seq, at, text, mac, head.fromSeq, head.fromMac, proofOf(chain, next)],
  )
}

/** The head, locked until the end of the transaction. One that was changed from outside is never built upon: that would hide it. */
export async function lockHead(chain: AuditChain): Promise<AuditHead> {
  const { tx, merchant } = chain
  const read = async () => (await tx.query<AuditHead>(`${HEAD} for update`, [merchant]))[0]
  let head = await read()
  if (!head) {
    const first = { seq: 0, mac: NOTHING_BEFORE, at: 0, fromSeq: 0, fromMac: NOTHING_BEFORE }
    await tx.query(
      `insert into millrace.audit_heads (merchant_id, seq, mac, at, from_seq, from_mac, proof)
       values ($1, 0, $2, to_timestamp(0), 0, $2, $3) on conflict do nothing`,
      [merchant, NOTHING_BEFORE, proofOf(chain, first)],
    )
    head = await read()
  }
  if (!head) throw new Error('The audit just begun cannot be read.')
  if (!isProven(chain, head))
    throw new Error('The audit was changed from outside, so nothing more is opened: ./millrace audit verify')
  return head
}

/** The head as it is, not locked; null before the first row. */
export async function readHead({ tx, merchant }: AuditChain): Promise<AuditHead | null> {
  return (await tx.query<AuditHead>(HEAD, [merchant]))[0] ?? null
}

/** Rows after one, in their order, as they are kept. */
export const boundRows = ({ tx, merchant }: AuditChain, page: { after: number; limit: number }): Promise<BoundRow[]> =>
  tx.query<BoundRow>(
    'select seq, at, content, mac from millrace.audit where merchant_id = $1 and seq > $2 order by seq limit $3',
    [merchant, page.after, page.limit],
  )

/** What binds a row to the one before it. */
export const macOf = (
  { key, merchant }: AuditChain,
  before: Buffer,
  { seq, at, content }: Omit<BoundRow, 'mac'>,
): Buffer =>
  createHmac('sha256', key)
    .update(before)
    .update(JSON.stringify(['row', merchant, seq, at, content]))
    .digest()

const proofOf = ({ key, merchant }: AuditChain, { seq, mac, at, fromSeq, fromMac }: Omit<AuditHead, 'proof'>): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify(['head', merchant, seq, mac.toString('hex'), at, fromSeq, fromMac.toString('hex')]))
    .digest()

/** True when the head is as this program wrote it. */
export function isProven(chain: AuditChain, head: AuditHead): boolean {
  const proof = proofOf(chain, head)
  return proof.length === head.proof.length && timingSafeEqual(proof, head.proof)
}
