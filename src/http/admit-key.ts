import { BlockList, isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { scopesOfKey } from '#core/people/api-key.ts'
import type { Scope } from '#core/permissions.ts'
import type { Deps } from '#flows/deps.ts'
import { hashOfKey, keyInHeader } from './api-key.ts'
import type { Caller } from './guard.ts'
import { Refusal } from './refusal.ts'

/** Lets a program in whose key may do what the route does, from where it may be used, and while somebody answers for it (X1, D9). */
export async function admitKey(
  deps: Deps,
  request: FastifyRequest,
  scope: Scope | readonly Scope[] | undefined,
): Promise<Caller> {
  const key = keyInHeader(request.headers.authorization)
  if (key === null) {
    const form = 'Send an API key with each request, as the header "Authorization: Bearer mr_...".'
    throw refuse(401, request.headers.authorization ? `The Authorization header holds no API key. ${form}` : form)
  }
  const now = deps.now()
  const found = await deps.deployment.findApiKey(hashOfKey(key), now)
  if (!found) throw refuse(401, 'This API key is not known.')
  if (found.revokedAt !== null) throw refuse(401, 'This API key was revoked. Ask for a new one.')
  if (found.expiresAt !== null && found.expiresAt <= now)
    throw refuse(401, 'This API key has expired. Ask for a new one.')
  if (found.ownerGiven === 'gone')
    throw refuse(401, 'The person who answered for this API key is no longer here. Ask for a new one.')
  if (!isWithin(request.ip, found.networks))
    throw refuse(403, `This API key cannot be used from the address ${request.ip}.`)
  if (found.merchantSuspended) throw refuse(403, 'This merchant is suspended by the operator.')
  const scopes = scopesOfKey(found.scopes, found.ownerGiven, now)
  const missing = scope === undefined ? 'for this address' : [scope].flat().find((each) => !scopes.includes(each))
  if (missing !== undefined) throw refuse(403, `This API key lacks the scope ${missing}.`)
  return { merchant: found.merchantId, scopes, by: { kind: 'key', keyId: found.keyId } }
}

/** True for an address within one of some networks (CIDR, or single addresses); with none it is true for every address (D9). */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true
  const list = new BlockList()
  for (const network of networks) {
    const [start = '', bits] = network.split('/')
    const family = isIP(start) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(start, family)
    else list.addSubnet(start, Number(bits), family)
  }
  return isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

const refuse = (status: 401 | 403, detail: string): Refusal =>
  new Refusal({ status, title: status === 401 ? 'Not signed in' : 'Not allowed', detail })
