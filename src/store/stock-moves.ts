import type { CenterCode, ItemId, MerchantId } from '#core/ids.ts'
import type { ShelfMove } from '#core/inventory/shelf-move.ts'
import type { Tx } from './db.ts'
import type { PageOf } from './items.ts'

/** Moves that a person made, in their order. */
export type MadeMoves = { readonly moves: readonly ShelfMove[]; readonly who: string; readonly at: number }

const MOVE = `
with m as (select * from jsonb_to_recordset($2::jsonb) as m (n integer, kind text, "itemId" text, center text, change bigint, "onHand" bigint, reason text, reference text)),
lies as (insert into millrace.stock as s (merchant_id, item_id, center_code, on_hand)
  select distinct on (m."itemId", m.center) $1, m."itemId", m.center, m."onHand" from m order by m."itemId", m.center, m.n desc
  on conflict (merchant_id, item_id, center_code) do update set on_hand = excluded.on_hand)
insert into millrace.stock_moves (merchant_id, at, kind, item_id, center_code, change, on_hand, reason, who, reference)
select $1, to_timestamp($3::float8 / 1000), m.kind, m."itemId", m.center, m.change, m."onHand", m.reason, $4, m.reference from m order by m.n`

const CAME = `
update millrace.stock s set restock_on = null from jsonb_to_recordset($2::jsonb) as m ("itemId" text, center text)
where s.merchant_id = $1 and s.item_id = m."itemId" and s.center_code = m.center and s.restock_on is not null`

/**
 * Records moves that a person made: what lies there now, and a row of the history for each; what is reserved stays (O20). What came is
 * no longer awaited: the restock day goes with the receipt (I5).
 */
export async function recordMoves(tx: Tx, merchant: MerchantId, { moves, who, at }: MadeMoves): Promise<void> {
  if (moves.length === 0) return
  await tx.query(MOVE, [merchant, JSON.stringify(moves.map((move, n) => ({ ...move, n }))), at, who])
  const came = moves.filter(({ kind }) => kind === 'receipt')
  if (came.length > 0) await tx.query(CAME, [merchant, JSON.stringify(came)])
}

/** A row of the history of an item's stock; `at` in epoch ms. */
export type StockMoveRow = {
  readonly moveId: number
  readonly at: number
  readonly kind: ShelfMove['kind'] | 'shipment' | 'restock'
  readonly itemId: ItemId
  readonly center: CenterCode
  readonly change: number
  readonly onHand: number
  readonly reason: string
  readonly who: string
  readonly reference: string
}

/** The history of an item's stock, the newest move first; with a center only what happened there. */
export const listStockMoves = (
  tx: Tx,
  merchant: MerchantId,
  { after, limit, itemId, center }: PageOf<number> & { readonly itemId: ItemId; readonly center: CenterCode | null },
): Promise<StockMoveRow[]> =>
  tx.query<StockMoveRow>(
    `select move_id as "moveId", at, kind, item_id as "itemId", center_code as center, change, on_hand as "onHand", reason, who, reference
     from millrace.stock_moves where merchant_id = $1 and item_id = $2 and ($3::bigint is null or move_id < $3) and ($4::text is null or center_code = $4)
     order by move_id desc limit $5`,
    [merchant, itemId, after, center, limit],
  )

/** Which moves are wanted, of any item; `span`: within these instants (epoch ms). */
export type MovesWish = {
  readonly kind: StockMoveRow['kind'] | null
  readonly who: string | null
  readonly center: CenterCode | null
  readonly itemId: ItemId | null
  readonly span: { readonly from: number; readonly to: number } | null
}

/** The history of all stock, the newest move first; `after`: when the last one seen was, epoch ms, and its number (O20). */
export const listAllMoves = (
  tx: Tx,
  merchant: MerchantId,
  { after, limit, kind, who, center, itemId, span }: PageOf<readonly [at: number, moveId: number]> & MovesWish,
): Promise<StockMoveRow[]> =>
  tx.query<StockMoveRow>(
    `select move_id as "moveId", at, kind, item_id as "itemId", center_code as center, change, on_hand as "onHand", reason, who, reference
     from millrace.stock_moves where merchant_id = $1 and ($2::float8 is null or (at, move_id) < (to_timestamp($2 / 1000), $3::bigint)) and ($4::text is null or kind = $4)
       and ($5::text is null or who = $5) and ($6::text is null or center_code = $6) and ($7::text is null or item_id = $7)
       and ($8::float8 is null or at >= to_timestamp($8 / 1000) and at < to_timestamp($9::float8 / 1000))
     order by at desc, move_id desc limit $10`,
    [
      merchant,
      after?.[0] ?? null,
      after?.[1] ?? null,
      kind,
      who,
      center,
      itemId,
      span?.from ?? null,
      span?.to ?? null,
      limit,
    ],
  )
