/** The token that every change carries beside the cookie; each answer about a session brings it. */
let csrf = ''

/** A refusal as the API tells it: `fields` says what is wrong where. */
export class Refused extends Error {
  constructor(told) {
    super(told.detail ?? 'Something failed. Try again.')
    this.status = told.status
    this.code = told.code
    this.fields = told.fields ?? []
  }
}

/** Asks the API. Secrets go in the body, never in the address. */
export async function ask(method, path, body) {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  if (method !== 'GET') headers['millrace-csrf'] = csrf
  const reply = await fetch(`/api/v1${path}`, {
    method,
    headers,
    cache: 'no-store',
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused({ detail: 'The server does not answer. Try again soon.', status: 0 })
  })
  const told = await reply.json().catch(() => ({}))
  if (!reply.ok) throw new Refused(told)
  csrf = told.csrf ?? told.session?.csrf ?? csrf
  return told
}

/** Who is signed in, or null. */
export const readSession = () =>
  ask('GET', '/session').catch((refused) => {
    if (refused.status === 401) return null
    throw refused
  })

export const canPasskeys = () => Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON)

/** Lets the browser make a passkey; gives its answer. */
export async function makePasskey(options) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  return (await navigator.credentials.create({ publicKey })).toJSON()
}

/** Lets the browser use a passkey; gives its answer. */
export async function usePasskey(options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  return (await navigator.credentials.get({ publicKey })).toJSON()
}
