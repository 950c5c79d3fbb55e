import type { ProblemCode } from '#core/known-problems.ts'
import type { Facts, Problem } from '#core/problems.ts'
import { problem } from '#core/problems.ts'
import { knownWords } from './known-words.ts'
import { isObject, wellFormed } from './read-wire.ts'

/** What of our request is needed to say what Amazon's refusal means. */
export type Asked = {
  readonly operation: string
  readonly connection: string
  readonly region: string
  /** What was asked for, in words, e.g. `order 111-...`. */
  readonly what: string
  readonly includedData: readonly string[]
  readonly withPageToken: boolean
  /** Tokens and secrets of the request; they never appear in a problem. */
  readonly secrets: readonly string[]
  /** What the text of a 400 means for this operation. */
  readonly tellApart?: (text: string) => ProblemCode
}

/** The first error that Amazon states in an answer. */
type StatedError = { readonly code: string; readonly text: string }

/** Says what a refusal of SP-API means: by status, then by code, and by text only where Amazon gives nothing else. */
export function refusalOf(status: number, body: string, asked: Asked): Problem {
  const { operation, connection } = asked
  if (status === 429) return problem('throttled', { operation })
  if (status >= 500 || status === 408) return problem('amazon-down', { operation, why: `status ${status}` })
  if (status >= 200 && status < 400) return problem('answer-unreadable', { operation, why: `status ${status}` })
  const stated = statedError(body)
  if (status === 401 || status === 403) return problem('access-denied', { connection })
  if (status === 404) return problem('not-found-at-amazon', { what: asked.what })
  if (status === 400) return refusalOfInput(stated, asked)
  return problem('request-refused', { operation, message: messageOf(stated, `status ${status}`, asked) })
}

/**
 * A 400. Amazon often names nothing ("The input you have submitted is not valid"). With a page token that means the
 * token: the same parameters were good a page before, and starting the sweep again is always safe.
 */
function refusalOfInput(stated: StatedError, asked: Asked): Problem {
  const { operation, connection } = asked
  if (/do(?:es)? not have access/i.test(stated.text)) return problem('access-denied', { connection })
  const dataset = datasetNamedIn(stated.text, asked.includedData)
  if (dataset) return problem('dataset-refused', { dataset })
  if (asked.withPageToken) return problem('page-token-died')
  const code = asked.tellApart?.(`${stated.code} ${stated.text}`)
  if (code) return problem(code, { what: asked.what, message: messageOf(stated, 'status 400', asked) })
  return problem('request-refused', { operation, message: messageOf(stated, 'status 400', asked) })
}

/** The dataset of our request that a text names; null where it names none, or lists them all. */
function datasetNamedIn(text: string, asked: readonly string[]): string | null {
  const named = asked.filter((dataset) => new RegExp(`(?<![A-Z_])${dataset}(?![A-Z_])`).test(text))
  const quoted = named.filter((dataset) => new RegExp(`['"\`]${dataset}['"\`]`).test(text))
  if (quoted.length === 1) return quoted[0] ?? null
  return named.length === 1 ? (named[0] ?? null) : null
}

/** True for a 403 that is about the access token itself: a fresh one may be accepted. */
export function isAboutAccessToken(status: number, body: string): boolean {
  if (status !== 403 && status !== 401) return false
  const { text } = statedError(body)
  return /access token/i.test(text) && /expired|revoked|malformed|invalid|missing/i.test(text)
}

/** Says what a refusal of Login with Amazon means. */
export function loginRefusalOf(status: number, body: string, asked: Pick<Asked, 'connection' | 'region'>): Problem {
  const operation = 'login'
  const code = loginCode(body)
  if (status === 429) return problem('throttled', { operation })
  if (status >= 500 || status === 408 || code === 'server_error' || code === 'temporarily_unavailable')
    return problem('amazon-down', { operation, why: code ?? `status ${status}` })
  if (code === 'invalid_grant') return problem('authorization-revoked', { connection: asked.connection })
  if (code === 'invalid_client') return problem('application-secret-refused', { region: asked.region })
  if (code !== null) return problem('application-wrong', { code })
  if (status === 401) return problem('application-secret-refused', { region: asked.region })
  return problem('answer-unreadable', { operation, why: `status ${status}` })
}

/** OAuth's error code, when the body has one that looks like one. */
function loginCode(body: string): string | null {
  const answer = parsed(body)
  const code = isObject(answer) ? answer.error : null
  return typeof code === 'string' && /^[a-z_]{1,60}$/.test(code) ? code : null
}

function statedError(body: string): StatedError {
  const answer = parsed(body)
  const list = isObject(answer) ? answer.errors : null
  const first: unknown = Array.isArray(list) ? list[0] : null
  if (!isObject(first)) return { code: '', text: '' }
  const word = (value: unknown): string => (typeof value === 'string' ? value : '')
  return { code: word(first.code), text: [word(first.message), word(first.details)].filter(Boolean).join(' ') }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const LONGEST_MESSAGE = 200
/** Operations about the merchant's own listings. In answers to all others, of today and of tomorrow, Amazon may repeat what a buyer wrote. */
const ABOUT_LISTINGS = new Set([
  'patchListingsItem',
  'putListingsItem',
  'getListingsItem',
  'searchListingsItems',
  'searchDefinitionsProductTypes',
  'getDefinitionsProductType',
])

/** Amazon's words about our request, cut short and without anything secret. */
function messageOf(stated: StatedError, otherwise: string, asked: Asked): Facts[string] {
  let message = [stated.code, stated.text].filter(Boolean).join(': ') || otherwise
  for (const secret of asked.secrets) if (secret) message = message.replaceAll(secret, '[secret]')
  const told = message.replace(/Atz[a-z]\|[\w|~.+/=-]*/gi, '[secret]').replaceAll('\0', ' ')
  const known = ABOUT_LISTINGS.has(asked.operation) ? told : knownWords(told, [asked.what])
  return wellFormed(known.slice(0, LONGEST_MESSAGE))
}
