import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { ProblemCode } from '#core/known-problems.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import { clockOf, requestIdOf } from './answer-facts.ts'
import { type Asked, isAboutAccessToken, refusalOf } from './errors.ts'
import type { Applicant, Application, Login } from './login.ts'
import { createPace } from './pace.ts'
import type { Answer } from './port.ts'
import type { Operation, UsagePlan } from './rate-limits.ts'
import type { ConsentConfig } from './seller-central.ts'
import type { Incoming, Outgoing, Transport } from './transport.ts'

/** Where Amazon is and who we are to it. Applications belong to the deployment, one per region (M4). */
export type AmazonConfig = {
  readonly applications: Readonly<Partial<Record<Region, Application>>>
  readonly loginUrl: string
  readonly endpoints: Readonly<Record<Region, string>>
  /** Exact hosts, with the port where it is not the usual one. */
  readonly allowedHosts: readonly string[]
  readonly userAgent: string
  readonly timeoutMs?: number
  readonly bodyLimitMb?: number
  /** Hosts of Amazon's documents, exact or with `*` for one part; without them no document is fetched. */
  readonly documentHosts?: readonly string[]
  /** How consent is asked for at Seller Central; without it nobody can be sent there (C3). */
  readonly consent?: ConsentConfig
}

/** One bucket of Amazon's quota, shared by all workers. */
export type BucketTokens = UsagePlan & { readonly key: string; readonly keep?: number }

/** What the quota of a selling partner is kept by, and who counts the calls. */
export type Quota = {
  takeToken(bucket: BucketTokens): Promise<{ readonly granted: boolean; readonly readyAt: number }>
  blockUntil(key: string, readyAt: number): Promise<unknown>
  /** Amazon states another rate than we knew. */
  retune(key: string, rate: number): Promise<unknown>
  countCall(call: CountedCall): void
}

/** What goes to and from Amazon's store of documents; it has no quota. */
export type DocumentTransfer =
  | 'downloadReportDocument'
  | 'uploadFeedDocument'
  | 'downloadFeedDocument'
  | 'downloadProductTypeSchema'

/** One attempt at Amazon, for what a merchant costs. */
export type CountedCall = {
  readonly merchantId: MerchantId
  readonly connectionId: ConnectionId
  readonly operation: Operation | 'login' | DocumentTransfer
  readonly outcome: 'ok' | 'throttled' | 'failed'
  /** What Amazon answered, 0: nothing; how long that took, ms. Unknown for logins and documents. */
  readonly status?: number
  readonly took?: number
}

/** One question to Amazon. */
export type Question = {
  readonly merchantId: MerchantId
  readonly connection: ConnectionId
  readonly region: Region
  readonly sellingPartnerId: string
  readonly refreshToken: string
  readonly operation: Operation
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly what: string
  /** What is posted; without it the question is a GET. */
  readonly json?: unknown
  /** How `json` is sent, where not by POST. */
  readonly method?: 'PATCH' | 'PUT'
  /** So many calls of the bucket are left for others. */
  readonly keep?: number
  /** Epoch ms after which it is not sent any more: by then others may have done it. Whoever asks is told to wait. */
  readonly notAfter?: number
  /** What Amazon's text of a 400 means where its code says nothing. */
  readonly tellApart?: (text: string) => ProblemCode
}

/** The part of a question that says what is asked. */
export type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json' | 'keep' | 'notAfter' | 'tellApart'>

/** What of a question goes over the wire. */
type Sent = Pick<Question, 'region' | 'operation' | 'path' | 'query' | 'json'> & {
  readonly method?: Outgoing['method']
}

/** A good answer: the JSON, Amazon's clock, and Amazon's name of the request. */
export type Told = { readonly body: unknown; readonly amazonNow: number; readonly requestId?: string }

/** What the client needs. */
export type ClientOptions = {
  readonly config: AmazonConfig
  readonly transport: Transport
  readonly login: Login
  readonly quota: Quota
  /** The application of a region with its secret of now; `again`: read anew, since Amazon refused the one we had (C5). */
  application(region: Region, again: boolean): Promise<Application | null>
  now(): number
  random(): number
}

/** Asks Amazon one question: a token of the bucket, an access token, the request, and what the answer means. */
export type Client = {
  ask(question: Question): Promise<Answer<Told>>
  applicantOf(question: Question): Promise<Result<Applicant>>
}

/** Builds the client. It never waits: who must wait is told until when, and comes again. */
export function createClient(options: ClientOptions): Client {
  const pace = createPace(options)
  const applicantOf = async (question: Question, again = false): Promise<Result<Applicant>> => {
    const { merchantId, region, refreshToken, connection } = question
    const application = await options.application(region, again)
    if (!application) return failed('application-missing', { region, variables: 'its client id and client secret' })
    return ok({ merchantId, application, refreshToken, region, connection })
  }

  /** One attempt; null where the access token was refused and a fresh one may be accepted. */
  const attempt = async (question: Question, applicant: Applicant): Promise<Answer<Told> | null> => {
    const key = `${applicant.application.clientId}/${question.sellingPartnerId}/${question.operation}`
    const waiting = await pace.take(key, question)
    if (waiting !== null) return { ok: 'wait', wait: { readyAt: waiting } }
    const access = await options.login.accessToken(applicant)
    if (!access.ok) return access
    const asked = options.now()
    if (question.notAfter !== undefined && asked > question.notAfter) return { ok: 'wait', wait: { readyAt: asked } }
    const answer = await sendAs(options, question, access.value)
    count(options, question, { answer, took: options.now() - asked })
    if (!answer.ok) return answer
    const { status, headers, body } = answer.value
    if (status === 429) return { ok: 'wait', wait: { readyAt: await pace.throttled(key, question.operation) } }
    await pace.answered(key, question.operation, headers['x-amzn-ratelimit-limit'])
    if (isGood(status)) return readAnswer(answer.value, question.operation, options.now())
    if (isAboutAccessToken(status, body)) return null
    const about = askedIn(question, [access.value, applicant.refreshToken, applicant.application.clientSecret])
    const told = { amazonNow: clockOf(answer.value, options.now()), ...requestIdOf(answer.value) }
    return { ok: false, problem: refusalOf(status, body, about), ...told }
  }

  const askAs = async (question: Question, applicant: Applicant): Promise<Answer<Told>> => {
    const first = await attempt(question, applicant)
    if (first) return first
    options.login.forget(applicant)
    return (await attempt(question, applicant)) ?? failed('access-denied', { connection: question.connection })
  }

  const ask = async (question: Question): Promise<Answer<Told>> => {
    const applicant = await applicantOf(question)
    if (!applicant.ok) return applicant
    const answer = await askAs(question, applicant.value)
    if (answer.ok !== false || answer.problem.code !== 'application-secret-refused') return answer
    // Another secret may have been promoted since we read ours (C5).
    const anew = await applicantOf(question, true)
    const isSame = !anew.ok || anew.value.application.clientSecret === applicant.value.application.clientSecret
    return isSame ? answer : askAs(question, anew.value)
  }
  return { ask, applicantOf }
}

/** Sends one question with an access token. */
export async function sendAs(
  { config, transport, now }: Pick<ClientOptions, 'config' | 'transport' | 'now'>,
  question: Sent,
  accessToken: string,
): Promise<Result<Incoming>> {
  const url = new URL(question.path, config.endpoints[question.region])
  url.search = new URLSearchParams(question.query).toString()
  const headers = {
    'x-amz-access-token': accessToken,
    'x-amz-date': new Date(now()).toISOString().replace(/[-:]|\.\d+/g, ''),
    'user-agent': config.userAgent,
    accept: 'application/json',
  }
  const json = question.json === undefined ? {} : { json: JSON.stringify(question.json) }
  const method = question.method === undefined ? {} : { method: question.method }
  return await transport({ operation: question.operation, url, headers, ...json, ...method })
}

/** 201 is what Amazon says to a document that it makes room for, 202 to work that it takes on, 204 to what needs no answer. */
export const isGood = (status: number): boolean => [200, 201, 202, 204].includes(status)

function count(
  { quota }: ClientOptions,
  question: Question,
  { answer, took }: { readonly answer: Result<Incoming>; readonly took: number },
): void {
  // A request that was never sent costs nothing.
  if (!answer.ok && answer.problem.code === 'host-not-allowed') return
  const status = answer.ok ? answer.value.status : 0
  const outcome = isGood(status) ? 'ok' : status === 429 ? 'throttled' : 'failed'
  quota.countCall({
    merchantId: question.merchantId,
    connectionId: question.connection,
    operation: question.operation,
    outcome,
    status,
    took,
  })
}

/** What a good answer says. */
export function readAnswer(answer: Incoming, operation: Operation, now: number): Result<Told> {
  const told = { amazonNow: clockOf(answer, now), ...requestIdOf(answer) }
  // Nothing to say but that it is done.
  if (answer.status === 204) return ok({ body: null, ...told })
  try {
    return ok({ body: JSON.parse(answer.body) as unknown, ...told })
  } catch {
    return failed('answer-unreadable', { operation, why: 'it is not JSON' })
  }
}

const askedIn = (question: Question, secrets: readonly string[]): Asked => ({
  operation: question.operation,
  connection: question.connection,
  region: question.region,
  what: question.what,
  includedData: question.query.includedData?.split(',') ?? [],
  withPageToken: question.query.paginationToken !== undefined,
  secrets,
  ...(question.tellApart ? { tellApart: question.tellApart } : {}),
})
