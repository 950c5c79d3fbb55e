import type { NotedAct, NotedMerchantAct } from '#core/audit/acts.ts'
import {
  type AccessContent,
  type AuditChain,
  type AuditContent,
  type AuditRow,
  appendAfter,
  appendAudit,
  boundRows,
  lockHead,
} from './audit-chain.ts'
import { type ActsWanted, countActs, findActs, namesIn } from './find-acts.ts'
import { type AuditVerdict, type NotedHead, verifyAudit } from './verify-audit.ts'

const DAY = 86_400_000
/** What Amazon's policy wants at least; the database deletes nothing younger, whoever asks. */
const FLOOR = 365 * DAY

/** One audit in one transaction: who opened buyer data for what, what was purged, who did what (U3, U6). */
export type Audit = ReturnType<typeof openAudit>

/** Opens an audit inside a transaction; its chain is made ready when it is first asked. */
export function openAudit(ready: () => Promise<AuditChain>) {
  return {
    /** Rows after one, in their order. */
    list: async (page: { readonly after: number; readonly limit: number }): Promise<AuditRow[]> =>
      (await boundRows(await ready(), page)).map((row) => readRow<AuditRow>(row)),
    /** What people and programs did, after a row or from an instant on; openings of machines are left out. */
    acts: async ({ after = 0, from = 0 }: { readonly after?: number; readonly from?: number }): Promise<ActRow[]> => {
      const { tx, place, owner } = await ready()
      const rows = await tx.query<{ seq: number; at: number; content: string }>(
        `select seq, at, content from ${place.rows} where ${place.owner} = $1 and seq > $2 and at >= to_timestamp($3::float8 / 1000)
           and content !~ '^{"act":"(opened|purged|pruned)"' order by seq`,
        [owner, after, from],
      )
      return rows.map((row) => readRow<ActRow>(row))
    },
    /** A page of what people and programs did, the newest first (U6). */
    find: async (wanted: ActsWanted): Promise<ActRow[]> =>
      (await findActs(await ready(), wanted)).map((row) => readRow<ActRow>(row)),
    /** Who stands in it; in the deployment's audit those who did something about a merchant. */
    names: async (merchant?: string): Promise<string[]> => namesIn(await ready(), merchant),
    /** How many acts of each kind stand in these rows. */
    count: async (rows: readonly [after: number, through: number]): Promise<Record<string, number>> =>
      countActs(await ready(), rows),
    /** The number of the last row, and when the first was written; 0 and null while there is none. */
    span: async (): Promise<{ readonly lastSeq: number; readonly firstAt: number | null }> => {
      const { tx, place, owner } = await ready()
      const [row] = await tx.query<{ lastSeq: number; firstAt: number | null }>(
        `select coalesce((select seq from ${place.heads} where ${place.owner} = $1), 0) as "lastSeq",
           (select at from ${place.rows} where ${place.owner} = $1 order by seq limit 1) as "firstAt"`,
        [owner],
      )
      return row ?? { lastSeq: 0, firstAt: null }
    },
    /** The latest purges, the newest first. */
    lastPurges: async (limit: number): Promise<AccessRow[]> => {
      const { tx, place, owner } = await ready()
      const rows = await tx.query<{ seq: number; at: number; content: string }>(
        `select seq, at, content from ${place.rows} where ${place.owner} = $1 and content like '{"act":"purged"%' order by seq desc limit $2`,
        [owner, limit],
      )
      return rows.map((row) => readRow<AccessRow>(row))
    },
    /** Checks the whole of it; with a noted head, also that it still holds that row. */
    verify: async (noted: NotedHead | null): Promise<AuditVerdict> => verifyAudit(await ready(), noted),
    /** Removes rows older than that, never younger than a year; the head keeps the code of the last one removed. Gives how many. */
    prune: async (limits: { readonly before: number; readonly now: number }): Promise<number> =>
      prune(await ready(), limits),
  }
}

/** Writes down what a transaction opened or erased; nothing where it did neither. */
export async function recordAccess(
  ready: () => Promise<AuditChain>,
  { at, purpose, access }: { readonly at: number; readonly purpose: string; readonly access: Access },
): Promise<void> {
  const { opened, gone } = access
  const counts = Object.fromEntries(Object.entries(gone).map(([kind, ids]) => [kind, ids.length]))
  const contents: AuditContent[] = []
  if (Object.keys(opened).length > 0) contents.push({ act: 'opened', purpose, counts: opened })
  if (Object.keys(gone).length > 0) contents.push({ act: 'purged', purpose, counts, gone })
  for (const content of contents) await appendAudit(await ready(), { at, content })
}

/** Notes acts in their order (U3, U6); the instant belongs to the row. */
export async function recordActs(chain: AuditChain, acts: readonly (NotedAct | NotedMerchantAct)[]): Promise<void> {
  for (const { at, ...content } of acts) await appendAudit(chain, { at, content })
}

/** What was opened (how many) and erased (which) in one transaction so far. */
export type Access = { readonly opened: Record<string, number>; readonly gone: Record<string, readonly number[]> }

/** A row about what somebody did; epoch ms. */
export type ActRow = Exclude<AuditContent, AccessContent> & { readonly seq: number; readonly at: number }

/** A row about an access of a machine; epoch ms. */
export type AccessRow = AccessContent & { readonly seq: number; readonly at: number }

const readRow = <Row>({ seq, at, content }: { seq: number; at: number; content: string }): Row =>
  ({ seq, at, ...JSON.parse(content) }) as Row

async function prune(chain: AuditChain, { before, now }: { before: number; now: number }): Promise<number> {
  const { tx, place, owner } = chain
  const head = await lockHead(chain)
  const cutoff = Math.min(before, head.at - FLOOR - 1)
  const [last] = await tx.query<{ seq: number; mac: Buffer }>(
    `select seq, mac from ${place.rows} where ${place.owner} = $1 and seq =
       (select min(seq) from ${place.rows} where ${place.owner} = $1 and at >= to_timestamp($2::float8 / 1000)) - 1`,
    [owner, cutoff],
  )
  if (!last) return 0
  const gone = await tx.query(`delete from ${place.rows} where ${place.owner} = $1 and seq <= $2 returning seq`, [
    owner,
    last.seq,
  ])
  if (gone.length !== last.seq - head.fromSeq) throw new Error('The audit could not be pruned: rows are missing.')
  const content: AuditContent = { act: 'pruned', purpose: 'purge', counts: { rows: gone.length, through: last.seq } }
  await appendAfter(chain, { ...head, fromSeq: last.seq, fromMac: last.mac }, { at: now, content })
  return gone.length
}
