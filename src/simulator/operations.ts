import { admit } from './access.ts'
import { takeFault } from './faults.ts'
import { findOperation } from './operation-list.ts'
import { type OperationName, spendQuota, usagePlan } from './quotas.ts'
import { countCall } from './request-log.ts'
import { isReply } from './search-parameters.ts'
import type { World } from './state.ts'
import { type Call, problem, quotaExceeded, type Reply, storageProblem } from './wire.ts'

const RESET = 'reset'
/** Answered by storage, in XML. */
const STORAGE = ['downloadReportDocument', 'uploadFeedDocument', 'downloadFeedDocument', 'downloadProductTypeSchema']
const ERROR_CODES: Readonly<Record<number, string>> = {
  400: 'InvalidInput',
  403: 'Unauthorized',
  404: 'NotFound',
  503: 'ServiceUnavailable',
}

/** Works out the answer to one call: door faults, token, quota, then the operation. `reset` means: cut the connection. */
export function answer(world: World, call: Call): Reply | typeof RESET {
  const operation = findOperation(call.method, call.url.pathname)
  if (!operation) return problem(404, { code: 'NotFound', message: 'The resource specified does not exist.' })
  const { name } = operation
  call.log.operation = name
  if ('open' in operation) return doorFault(world, { operation: name }) ?? operation.open(world, call)
  const caller = admit(world, call, operation.scope)
  const sellerId = isReply(caller) ? undefined : caller.sellerId
  call.log.sellerId = sellerId
  const fault = doorFault(world, { operation: name, sellerId })
  if (fault) {
    const throttled = fault !== RESET && fault.status === 429
    if (sellerId) countCall(world, { sellerId, operation: name, throttled })
    return fault
  }
  if (isReply(caller)) return caller
  const enough = spendQuota(world, caller, name)
  countCall(world, { sellerId: caller.sellerId, operation: name, throttled: !enough })
  if (!enough) return quotaExceeded()
  const now = world.clock.now()
  const reply = operation.run({ world, caller, call, operation: name, sellerId: caller.sellerId, now })
  if (![200, 201, 202, 204, 400, 404].includes(reply.status)) return reply
  return { ...reply, headers: { 'x-amzn-RateLimit-Limit': String(usagePlan(world, name).rate) } }
}

type AtTheDoor = { readonly operation: OperationName; readonly sellerId?: string }

function doorFault(world: World, asking: AtTheDoor): Reply | typeof RESET | undefined {
  const fault = takeFault(world, asking, ['throttle', 'error', 'reset-before'])
  if (!fault) return undefined
  if (fault.kind === 'reset-before') return RESET
  if (asking.operation === 'login') {
    const [status, code] = fault.kind === 'throttle' ? [429, 'slow_down'] : [fault.status, fault.code ?? 'server_error']
    return { status, body: { error: code, error_description: 'The authorization server could not answer.' } }
  }
  if (STORAGE.includes(asking.operation))
    return fault.kind === 'throttle'
      ? storageProblem(503, 'SlowDown', 'Please reduce your request rate.')
      : storageProblem(
          fault.status,
          fault.code ?? 'InternalError',
          fault.message ?? 'We encountered an internal error.',
        )
  if (fault.kind === 'throttle') {
    const limit = String(usagePlan(world, asking.operation).rate)
    return { ...quotaExceeded(), headers: fault.header ? { 'x-amzn-RateLimit-Limit': limit } : {} }
  }
  return problem(fault.status, {
    code: fault.code ?? ERROR_CODES[fault.status] ?? 'InternalFailure',
    message: fault.message ?? 'We encountered an internal error. Please try again.',
  })
}
