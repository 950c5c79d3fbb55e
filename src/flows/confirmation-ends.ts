import type { MerchantId } from '#core/ids.ts'
import { GATHERED_FOR } from '#core/notifications/mail-pauses.ts'
import type { ConfirmationRow } from '#store/confirmations.ts'
import type { OutboxEnd } from '#store/outbox-ends.ts'
import type { Deps, Tx } from './deps.ts'

/** The name under which Millrace's own deeds stand in an order's history. */
const WHO = 'Millrace'

/** Something that happened to a package, for its order's history. */
export type PackageEvent = { readonly kind: string; readonly row: ConfirmationRow; readonly why?: string }

/** Adds what happened to packages to their orders' histories. */
export const tellHistory = (tx: Tx, events: readonly PackageEvent[], at: number): Promise<void> =>
  tx.store.addOrderEvents({
    events: events.map(({ kind, row, why }) => ({
      orderId: row.orderId,
      kind,
      facts: { package: row.number, ...(why === undefined ? {} : { why }) },
    })),
    who: WHO,
    at,
  })

/** A confirmation and its end. */
export type ConfirmationEnd = { readonly row: ConfirmationRow; readonly end: OutboxEnd }

/** Ends confirmations in the caller's transaction, each with a line in its order's history; those that are over already are left alone. */
export async function endConfirmations(tx: Tx, ends: readonly ConfirmationEnd[], at: number): Promise<void> {
  const ended = await tx.store.endOutbox({ ends: ends.map(({ end }) => end), at })
  const events = ends
    .filter(({ end }) => ended.includes(end.outboxId))
    .map(({ row, end }) => ({
      kind: end.state === 'settled' ? 'shipment.settled' : 'shipment.refused',
      row,
      why: end.problem?.code ?? (end.state === 'settled' ? end.by : ''),
    }))
  await tellHistory(tx, events, at)
  if (events.some(({ kind }) => kind === 'shipment.refused')) await tx.wake('notify', '', at + GATHERED_FOR)
}

/** Writes only while the package is as it was when it was sent: a correction meanwhile is to be sent first. */
export const ifSame = (
  deps: Deps,
  { merchant, row }: { readonly merchant: MerchantId; readonly row: ConfirmationRow },
  write: (tx: Tx) => Promise<unknown>,
): Promise<void> =>
  deps.transaction(merchant, 'app', async (tx) => {
    if (await tx.store.holdPackage(row)) await write(tx)
  })
