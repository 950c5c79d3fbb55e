import type { ProblemCode } from '#core/known-problems.ts'
import type { Problem } from '#core/problems.ts'
import type { Pool, Tx } from './db.ts'
import { withoutMerchant } from './db.ts'

/** A problem of the deployment, and since when it is there; epoch ms (C5). */
export type DeploymentProblem = {
  readonly subject: string
  readonly problem: Problem
  readonly since: number
  readonly lastSeen: number
}

/** Notes a problem of the deployment, once however many merchants meet it; gives since when it is there. */
export async function noteDeploymentProblem(
  tx: Tx,
  noted: { readonly subject: string; readonly problem: Problem; readonly at: number },
): Promise<number> {
  const [row] = await tx.query<{ since: number }>(
    `insert into deployment.problems as p (code, subject, facts, since, last_seen) values ($1, $2, $3, to_timestamp($4::float8 / 1000), to_timestamp($4::float8 / 1000))
     on conflict (code, subject) do update set facts = excluded.facts, last_seen = excluded.last_seen, cleared_at = null,
       since = case when p.cleared_at is null then p.since else excluded.since end
     returning since`,
    [noted.problem.code, noted.subject, JSON.stringify(noted.problem.facts), noted.at],
  )
  if (!row) throw new Error('The problem was not noted.')
  return row.since
}

/** Clears problems of the deployment that are over. */
export const clearDeploymentProblems = (
  tx: Tx,
  over: { readonly codes: readonly ProblemCode[]; readonly subject: string; readonly at: number },
) =>
  tx.query(
    `update deployment.problems set cleared_at = to_timestamp($3::float8 / 1000) where code = any($1) and subject = $2 and cleared_at is null`,
    [[...over.codes], over.subject, over.at],
  )

/** The problems of the deployment that are there now, the oldest first. */
export const listDeploymentProblems = (pool: Pool): Promise<DeploymentProblem[]> =>
  withoutMerchant(pool, async (tx) => {
    const rows = await tx.query<{
      code: ProblemCode
      subject: string
      facts: Problem['facts']
      since: number
      lastSeen: number
    }>(
      `select code, subject, facts, since, last_seen as "lastSeen" from deployment.problems where cleared_at is null order by since, code, subject limit 100`,
    )
    return rows.map(({ code, facts, ...row }) => ({ ...row, problem: { code, facts } }))
  })
