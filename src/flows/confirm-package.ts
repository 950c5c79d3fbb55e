import { type Problem, problem, tell } from '#core/problems.ts'
import {
  afterConfirmation,
  CONFIRMATION_TROUBLES,
  pauseAfter,
  type Refused,
} from '#core/shipments/after-confirmation.ts'
import { amazonCarrier } from '#core/shipments/carrier-codes.ts'
import { nextLook } from '#core/shipments/way-up.ts'
import type { ConfirmationRow } from '#store/confirmations.ts'
import type { OutboxEnd } from '#store/outbox-ends.ts'
import type { ConfirmRun } from './confirm-run.ts'
import { endConfirmations, ifSame, tellHistory } from './confirmation-ends.ts'
import type { Deps } from './deps.ts'
import { readBeforeFeed, readRefused } from './read-refused.ts'

/** How one confirmation went: on to the next, when the bucket has a call again, or when the connection may be tried again. */
export type ConfirmStep =
  | { readonly kind: 'next' }
  | { readonly kind: 'quota'; readonly readyAt: number }
  | { readonly kind: 'stop'; readonly at: number }

const NEXT: ConfirmStep = { kind: 'next' }

/**
 * Confirms one package and writes down what Amazon says (S1). Dying in between is harmless: the same number again edits the same
 * package. Before the call it is noted that Amazon may know it, so that nobody voids it (S2). A package corrected during the call stays
 * waiting, with its new version.
 */
export async function confirmPackage(deps: Deps, run: ConfirmRun, row: ConfirmationRow): Promise<ConfirmStep> {
  const { merchant, connection } = run
  const { outboxId, tracking, version } = row
  const carrier = amazonCarrier(row.carrier, run.carriers)
  if (!carrier.ok) return over(deps, run, { row, end: { outboxId, state: 'refused', problem: carrier.problem } })
  if (tracking === null) return NEXT
  const mayCall = await deps.transaction(merchant, 'app', (tx) => tx.store.markCalled({ outboxId, version }))
  if (!mayCall) return NEXT
  const number = row.amazonNumber ?? String(row.number)
  const answer = await deps.amazon.confirmShipment(connection, { ...row, number, carrier: carrier.value, tracking })
  if (answer.ok === 'wait') return { kind: 'quota', readyAt: answer.wait.readyAt }
  if (!answer.ok) return refused(deps, run, { row, found: answer.problem })
  await ifSame(deps, { merchant, row }, async (tx) => {
    const at = deps.now()
    if (await tx.store.markSentToAmazon({ outboxId, version, at }))
      await tellHistory(tx, [{ kind: 'shipment.sent', row }], at)
    if (run.isTroubled) await tx.store.clearProblems({ connection: connection.id, codes: CONFIRMATION_TROUBLES, at })
  })
  return NEXT
}

type Refusal = { readonly row: ConfirmationRow; readonly found: Problem }

/** Does what is decided about a refusal (S1, S5, E6). */
async function refused(deps: Deps, run: ConfirmRun, { row, found }: Refusal): Promise<ConfirmStep> {
  const { merchant, connection } = run
  const known: Refused = { ...row, problem: found, now: deps.now(), random: deps.random() }
  const next = afterConfirmation(known)
  const { outboxId } = row
  switch (next.kind) {
    case 'stop':
      await noteOfConnection(deps, run, problem(next.noted, { ...found.facts, connection: connection.id }))
      if (found.code === 'access-denied') await putBehind(deps, run, { row, found })
      return { kind: 'stop', at: next.at }
    case 'again':
      return waitForAmazon(deps, run, { row, found })
    case 'settled':
      return over(deps, run, { row, end: { outboxId, state: 'settled', by: 'amazon', problem: found } })
    case 'refused':
      return over(deps, run, { row, end: { outboxId, state: 'refused', problem: next.problem } })
    case 'feed':
      await ifSame(deps, { merchant, row }, async (tx) => {
        await tx.store.sendByFeed({ outboxId, at: deps.now() })
        await tx.wake('order-feeds', connection.id)
      })
      return NEXT
    case 'read':
      await readRefused(deps, run, { row, known })
      return NEXT
  }
}

/** It may be denied for this package alone, of a marketplace that the seller left: others are tried before it is again. */
const putBehind = (deps: Deps, { merchant }: ConfirmRun, { row, found }: Refusal): Promise<void> =>
  ifSame(deps, { merchant, row }, (tx) => tx.store.noteDenied({ outboxId: row.outboxId, problem: found }))

/** The call is down: the whole connection pauses. After a quarter of an hour what was tried goes by feed, once it is sure not to be at Amazon (S5). */
async function waitForAmazon(deps: Deps, run: ConfirmRun, { row, found }: Refusal): Promise<ConfirmStep> {
  const at = deps.now()
  const nextAt = at + pauseAfter(row.attempts, deps.random())
  const why = String(found.facts.why ?? tell(found).sentence)
  const since = await noteOfConnection(deps, run, problem('confirmations-down', { why }))
  await ifSame(deps, { merchant: run.merchant, row }, (tx) =>
    tx.store.noteTry({ outboxId: row.outboxId, problem: found, nextAt, at }),
  )
  if (run.byFeed && row.sentVersion === null) await readBeforeFeed(deps, run, row)
  return { kind: 'stop', at: nextLook({ nextAt, since, now: at }) }
}

const noteOfConnection = (deps: Deps, { merchant, connection }: ConfirmRun, found: Problem) =>
  deps.transaction(merchant, 'app', (tx) =>
    tx.store.noteProblem({ connection: connection.id, problem: found, at: deps.now() }),
  )

async function over(
  deps: Deps,
  { merchant }: ConfirmRun,
  ended: { readonly row: ConfirmationRow; readonly end: OutboxEnd },
): Promise<ConfirmStep> {
  await ifSame(deps, { merchant, row: ended.row }, (tx) => endConfirmations(tx, [ended], deps.now()))
  return NEXT
}
