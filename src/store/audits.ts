import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Audit } from '#core/inventory/audit.ts'
import type { Tx } from './db.ts'

/** When a connection is audited next, and who wants it now; epoch ms. */
export type Auditor = { readonly fence: number; readonly nextAt: number | null; readonly wantedBy: string | null }

/** Takes the auditor of a connection for one run, with a new fence. */
export async function claimAuditor(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Auditor> {
  const [row] = await tx.query<Auditor>(
    `insert into millrace.auditors as a (merchant_id, connection_id, fence) values ($1, $2, 1)
     on conflict (merchant_id, connection_id) do update set fence = a.fence + 1
     returning fence, next_at as "nextAt", wanted_by as "wantedBy"`,
    [merchant, connection],
  )
  if (!row) throw new Error('The auditor was not claimed.')
  return row
}

/** True while no later run has taken over; it is then held until the transaction ends. */
export async function holdAuditor(
  tx: Tx,
  merchant: MerchantId,
  { connection, fence }: { readonly connection: ConnectionId; readonly fence: number },
): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from millrace.auditors where merchant_id = $1 and connection_id = $2 and fence = $3 for update',
    [merchant, connection, fence],
  )
  return rows.length === 1
}

/** Plans the next night. */
export const planAudit = (
  tx: Tx,
  merchant: MerchantId,
  plan: { readonly connection: ConnectionId; readonly nextAt: number },
) =>
  tx.query(
    `insert into millrace.auditors (merchant_id, connection_id, next_at) values ($1, $2, to_timestamp($3::float8 / 1000))
     on conflict (merchant_id, connection_id) do update set next_at = excluded.next_at`,
    [merchant, plan.connection, plan.nextAt],
  )

/** Notes who wants an audit now; null once it has begun. */
export const wantAudit = (
  tx: Tx,
  merchant: MerchantId,
  wish: { readonly connection: ConnectionId; readonly by: string | null },
) =>
  tx.query(
    `insert into millrace.auditors (merchant_id, connection_id, wanted_by) values ($1, $2, $3)
     on conflict (merchant_id, connection_id) do update set wanted_by = excluded.wanted_by`,
    [merchant, wish.connection, wish.by],
  )

const SELECT = `select audit_id as "auditId", connection_id as connection, marketplace_id as "marketplaceId", asked_by as "askedBy", state, progress,
  listed, counts, problem, began_at as "beganAt", ended_at as "endedAt" from millrace.drift_audits where merchant_id = $1`

/** The audits of a connection that have not ended, the oldest first. */
export const openAudits = (tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<Audit[]> =>
  tx.query<Audit>(`${SELECT} and connection_id = $2 and ended_at is null order by audit_id`, [merchant, connection])

/** The last audit of a marketplace that ended, or null. */
export async function lastAudit(
  tx: Tx,
  merchant: MerchantId,
  { connection, marketplaceId }: Pick<Audit, 'connection' | 'marketplaceId'>,
): Promise<Audit | null> {
  const [row] = await tx.query<Audit>(
    `${SELECT} and connection_id = $2 and marketplace_id = $3 and ended_at is not null order by audit_id desc limit 1`,
    [merchant, connection, marketplaceId],
  )
  return row ?? null
}

/** Begins an audit of each of these marketplaces, unless one is open. */
export const beginAudits = (
  tx: Tx,
  merchant: MerchantId,
  begun: {
    readonly connection: ConnectionId
    readonly marketplaceIds: readonly string[]
    readonly by: string
    readonly at: number
  },
) =>
  tx.query(
    `insert into millrace.drift_audits (merchant_id, connection_id, marketplace_id, asked_by, state, began_at)
     select $1, $2, m, $4, 'ask', to_timestamp($5::float8 / 1000) from unnest($3::text[]) as m order by m
     on conflict (merchant_id, connection_id, marketplace_id) where ended_at is null do nothing`,
    [merchant, begun.connection, begun.marketplaceIds, begun.by, begun.at],
  )

/** What a step changes; what is left out stays. */
export type AuditChange = Pick<Audit, 'auditId'> &
  Partial<Pick<Audit, 'state' | 'progress' | 'listed' | 'counts' | 'problem' | 'endedAt'>>

/** Writes what a step found out. */
export const moveAudit = (tx: Tx, merchant: MerchantId, c: AuditChange) =>
  tx.query(
    `update millrace.drift_audits set state = coalesce($3, state), progress = coalesce($4::jsonb, progress), listed = coalesce($5, listed),
       counts = coalesce($6::jsonb, counts), problem = coalesce($7::jsonb, problem), ended_at = to_timestamp($8::float8 / 1000)
     where merchant_id = $1 and audit_id = $2 and ended_at is null`,
    [
      merchant,
      c.auditId,
      c.state ?? null,
      c.progress ? JSON.stringify(c.progress) : null,
      c.listed ?? null,
      c.counts ? JSON.stringify(c.counts) : null,
      c.problem ? JSON.stringify(c.problem) : null,
      c.endedAt ?? null,
    ],
  )

/** A page of the audits of a connection, the newest first. */
export const listAudits = (
  tx: Tx,
  merchant: MerchantId,
  page: { readonly connection: ConnectionId; readonly before: number | null; readonly limit: number },
): Promise<Audit[]> =>
  tx.query<Audit>(
    `${SELECT} and connection_id = $2 and ($3::bigint is null or audit_id < $3) order by audit_id desc limit $4`,
    [merchant, page.connection, page.before, page.limit],
  )

/** One audit of a connection, or null. */
export async function findAudit(
  tx: Tx,
  merchant: MerchantId,
  { connection, auditId }: Pick<Audit, 'connection' | 'auditId'>,
): Promise<Audit | null> {
  const [row] = await tx.query<Audit>(`${SELECT} and connection_id = $2 and audit_id = $3`, [
    merchant,
    connection,
    auditId,
  ])
  return row ?? null
}

/** When a connection is audited next, epoch ms, or null. */
export async function nextAudit(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    'select next_at as at from millrace.auditors where merchant_id = $1 and connection_id = $2',
    [merchant, connection],
  )
  return row?.at ?? null
}
