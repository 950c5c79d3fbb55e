import type { Answer } from '#amazon/port.ts'
import { statusMeaning } from '#core/orders/status.ts'
import type { ReadPackage } from '#core/shipments/after-confirmation.ts'
import type { Shown } from '#core/shipments/read-back.ts'
import type { ConfirmationRow } from '#store/confirmations.ts'
import type { ConfirmRun } from './confirm-run.ts'
import type { Deps } from './deps.ts'
import { importOrders } from './import-orders.ts'
import { shownPackage } from './shown-package.ts'

/** What the read order shows of a package, in a word and in full; `number` is what Amazon calls it. */
export type ShippedOrder = ReadPackage & { readonly number: string | null; readonly full: Shown }

/** Reads the order of a confirmation by its number; what else is new in it is imported as every other reading. */
export async function readShipped(deps: Deps, run: ConfirmRun, row: ConfirmationRow): Promise<Answer<ShippedOrder>> {
  const { merchant, connection } = run
  const answer = await deps.amazon.getOrder(connection, row.amazonOrderId)
  if (answer.ok !== true) return answer
  const translated = deps.amazon.translateOrder(answer.value)
  if (!translated.ok) return translated
  const { packages, status } = translated.value.order
  const full = shownPackage(run.carriers, row, packages ?? [])
  const inbound = { merchant, connection: connection.id, wires: [answer.value], who: 'import', again: false }
  try {
    await deps.transaction(merchant, { vault: 'import' }, (tx) => importOrders(deps, tx, inbound))
  } catch (error) {
    // Its next sweep holds it with its original; the packages of others must not wait for that.
    if (deps.isPassing(error)) throw error
    deps.log.alarm('An order that was read for its package could not be imported.', { merchant, order: row.orderId })
  }
  const meaning = status === null ? null : statusMeaning(status)
  return {
    ok: true,
    value: {
      shown: full.kind,
      status: meaning === 'cancelled' || meaning === 'shipped' ? meaning : 'open',
      number: full.kind === 'seen' ? full.number : null,
      full,
    },
  }
}
