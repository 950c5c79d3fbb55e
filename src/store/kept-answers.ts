import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** An answer of the REST API as it was sent; it holds no buyer data. */
export type KeptAnswer = { readonly status: number; readonly contentType: string; readonly body: string }

/** Whose turn it is: ours to do the work, an answer that is there, another request under this key, or the same one still running. */
export type Turn =
  | { readonly kind: 'ours'; readonly run: number }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'running' }

/** A request under its key; instants in epoch ms. */
export type KeyedRequest = {
  readonly key: string
  readonly request: string
  readonly at: number
  /** Begun before this, an answer is forgotten. */
  readonly forgottenBefore: number
  /** Begun before this and not answered, its worker is gone. */
  readonly abandonedBefore: number
}

type Row = { request: string; status: number | null; content_type: string | null; body: string | null }

const at = (n: number) => `to_timestamp($${n}::float8 / 1000)`

/** Takes the turn for a request, or says why not; of two at the same moment one gets it. What is older than 24 hours is removed. */
export async function takeTurn(tx: Tx, merchant: MerchantId, asked: KeyedRequest): Promise<Turn> {
  await tx.query(`delete from millrace.kept_answers where merchant_id = $1 and begun_at < ${at(2)}`, [
    merchant,
    asked.forgottenBefore,
  ])
  const [taken] = await tx.query<{ run: number }>(
    `insert into millrace.kept_answers as k (merchant_id, answer_key, request, begun_at) values ($1, $2, $3, ${at(4)})
     on conflict (merchant_id, answer_key) do update set run = k.run + 1, begun_at = excluded.begun_at
       where k.request = excluded.request and k.status is null and k.begun_at < ${at(5)}
     returning run`,
    [merchant, asked.key, asked.request, asked.at, asked.abandonedBefore],
  )
  if (taken) return { kind: 'ours', run: taken.run }
  const [row] = await tx.query<Row>(
    'select request, status, content_type, body from millrace.kept_answers where merchant_id = $1 and answer_key = $2',
    [merchant, asked.key],
  )
  if (row && row.request !== asked.request) return { kind: 'other-request' }
  if (!row || row.status === null) return { kind: 'running' }
  const answer = { status: row.status, contentType: row.content_type ?? '', body: row.body ?? '' }
  return { kind: 'answered', answer }
}

type Run = { readonly key: string; readonly run: number }

/** Keeps the answer of a run, unless a later run has taken over. */
export const keepAnswer = (tx: Tx, merchant: MerchantId, { key, run, answer }: Run & { readonly answer: KeptAnswer }) =>
  tx.query(
    `update millrace.kept_answers set status = $4, content_type = $5, body = $6
     where merchant_id = $1 and answer_key = $2 and run = $3 and status is null`,
    [merchant, key, run, answer.status, answer.contentType, answer.body],
  )

/** Gives the turn back: the run failed on our side, and a repeat shall be done. */
export const giveUpTurn = (tx: Tx, merchant: MerchantId, { key, run }: Run) =>
  tx.query(
    'delete from millrace.kept_answers where merchant_id = $1 and answer_key = $2 and run = $3 and status is null',
    [merchant, key, run],
  )
