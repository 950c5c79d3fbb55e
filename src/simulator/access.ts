import type { World } from './state.ts'
import { type Call, type Caller, denied, invalidInput, type Reply } from './wire.ts'

/** Roles of which one is enough to read orders and participations; the restricted ones add buyer data. */
export const PLAIN_ROLES = ['inventory-and-order-tracking', 'product-listing', 'pricing', 'finance-and-accounting']
export const RESTRICTED_ROLES = ['direct-to-consumer', 'tax-invoicing', 'tax-remittance']

/** Lets a call in by its headers and access token, or says why not, in Amazon's words. `scope`: an operation that is no seller's. */
export function admit(world: World, call: Call, scope?: string): Caller | Reply {
  const agent = call.headers['user-agent']
  if (!agent) return invalidInput('The request is missing the required header: user-agent.')
  if (agent.length > 500) return invalidInput('The user-agent header must not exceed 500 characters.')
  const presented = call.headers['x-amz-access-token']
  if (!presented) return denied('Access token is missing in the request header.')
  const token = world.accessTokens.get(presented)
  if (!token) return denied('The access token you provided is revoked, malformed or invalid.')
  if (world.clock.now() >= token.expiresAt) return denied('The access token you provided has expired.')
  if (scope !== undefined && token.scope === scope) return withoutSeller(world, token.clientId)
  if (scope !== undefined || token.sellerId === undefined) return denied()
  const { resources, refreshToken } = token
  const granted = resources?.some(({ method, path }) => method === call.method && path === call.url.pathname) ?? true
  if (!granted) return denied('The restricted data token is not meant for this resource.')
  const roles = world.apps.get(token.clientId)?.roles ?? new Set<string>()
  if (![...PLAIN_ROLES, ...RESTRICTED_ROLES].some((role) => roles.has(role))) return denied()
  return {
    clientId: token.clientId,
    sellerId: token.sellerId,
    roles,
    refreshToken,
    restricted: resources !== undefined,
  }
}

const withoutSeller = (world: World, clientId: string): Caller => ({
  clientId,
  sellerId: '',
  roles: world.apps.get(clientId)?.roles ?? new Set<string>(),
  refreshToken: undefined,
  restricted: false,
})
