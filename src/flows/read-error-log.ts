import { type ErrorKind, type ErrorPart, isOfPart } from '#core/error-log.ts'
import type { ErrorGroup, ErrorWish } from '#store/error-groups.ts'
import type { OpenProblem } from '#store/problems.ts'
import type { Tx } from './deps.ts'

/** The problems of the Error Log by their causes, section by section (E1, E4, E5). */
export async function readErrorGroups(
  tx: Tx,
  { kind, ...wish }: ErrorWish & { readonly kind: ErrorPart | null },
): Promise<readonly ErrorGroup[]> {
  const wants = (...kinds: readonly ErrorKind[]) => kinds.some((each) => isOfPart(each, kind))
  const groups = [
    ...(wants('inbound-order') ? await tx.store.groupDocuments(wish) : []),
    ...(wants('confirmation', 'cancellation', 'refund') ? await tx.store.groupOutbox(wish) : []),
    ...(wants('stock', 'price') ? await tx.store.groupSkus(wish) : []),
    ...(wants('connection') ? connectionGroups(await tx.store.listProblems(), wish) : []),
  ]
  return groups.filter((group) => isOfPart(group.kind, kind))
}

const connectionGroups = (problems: readonly OpenProblem[], { code, cause, connection, search }: ErrorWish) =>
  problems
    .map(
      (open): ErrorGroup => ({
        kind: 'connection',
        cause: open.subject,
        count: 1,
        since: open.since,
        problem: open.problem,
        first: null,
        name: open.connection,
      }),
    )
    .filter((group) => code === null || group.problem.code === code)
    .filter((group) => cause === null || group.cause === cause)
    .filter((group) => connection === null || group.name === connection)
    .filter(() => search === null)

/** How much waits for a person, section by section (E1, E5). */
export async function countErrors(tx: Tx): Promise<Readonly<Record<ErrorKind, number>>> {
  const up = await tx.store.countOutbox()
  return {
    'inbound-order': await tx.store.countWaitingDocuments(),
    confirmation: up.confirmation ?? 0,
    cancellation: up.cancellation ?? 0,
    refund: up.refund ?? 0,
    ...(await tx.store.countRefusedSkus()),
    connection: (await tx.store.listProblems()).length,
  }
}
