import type { LoggedRequest } from './logged-request.ts'

/** One request as the operations see it. */
export type Call = {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly log: LoggedRequest
}

/** One answer before faults and headers are put on it. */
export type Reply = { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }

/** Who calls, once the access token is known to be good. */
export type Caller = { readonly clientId: string; readonly sellerId: string; readonly roles: ReadonlySet<string> }

/** An error as SP-API words it. */
export function problem(status: number, error: { code: string; message: string; details?: string }): Reply {
  return { status, body: { errors: [{ code: error.code, message: error.message, details: error.details ?? '' }] } }
}

export const invalidInput = (message: string, details = '') => problem(400, { code: 'InvalidInput', message, details })
export const denied = (details = '') =>
  problem(403, { code: 'Unauthorized', message: 'Access to requested resource is denied.', details })
export const quotaExceeded = () =>
  problem(429, { code: 'QuotaExceeded', message: 'You exceeded your quota for the requested resource.' })
