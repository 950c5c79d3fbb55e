import { QueryClient } from '@tanstack/react-query'
import createClient from 'openapi-fetch'
import { changeAsRead, forgetRead } from './as-read.ts'
import type { paths } from './generated/api.ts'
import { words } from './words/en.ts'

/** What the server says when it refuses: a sentence for people, and what to do. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  /** What is wrong field by field, where the server names fields. */
  readonly fields: readonly RefusedField[]

  constructor(told: Told) {
    super(told.detail)
    this.status = told.status
    this.code = told.code
    this.fields = told.fields ?? []
  }
}

type RefusedField = { readonly field: string; readonly why: string }
type Told = {
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly fields?: readonly RefusedField[] | undefined
}

/** What every request says of this page's session; kept in memory only. */
type Spoken = { readonly csrf: string; readonly merchant: string | null }
let spoken: Spoken = { csrf: '', merchant: null }
/** From now on requests are for this merchant: another tab may work for another one. */
export const speakFor = (session: Spoken): void => {
  if (session.merchant !== spoken.merchant) forgetRead()
  spoken = session
}

/** After this long without a hand on the page what it fetches is no use of the session, in milliseconds (U6). */
const UNTOUCHED = 60_000
let touchedAt = Date.now()
for (const kind of ['pointerdown', 'keydown', 'wheel'])
  addEventListener(
    kind,
    () => {
      touchedAt = Date.now()
    },
    { passive: true },
  )

/** The client of our own API: typed by its document, with the session's cookie. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })

api.use({
  onRequest: ({ request }) => {
    if (request.method !== 'GET') request.headers.set('millrace-csrf', spoken.csrf)
    if (Date.now() - touchedAt > UNTOUCHED) request.headers.set('millrace-idle', '1')
    if (spoken.merchant !== null) request.headers.set('millrace-merchant', spoken.merchant)
    return request
  },
  // The browser's own words for it are none for people.
  onError: ({ error }) => (error instanceof TypeError ? new Error(words.away) : undefined),
})
api.use(changeAsRead)

/** Somebody else saved it since it was read: nothing of ours is saved, and nothing that was typed is lost. */
export const overtaken = (): Refused => new Refused({ status: 412, code: 'changed-meanwhile', detail: words.overtaken })

/** Whoever is not signed in any more is told so at the next thing they do, and comes back here after signing in (U6, D12). */
function askToSignIn(asked: string): void {
  // Whether anybody is signed in is asked when a page opens; that is no end of a session.
  if (asked.endsWith('/api/v1/session')) return
  location.assign(`/sign-in?over=1&next=${encodeURIComponent(location.pathname + location.search)}`)
}

/** The answer of a request, or a throw with the server's own sentence. */
export async function answer<T>(sent: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await sent
  if (response.ok) return data as T
  const told = (error ?? {}) as Partial<Told>
  if (response.status === 401 && told.code !== 'sign-in-refused') askToSignIn(response.url)
  if (response.status === 412) throw overtaken()
  throw new Refused({
    status: response.status,
    detail: told.detail ?? 'The server did not say why.',
    code: told.code ?? 'unknown',
    fields: told.fields,
  })
}

const passes = (error: unknown): boolean => !(error instanceof Refused) || error.status >= 500

/**
 * What was fetched stays for a moment; a refusal is not asked again, an outage is. A browser without a network is no reason not to ask: the
 * server may stand on the same desk, and what was pressed is refused instead of being sent hours later.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (times, error) => passes(error) && times < 3,
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
})
