import { admit } from './access.ts'
import { takeFault } from './faults.ts'
import { login } from './login.ts'
import { getOrder, searchOrders } from './orders.ts'
import { type OperationName, spendQuota, usagePlan } from './quotas.ts'
import { countCall } from './request-log.ts'
import { isReply } from './search-parameters.ts'
import { getMarketplaceParticipations } from './sellers.ts'
import type { World } from './state.ts'
import { type Call, type Caller, problem, quotaExceeded, type Reply } from './wire.ts'

type Operation = {
  readonly name: OperationName
  readonly method: string
  readonly path: RegExp
  /** Missing for the login, which has no access token and no usage plan. */
  readonly run?: (world: World, caller: Caller, call: Call) => Reply
}

const OPERATIONS: readonly Operation[] = [
  { name: 'login', method: 'POST', path: /^\/auth\/o2\/token$/ },
  {
    name: 'getMarketplaceParticipations',
    method: 'GET',
    path: /^\/sellers\/v1\/marketplaceParticipations$/,
    run: getMarketplaceParticipations,
  },
  { name: 'searchOrders', method: 'GET', path: /^\/orders\/2026-01-01\/orders$/, run: searchOrders },
  { name: 'getOrder', method: 'GET', path: /^\/orders\/2026-01-01\/orders\/[^/]+$/, run: getOrder },
]

const RESET = 'reset'

/** The operation that a request asks for, if Amazon has it. */
export function findOperation(method: string, path: string): Operation | undefined {
  return OPERATIONS.find((o) => o.method === method && o.path.test(path))
}

/** Works out the answer to one call: door faults, token, quota, then the operation. `reset` means: cut the connection. */
export function answer(world: World, call: Call): Reply | typeof RESET {
  const operation = findOperation(call.method, call.url.pathname)
  if (!operation) return problem(404, 'NotFound', 'The resource specified does not exist.')
  call.log.operation = operation.name
  if (!operation.run) return doorFault(world, operation.name, undefined) ?? login(world, call)
  const caller = admit(world, call)
  const sellerId = isReply(caller) ? undefined : caller.sellerId
  call.log.sellerId = sellerId
  const fault = doorFault(world, operation.name, sellerId)
  if (fault) {
    if (sellerId) countCall(world, sellerId, operation.name, fault !== RESET && fault.status === 429)
    return fault
  }
  if (isReply(caller)) return caller
  const enough = spendQuota(world, caller, operation.name)
  countCall(world, caller.sellerId, operation.name, !enough)
  if (!enough) return quotaExceeded()
  const reply = operation.run(world, caller, call)
  if (![200, 400, 404].includes(reply.status)) return reply
  return { ...reply, headers: { 'x-amzn-RateLimit-Limit': String(usagePlan(world, operation.name).rate) } }
}

function doorFault(
  world: World,
  operation: OperationName,
  sellerId: string | undefined,
): Reply | typeof RESET | undefined {
  const fault = takeFault(world, { operation, sellerId }, ['throttle', 'error', 'reset-before'])
  if (!fault) return undefined
  if (fault.kind === 'reset-before') return RESET
  if (operation === 'login') {
    const [status, code] = fault.kind === 'throttle' ? [429, 'slow_down'] : [fault.status, fault.code ?? 'server_error']
    return { status, body: { error: code, error_description: 'The authorization server could not answer.' } }
  }
  if (fault.kind === 'throttle') {
    const limit = String(usagePlan(world, operation).rate)
    return { ...quotaExceeded(), headers: fault.header ? { 'x-amzn-RateLimit-Limit': limit } : {} }
  }
  const word = fault.status === 503 ? 'ServiceUnavailable' : fault.status === 403 ? 'Unauthorized' : 'InternalFailure'
  return problem(
    fault.status,
    fault.code ?? word,
    fault.message ?? 'We encountered an internal error. Please try again.',
  )
}
