import { failed, ok, type Result } from '#core/problems.ts'
import type { Applicant, Application, LoginOptions } from './login.ts'
import { askLogin } from './login.ts'

/** A code that came back from Amazon's consent page, and who exchanges it. */
export type CodeToExchange = Omit<Applicant, 'refreshToken'> & { readonly code: string; readonly redirectUri: string }

/** The grants of Login with Amazon besides the daily one (C3, C5). */
export type Grants = {
  /** Exchanges a code for a refresh token: good once, within five minutes. */
  exchange(code: CodeToExchange): Promise<Result<string>>
  /** Proves a client secret by one token call that needs no seller. */
  proveSecret(application: Application, region: Applicant['region']): Promise<Result<null>>
}

/** Any application may ask for this scope. */
const SCOPE = 'sellingpartnerapi::notifications'

/** Builds the grants on the way to the login. */
export function createGrants(options: Omit<LoginOptions, 'asked'>): Grants {
  return {
    exchange: async ({ application, code, redirectUri, region, connection }) => {
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
      const answer = await askLogin(options, { application, region, connection, form })
      if (!answer.ok) return answer.problem.code === 'authorization-revoked' ? failed('consent-code-refused') : answer
      const { refresh_token: token } = answer.value
      if (typeof token === 'string' && /^[\x21-\x7e]{1,4096}$/.test(token)) return ok(token)
      return failed('answer-unreadable', { operation: 'login', why: 'it holds no refresh token' })
    },
    proveSecret: async (application, region) => {
      const form = { grant_type: 'client_credentials', scope: SCOPE }
      const answer = await askLogin(options, { application, region, connection: '', form })
      return answer.ok ? ok(null) : answer
    },
  }
}
