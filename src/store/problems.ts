import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { OF_DEPLOYMENT } from '#core/known-authorization-problems.ts'
import type { ProblemCode } from '#core/known-problems.ts'
import { GATHERED_FOR } from '#core/notifications/mail-pauses.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'
import { clearDeploymentProblems, noteDeploymentProblem } from './deployment-problems.ts'
import { wake } from './due.ts'

/** A problem of a connection, since when it is there and when it was last seen; epoch ms. */
export type OpenProblem = {
  readonly connection: ConnectionId
  readonly subject: string
  readonly problem: Problem
  readonly since: number
  readonly lastSeen: number
}

/** The region of a connection: whose application it uses. */
const regionOf = (connection: ConnectionId): string => connection.split('-')[0] ?? ''

/**
 * Notes a problem of a connection; the same one again only moves `last seen`. Gives since when it is there. What is wrong with the application
 * is noted once for the deployment, and its operators are told (C5).
 */
export async function noteProblem(
  tx: Tx,
  merchant: MerchantId,
  noted: { connection: ConnectionId; subject?: string; problem: Problem; at: number },
): Promise<number> {
  if (OF_DEPLOYMENT.includes(noted.problem.code)) return noteOfDeployment(tx, merchant, noted)
  const [row] = await tx.query<{ since: number }>(
    `insert into millrace.problems as p (merchant_id, connection_id, code, subject, facts, since, last_seen)
     values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($6::float8 / 1000))
     on conflict (merchant_id, connection_id, code, subject) do update
       set facts = excluded.facts, last_seen = excluded.last_seen, cleared_at = null, since = case when p.cleared_at is null then p.since else excluded.since end
     returning since`,
    [
      merchant,
      noted.connection,
      noted.problem.code,
      noted.subject ?? '',
      JSON.stringify(noted.problem.facts),
      noted.at,
    ],
  )
  if (!row) throw new Error('The problem was not noted.')
  // Only a new one: the same again tells nothing new.
  if (row.since === noted.at) await wake(tx, { merchant, kind: 'notify', subject: '' }, noted.at + GATHERED_FOR)
  return row.since
}

async function noteOfDeployment(
  tx: Tx,
  merchant: MerchantId,
  { connection, problem, at }: { connection: ConnectionId; problem: Problem; at: number },
): Promise<number> {
  const since = await noteDeploymentProblem(tx, { subject: regionOf(connection), problem, at })
  if (since === at) await wake(tx, { merchant, kind: 'authorization', subject: '' }, at + GATHERED_FOR)
  return since
}

/** Clears problems that are over; with subjects, only those of these subjects. */
export async function clearProblems(
  tx: Tx,
  merchant: MerchantId,
  over: { connection: ConnectionId; codes: readonly ProblemCode[]; subjects?: readonly string[]; at: number },
): Promise<void> {
  const codes = over.codes.filter((code) => OF_DEPLOYMENT.includes(code))
  if (codes.length > 0) await clearDeploymentProblems(tx, { codes, subject: regionOf(over.connection), at: over.at })
  await tx.query(
    `update millrace.problems set cleared_at = to_timestamp($5::float8 / 1000)
     where merchant_id = $1 and connection_id = $2 and code = any($3) and ($4::text[] is null or subject = any($4)) and cleared_at is null`,
    [merchant, over.connection, [...over.codes], over.subjects ?? null, over.at],
  )
}

type ProblemRow = {
  connection_id: ConnectionId
  code: ProblemCode
  subject: string
  facts: Problem['facts']
  since: number
  last_seen: number
}

const toProblem = (row: ProblemRow): OpenProblem => ({
  connection: row.connection_id,
  subject: row.subject,
  problem: { code: row.code, facts: row.facts },
  since: row.since,
  lastSeen: row.last_seen,
})

/** The merchant's own problems, and those of the applications that its connections use. */
const OPEN = `(select connection_id, code, subject, facts, since, last_seen from millrace.problems where merchant_id = $1 and cleared_at is null
  union all select c.connection_id, p.code, p.subject, p.facts, p.since, p.last_seen
    from deployment.problems p join millrace.connections c on c.merchant_id = $1 and c.region = p.subject where p.cleared_at is null) open`

/** The problems that are there now, those last seen first. */
export async function listProblems(tx: Tx, merchant: MerchantId): Promise<OpenProblem[]> {
  const rows = await tx.query<ProblemRow>(
    `select connection_id, code, subject, facts, since, last_seen from ${OPEN} order by last_seen desc, code, subject limit 200`,
    [merchant],
  )
  return rows.map(toProblem)
}

/** Where a problem stands in the list of them: since when, connection, code, subject. */
export type ProblemKey = readonly [since: number, connection: string, code: string, subject: string]

/** A page of the problems that are there now, the newest first. */
export async function pageOfProblems(
  tx: Tx,
  merchant: MerchantId,
  { after, limit }: { readonly after: ProblemKey | null; readonly limit: number },
): Promise<OpenProblem[]> {
  const rows = await tx.query<ProblemRow>(
    `select connection_id, code, subject, facts, since, last_seen from ${OPEN}
     where ($2::float8 is null or since < to_timestamp($2::float8 / 1000)
       or (since = to_timestamp($2::float8 / 1000) and (connection_id, code, subject) > ($3, $4, $5)))
     order by since desc, connection_id, code, subject limit $6`,
    [merchant, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, after?.[3] ?? null, limit],
  )
  return rows.map(toProblem)
}

/** Tells the operators that a merchant tried to connect a selling partner of another one (C3). */
export const noteMixUp = (tx: Tx, merchant: MerchantId, met: { connection: ConnectionId; at: number }) =>
  noteDeploymentProblem(tx, {
    subject: `${met.connection} by ${merchant}`,
    problem: { code: 'held-by-other-merchant', facts: {} },
    at: met.at,
  })

/** Clears mix-ups last seen before an instant, the merchant's and the operators'; gives when the oldest that is left was seen, or null. */
export async function forgetMixUps(
  tx: Tx,
  merchant: MerchantId,
  { before, at }: { readonly before: number; readonly at: number },
): Promise<number | null> {
  await tx.query(
    `with ours as (update millrace.problems set cleared_at = to_timestamp($3::float8 / 1000)
       where merchant_id = $1 and code = 'held-by-other-merchant' and cleared_at is null and last_seen <= to_timestamp($2::float8 / 1000))
     update deployment.problems set cleared_at = to_timestamp($3::float8 / 1000)
       where code = 'held-by-other-merchant' and subject like '% by ' || $1 and cleared_at is null and last_seen <= to_timestamp($2::float8 / 1000)`,
    [merchant, before, at],
  )
  const [row] = await tx.query<{ seen: number | null }>(
    `select min(last_seen) as seen from millrace.problems where merchant_id = $1 and code = 'held-by-other-merchant' and cleared_at is null`,
    [merchant],
  )
  return row?.seen ?? null
}
