import { createHash } from 'node:crypto'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import { loginRefusalOf } from './errors.ts'
import { isObject } from './read-wire.ts'
import type { Transport } from './transport.ts'

/** The deployment's application in one region (M4). */
export type Application = { readonly clientId: string; readonly clientSecret: string; readonly applicationId?: string }

/** Who asks for an access token. Merchant and connection only name it. */
export type Applicant = {
  readonly merchantId: MerchantId
  readonly application: Application
  readonly refreshToken: string
  readonly region: Region
  readonly connection: ConnectionId
}

/** Access tokens of Login with Amazon; they live in memory only. */
export type Login = {
  /** A token that is good for at least five more minutes. */
  accessToken(applicant: Applicant): Promise<Result<string>>
  /** Forgets a token that Amazon refused, or that must be proven anew. */
  forget(applicant: Applicant): void
}

/** What the login needs. `asked` is told of every request and how it ended. */
export type LoginOptions = {
  readonly loginUrl: string
  readonly userAgent: string
  readonly transport: Transport
  now(): number
  asked(applicant: Applicant, succeeded: boolean): void
}

type Held = { readonly token: Promise<Result<string>>; goodUntil: number }

const RENEWED_BEFORE_END = 5 * 60_000
const USUAL_LIFE = 60 * 60_000

/** Asks for access tokens once per application and refresh token, however many wait for it, and again after 55 minutes. */
export function createLogin(options: LoginOptions): Login {
  const held = new Map<string, Held>()
  const keyOf = ({ application, refreshToken }: Applicant): string =>
    `${application.clientId}/${createHash('sha256').update(`${application.clientSecret}/${refreshToken}`).digest('base64url')}`

  const renew = (key: string, applicant: Applicant): Promise<Result<string>> => {
    const asked = request(options, applicant)
    const entry: Held = {
      token: asked.then((grant) => (grant.ok ? ok(grant.value.token) : grant)),
      goodUntil: Number.POSITIVE_INFINITY,
    }
    held.set(key, entry)
    asked.then(
      (grant) => {
        if (grant.ok) entry.goodUntil = options.now() + grant.value.lifeMs - RENEWED_BEFORE_END
        else if (held.get(key) === entry) held.delete(key)
        options.asked(applicant, grant.ok)
      },
      () => held.delete(key),
    )
    return entry.token
  }

  return {
    accessToken: (applicant) => {
      const key = keyOf(applicant)
      const entry = held.get(key)
      if (entry && options.now() < entry.goodUntil) return entry.token
      dropStale(held, options.now())
      return renew(key, applicant)
    },
    forget: (applicant) => {
      held.delete(keyOf(applicant))
    },
  }
}

function dropStale(held: Map<string, Held>, now: number): void {
  for (const [key, entry] of held) if (now >= entry.goodUntil) held.delete(key)
}

type Grant = { readonly token: string; readonly lifeMs: number }

async function request(options: LoginOptions, applicant: Applicant): Promise<Result<Grant>> {
  const { application, refreshToken, region, connection } = applicant
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
  const answer = await askLogin(options, { application, region, connection, form })
  return answer.ok ? readGrant(answer.value) : answer
}

/** One request to Login with Amazon: as whom, and for what. */
export type LoginRequest = Pick<Applicant, 'application' | 'region'> & {
  readonly connection: string
  readonly form: Readonly<Record<string, string>>
}

/** Asks Login with Amazon once; gives the fields of a good answer. */
export async function askLogin(
  { loginUrl, userAgent, transport }: Pick<LoginOptions, 'loginUrl' | 'userAgent' | 'transport'>,
  { application, region, connection, form }: LoginRequest,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const credentials = { client_id: application.clientId, client_secret: application.clientSecret }
  const answer = await transport({
    operation: 'login',
    url: new URL(loginUrl),
    headers: { 'user-agent': userAgent, accept: 'application/json' },
    form: new URLSearchParams({ ...form, ...credentials }),
  })
  if (!answer.ok) return answer
  const { status, body } = answer.value
  if (status !== 200) return { ok: false, problem: loginRefusalOf(status, body, { connection, region }) }
  try {
    const fields: unknown = JSON.parse(body)
    return ok(isObject(fields) ? fields : {})
  } catch {
    return unreadable('it is not JSON')
  }
}

const unreadable = (why: string) => failed('answer-unreadable', { operation: 'login', why })

/** What a good answer grants. */
export function readGrant({ access_token: token, expires_in: life }: Readonly<Record<string, unknown>>): Result<Grant> {
  // Anything else would break the header it is sent in.
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,4096}$/.test(token)) return unreadable('it holds no access token')
  const seconds = Number(life)
  return ok({ token, lifeMs: seconds > 0 ? Math.min(seconds * 1000, USUAL_LIFE) : USUAL_LIFE })
}
