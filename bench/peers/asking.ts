// A plain client of Amazon, as each peer has one: a token, the call, and on a 429 a wait of one token's time.
import { APPLICATION, SELLER } from '#main/demo/sample-merchant.ts'
import type { ScriptedDay } from './day.ts'

const HOUR = 60 * 60_000

/** A call at Amazon. */
export type Ask = {
  readonly operation: string
  readonly path: string
  readonly method?: string
  readonly body?: unknown
}

/** Amazon's answer, as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: Amazon's answers are read by name here, as peers do.
export type Said = any

/** Builds the client of one peer; it waits by moving the day on. */
export function askerOf(
  day: ScriptedDay,
  {
    url,
    now,
    tokenEachCall,
    rates,
  }: {
    readonly url: string
    readonly now: () => number
    readonly tokenEachCall: boolean
    readonly rates: Readonly<Record<string, number>>
  },
) {
  let token: { readonly text: string; readonly until: number } | null = null
  const accessToken = async (): Promise<string> => {
    if (token && token.until > now() && !tokenEachCall) return token.text
    const answer = await fetch(`${url}/auth/o2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: SELLER.refreshToken,
        client_id: APPLICATION.clientId,
        client_secret: APPLICATION.clientSecret,
      }),
    })
    const { access_token: text } = (await answer.json()) as { access_token: string }
    token = { text, until: now() + HOUR }
    return text
  }
  return async ({ operation, path, method = 'GET', body }: Ask): Promise<Said> => {
    for (;;) {
      const answer = await fetch(new URL(path, url), {
        method,
        headers: { 'x-amz-access-token': await accessToken(), 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      if (answer.status === 429) {
        await day.passTo(now() + 1000 / (rates[operation] ?? 1))
        continue
      }
      if (!answer.ok) throw new Error(`${operation} was answered ${answer.status}: ${text}`)
      return text === '' ? null : JSON.parse(text)
    }
  }
}
