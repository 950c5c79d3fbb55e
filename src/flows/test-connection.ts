import { mayCall } from '#core/authorization/authorization-state.ts'
import { type RoleProbe, tellProbes } from '#core/authorization/roles.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** What a test of a connection found: one sentence, and each role with Amazon's request id (C1). */
export type ConnectionTest = { readonly sentence: string; readonly probes: readonly RoleProbe[] }

/** Asks Amazon one cheap question for each role and names the missing one (C1). Nothing is changed by it. */
export async function testConnection(
  deps: Deps,
  merchant: MerchantId,
  id: ConnectionId,
): Promise<Result<ConnectionTest>> {
  const connection = await deps.transaction(merchant, 'app', (tx) => tx.store.findConnection(id))
  if (!connection) return failed('not-found', { what: `connection ${id}` })
  if (connection.state === 'by-files') return failed('works-by-files', { connection: id })
  if (connection.state === 'disabled') return failed('authorization-cleared', { connection: id })
  if (!mayCall(connection.state)) return failed('authorization-revoked', { connection: id })
  const token = await deps.amazon.proveToken(connection)
  if (!token.ok) return token
  const probes = await deps.amazon.probeRoles(connection)
  return ok({ sentence: tellProbes(probes), probes })
}
