import { answer, api, queries, Refused } from './api.ts'
import { adoptSession, type Session, sessionQuery } from './session.ts'

/** Takes a session whose token changed; for whom one works stays. */
export const adopt = async (shown: Promise<Session>): Promise<void> => {
  const session = await shown
  const before = queries.getQueryData(sessionQuery.queryKey)?.merchant ?? null
  adoptSession({ ...session, merchant: session.merchant ?? before })
}

const DIGITS = /^\d{6}$/

/** Shows a code of the authenticator app, or a recovery code, again. */
export const showCode = (typed: string): Promise<void> => {
  const code = typed.replaceAll(' ', '')
  const body = DIGITS.test(code) ? { code } : { recoveryCode: typed }
  return adopt(answer(api.POST('/api/v1/session/second-factor', { body })))
}

/** Shows a passkey again. */
export async function showPasskey(): Promise<void> {
  const options = await answer(api.POST('/api/v1/session/second-factor/options'))
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  )
  const credential = await navigator.credentials.get({ publicKey })
  const passkey = { ...(credential as PublicKeyCredential).toJSON() }
  await adopt(answer(api.POST('/api/v1/session/second-factor', { body: { passkey } })))
}

/** Comes in by the demo's door again, which counts as a second factor there. */
export async function showInDemo(email: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('/demo/enter', { method: 'POST', headers, body: JSON.stringify({ email }) })
  const told = await response.json()
  if (!response.ok) throw new Refused({ status: response.status, detail: told.detail, code: told.code })
  await adopt(Promise.resolve(told as Session))
}
