import type { FastifyRequest } from 'fastify'
import type { MerchantId } from '#core/ids.ts'
import type { Deps } from '#flows/deps.ts'
import { raise } from '#flows/watch-audit.ts'
import { hashOfKey, keyInHeader } from './api-key.ts'

const HOUR = 3_600_000
/** How many refused calls within an hour are an alarm. */
const MANY_REFUSED = 20
const REMEMBERED = 10_000

/**
 * Counts calls that are refused for want of a key, a permission or the right network, by key and by address; so many of one within an
 * hour are one alarm: of the key's merchant, or for strange keys of the deployment (D42). Each process counts for itself.
 */
export function refusalCounter(deps: Deps): (request: FastifyRequest) => Promise<void> {
  const counted = new Map<string, { readonly until: number; readonly count: number }>()
  const isMany = (name: string): boolean => {
    const known = counted.get(name)
    const entry = known && known.until > deps.now() ? known : { until: deps.now() + HOUR, count: 0 }
    if (counted.size >= REMEMBERED) counted.clear()
    counted.set(name, { ...entry, count: entry.count + 1 })
    return entry.count + 1 === MANY_REFUSED
  }
  return async (request) => {
    const key = keyInHeader(request.headers.authorization)
    if (key === null && isAskedByPages(request)) return
    const hash = key === null ? null : hashOfKey(key)
    const manyOfKey = hash !== null && isMany(hash.toString('hex'))
    const manyOfAddress = isMany(request.ip)
    if (!manyOfKey && !manyOfAddress) return
    const found = hash === null ? null : await deps.deployment.findApiKey(hash, deps.now())
    if (found && manyOfKey) await raiseForKey(deps, found)
    if (!found && manyOfAddress) await noteAddress(deps, request.ip)
  }
}

/** Each page for signing in asks whether somebody is signed in already: a no is an answer, and nobody tried anything. */
const isAskedByPages = ({ method, routeOptions }: FastifyRequest): boolean =>
  method === 'GET' && routeOptions.url === '/api/v1/session'

async function raiseForKey(
  deps: Deps,
  { keyId, merchantId }: { keyId: string; merchantId: MerchantId },
): Promise<void> {
  const who = `API key ${keyId}`
  const subject = `${who} ${new Date(deps.now()).toISOString().slice(0, 13)}`
  await raise(deps, merchantId, [{ kind: 'refused-calls', subject, facts: { who, count: MANY_REFUSED } }])
}

async function noteAddress(deps: Deps, address: string): Promise<void> {
  deps.log.alarm('Many calls without a good key come from one address.', { address, count: MANY_REFUSED })
  const about = `refused-calls from ${address}`
  await deps.deployment.noteAct({ at: deps.now(), act: 'alarm-raised', who: 'the program', about })
}
