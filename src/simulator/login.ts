import type { App, World } from './state.ts'
import type { Call, Reply } from './wire.ts'

export const ACCESS_TOKEN_SECONDS = 3600
export const CODE_LIFETIME_MS = 5 * 60_000

const SCOPES = ['sellingpartnerapi::notifications', 'sellingpartnerapi::client_credential:rotation']

const refuse = (status: number, error: string, description: string): Reply => ({
  status,
  body: { error, error_description: description },
})

/** Login with Amazon: POST /auth/o2/token. */
export function login(world: World, call: Call): Reply {
  const form = formOf(call)
  if (!form) return refuse(400, 'invalid_request', 'The Content-Type must be application/x-www-form-urlencoded')
  const grantType = form.get('grant_type')
  if (!grantType) return refuse(400, 'invalid_request', 'The request is missing a required parameter : grant_type')
  const app = authenticate(world, call, form)
  if (!app) return refuse(401, 'invalid_client', 'Client authentication failed')
  if (grantType === 'refresh_token') return byRefreshToken(world, app, form.get('refresh_token'))
  if (grantType === 'authorization_code') return byCode(world, app, form)
  if (grantType === 'client_credentials') return byScope(world, app, form.get('scope'))
  return refuse(
    400,
    'unsupported_grant_type',
    'The authorization grant type is not supported by the authorization server',
  )
}

/** Amazon's papers know forms only; JSON is taken too, for published clients send it and are answered. */
function formOf({ headers, body }: Call): URLSearchParams | null {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(body)
  if (!type.startsWith('application/json')) return null
  try {
    const fields: unknown = JSON.parse(body)
    return new URLSearchParams(typeof fields === 'object' && fields !== null ? (fields as Record<string, string>) : {})
  } catch {
    return null
  }
}

function authenticate(world: World, call: Call, form: URLSearchParams): App | undefined {
  let id = form.get('client_id') ?? ''
  let secret = form.get('client_secret') ?? ''
  const basic = /^Basic (.+)$/.exec(call.headers.authorization ?? '')
  if (basic)
    [id = '', secret = ''] = Buffer.from(basic[1] as string, 'base64')
      .toString()
      .split(/:(.*)/s)
  const app = world.apps.get(id)
  return app?.secrets.includes(secret) ? app : undefined
}

function byRefreshToken(world: World, app: App, refreshToken: string | null): Reply {
  if (!refreshToken)
    return refuse(400, 'invalid_request', 'The request is missing a required parameter : refresh_token')
  const grant = world.grants.get(refreshToken)
  if (!grant || grant.revoked || grant.clientId !== app.clientId)
    return refuse(
      400,
      'invalid_grant',
      "The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission.",
    )
  return { status: 200, body: issueAccess(world, { clientId: app.clientId, sellerId: grant.sellerId, refreshToken }) }
}

function byCode(world: World, app: App, form: URLSearchParams): Reply {
  const code = form.get('code')
  if (!code) return refuse(400, 'invalid_request', 'The request is missing a required parameter : code')
  const known = world.codes.get(code)
  const valid =
    known &&
    !known.used &&
    known.clientId === app.clientId &&
    world.clock.now() < known.expiresAt &&
    (known.redirectUri === undefined || known.redirectUri === form.get('redirect_uri'))
  if (!valid) return refuse(400, 'invalid_grant', 'The request has an invalid grant parameter : code')
  known.used = true
  const refreshToken = newGrant(world, known)
  return { status: 200, body: issueAccess(world, { clientId: app.clientId, sellerId: known.sellerId, refreshToken }) }
}

function byScope(world: World, app: App, scope: string | null): Reply {
  if (!scope || !SCOPES.includes(scope)) return refuse(400, 'invalid_scope', 'The requested scope is invalid.')
  return { status: 200, body: issueAccess(world, { clientId: app.clientId, scope }) }
}

/** Records that a seller let an application in, and answers the refresh token. */
export function newGrant(world: World, grant: { clientId: string; sellerId: string; refreshToken?: string }): string {
  const token = grant.refreshToken ?? `Atzr|${opaque(world, 180)}`
  world.grants.set(token, { clientId: grant.clientId, sellerId: grant.sellerId, revoked: false })
  return token
}

/** Issues a single-use authorization code, as the consent page would. */
export function newCode(world: World, code: { clientId: string; sellerId: string; redirectUri?: string }): string {
  const text = opaque(world, 20)
  world.codes.set(text, { ...code, expiresAt: world.clock.now() + CODE_LIFETIME_MS, used: false })
  return text
}

function issueAccess(
  world: World,
  token: { clientId: string; sellerId?: string; refreshToken?: string; scope?: string },
) {
  const text = `Atza|${opaque(world, 300)}`
  world.accessTokens.set(text, { ...token, expiresAt: world.clock.now() + ACCESS_TOKEN_SECONDS * 1000 })
  const answer: Record<string, unknown> = { access_token: text, token_type: 'bearer', expires_in: ACCESS_TOKEN_SECONDS }
  if (token.refreshToken) answer.refresh_token = token.refreshToken
  if (token.scope) answer.scope = token.scope
  return answer
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A text that means nothing, drawn from the chance of the wire. */
export function opaque(world: World, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) text += LETTERS[world.random.tokens.whole(0, LETTERS.length - 1)]
  return text
}
