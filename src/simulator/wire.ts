import type { LoggedRequest } from './logged-request.ts'

/** One request as the operations see it. */
export type Call = {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** The body as text, and as it came. */
  readonly body: string
  readonly bytes: Buffer
  readonly log: LoggedRequest
}

/** One answer before faults and headers are put on it. */
export type Reply = {
  readonly status: number
  /** Undefined: no body at all. */
  readonly body: unknown
  /** In place of a JSON body. */
  readonly file?: { readonly bytes: Buffer; readonly contentType: string }
  readonly headers?: Record<string, string>
}

/** Who calls, once the access token is known to be good. */
export type Caller = {
  readonly clientId: string
  readonly sellerId: string
  readonly roles: ReadonlySet<string>
  readonly refreshToken: string | undefined
  /** Came with a restricted data token that names this very resource. */
  readonly restricted: boolean
}

/** An error as SP-API words it. */
export function problem(status: number, error: { code: string; message: string; details?: string }): Reply {
  return { status, body: { errors: [{ code: error.code, message: error.message, details: error.details ?? '' }] } }
}

export const invalidInput = (message: string, details = '') => problem(400, { code: 'InvalidInput', message, details })
export const denied = (details = '') =>
  problem(403, { code: 'Unauthorized', message: 'Access to requested resource is denied.', details })
export const quotaExceeded = () =>
  problem(429, { code: 'QuotaExceeded', message: 'You exceeded your quota for the requested resource.' })

/** An error of the storage that report documents lie in: XML, with other words than SP-API's. */
export function storageProblem(status: number, code: string, message: string): Reply {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, body: undefined, file: { bytes: Buffer.from(xml), contentType: 'application/xml' } }
}

/** The JSON object of a request's body, or a 415 or 400. */
export function readJson(call: Call): { readonly json: Readonly<Record<string, unknown>> } | Reply {
  if (!(call.headers['content-type'] ?? '').startsWith('application/json'))
    return problem(415, { code: 'UnsupportedMediaType', message: 'The Content-Type must be application/json.' })
  try {
    const body: unknown = JSON.parse(call.body)
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return { json: body as Record<string, unknown> }
  } catch {
    // falls through to the refusal
  }
  return invalidInput('The request body is not a JSON object.', 'body')
}
