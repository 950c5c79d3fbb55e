import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The examples of the API's document, by operation; written by this test when RECORD_EXAMPLES is set. */
const FILE = join(import.meta.dirname, '..', '..', 'src', 'contract', 'examples.json')
const MOST_ENTRIES = 1
const LONGEST = 240

/** One true request and its answer. */
export type Example = {
  readonly query?: Readonly<Record<string, string>>
  readonly request?: unknown
  readonly response?: unknown
}

/** What is a secret, or drawn anew at each run, and what stands for it. */
const SECRET: Readonly<Record<string, string>> = {
  secret: 'a-secret-that-is-shown-once',
  csrf: 'a-token-of-this-session',
  seed: 'A SEED FOR AN AUTHENTICATOR APP',
  key: 'mr_0123456789ab_shown-once',
  download: 'a-link-that-works-once',
  refreshToken: 'a-token-of-the-seller',
  challenge: 'what-the-passkey-signs',
  clientDataJSON: 'made-by-the-browser',
  attestationObject: 'made-by-the-browser',
  authenticatorData: 'made-by-the-browser',
  signature: 'made-by-the-browser',
  visit: 'a-visit-that-works-once',
  code: '123456',
}

const isDrawn = (name: string, value: string): boolean =>
  name in SECRET && (name !== 'code' || /^\d{6}$/.test(value)) && (name !== 'key' || value.startsWith('mr_'))

/** The same without secrets, and no longer than a reader needs. */
function tidy(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (isDrawn(name, value)) return SECRET[name]
    const plain = value.replace(/(spapi_oauth_code|state|token)=[\w-]+/g, '$1=…').replace(/#[\w-]{43}$/, '#works-once')
    return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain
  }
  if (Array.isArray(value)) {
    if (name === 'recoveryCodes') return ['abcd-efgh-ijkl']
    return value.slice(0, MOST_ENTRIES).map((each) => tidy(each, name))
  }
  if (value === null || typeof value !== 'object') return value
  // Amazon's definition of a product type: hundreds of attributes, with references of its own.
  if ('$defs' in value) return { type: 'object' }
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, tidy(inside, key)]))
}

/** An example of what was just asked and answered; a file that is brought or given has none. */
export function exampleOf(asked: {
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly answer: unknown
  readonly isDone: boolean
}): Example {
  return {
    ...(Object.keys(asked.query).length > 0 ? { query: asked.query } : {}),
    ...(asked.body === undefined ? {} : { request: tidy(asked.body) }),
    ...(asked.isDone ? { response: tidy(asked.answer) } : {}),
  }
}

/** The names of what an example holds, however many there are of each. */
function shapeOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return [`${at}[]`, ...value.flatMap((each) => shapeOf(each, `${at}[]`))]
  if (value === null || typeof value !== 'object') return [at]
  return Object.entries(value).flatMap(([name, inside]) => shapeOf(inside, `${at}.${name}`))
}

const plain = (example: Example | undefined): string =>
  JSON.stringify([
    example?.query ?? {},
    [...new Set(shapeOf(example?.request))],
    [...new Set(shapeOf(example?.response))],
  ])

/** Operations whose example in the document is not what they are asked and answer now; recorded anew where that is wished. */
export function compareExamples(now: Readonly<Record<string, Example>>): string[] {
  if (process.env.RECORD_EXAMPLES) {
    const inOrder = Object.entries(now).sort(([a], [b]) => (a < b ? -1 : 1))
    writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(inOrder), null, 1)}\n`)
    return []
  }
  const kept = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, Example>>
  const names = [...new Set([...Object.keys(kept), ...Object.keys(now)])]
  return names.filter((name) => plain(kept[name]) !== plain(now[name]))
}
