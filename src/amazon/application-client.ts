import { createHash } from 'node:crypto'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import { type ClientOptions, isGood, readAnswer, sendAs, type Told } from './client.ts'
import { isAboutAccessToken, refusalOf } from './errors.ts'
import { type Application, askLogin, readGrant } from './login.ts'
import { createPace } from './pace.ts'
import type { Answer } from './port.ts'
import type { Operation } from './rate-limits.ts'

/** A question that no seller asks, but the application itself, with a token of a scope. */
export type ApplicationQuestion = {
  readonly region: Region
  readonly scope: string
  readonly operation: Operation
  readonly path: string
  readonly what: string
  readonly json?: unknown
  readonly method?: 'DELETE'
}

/** Asks as the application. */
export type AsApplication = (question: ApplicationQuestion) => Promise<Answer<Told>>

type Held = { readonly token: string; readonly goodUntil: number }
const RENEWED_BEFORE_END = 5 * 60_000

/** Builds the way to ask without a seller: paced and judged as any other call, counted for no merchant. */
export function createApplicationClient(
  options: ClientOptions & { readonly wayIn: Parameters<typeof askLogin>[0] },
): AsApplication {
  const pace = createPace(options)
  const held = new Map<string, Held>()
  const keyOf = ({ clientId, clientSecret }: Application, scope: string) =>
    `${clientId}/${scope}/${createHash('sha256').update(clientSecret).digest('base64url')}`

  const accessToken = async (application: Application, region: Region, scope: string): Promise<Result<string>> => {
    const key = keyOf(application, scope)
    const known = held.get(key)
    if (known && options.now() < known.goodUntil) return ok(known.token)
    const form = { grant_type: 'client_credentials', scope }
    const answer = await askLogin(options.wayIn, { application, region, connection: '', form })
    const grant = answer.ok ? readGrant(answer.value) : answer
    if (!grant.ok) return grant
    held.set(key, { token: grant.value.token, goodUntil: options.now() + grant.value.lifeMs - RENEWED_BEFORE_END })
    return ok(grant.value.token)
  }

  const attempt = async (question: ApplicationQuestion, application: Application): Promise<Answer<Told> | null> => {
    const { operation, region, scope, what } = question
    const bucket = `${application.clientId}//${operation}`
    const waiting = await pace.take(bucket, { operation })
    if (waiting !== null) return { ok: 'wait', wait: { readyAt: waiting } }
    const access = await accessToken(application, region, scope)
    if (!access.ok) return access
    const answer = await sendAs(options, { ...question, query: {} }, access.value)
    if (!answer.ok) return answer
    const { status, headers, body } = answer.value
    if (status === 429) return { ok: 'wait', wait: { readyAt: await pace.throttled(bucket, operation) } }
    await pace.answered(bucket, operation, headers['x-amzn-ratelimit-limit'])
    if (isGood(status)) return readAnswer(answer.value, operation, options.now())
    if (isAboutAccessToken(status, body)) return null
    const secrets = [access.value, application.clientSecret]
    const asked = { operation, connection: `the application of region ${region}`, region, what, includedData: [] }
    return { ok: false, problem: refusalOf(status, body, { ...asked, withPageToken: false, secrets }) }
  }

  return async (question) => {
    const { region, scope } = question
    const application = await options.application(region, false)
    if (!application) return failed('application-missing', { region, variables: 'its client id and client secret' })
    const first = await attempt(question, application)
    if (first) return first
    held.delete(keyOf(application, scope))
    const again = await attempt(question, application)
    return again ?? failed('access-denied', { connection: `the application of region ${region}` })
  }
}
