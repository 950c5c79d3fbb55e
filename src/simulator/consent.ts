import { newCode, opaque } from './login.ts'
import type { App, World } from './state.ts'
import type { Call, Reply } from './wire.ts'

/** What a seller decides on the consent page, and how Amazon goes on from it. */
export type ConsentDraft = {
  /** Who is signed in to Seller Central. */
  sellerId?: string
  /** True: Amazon first opens the application's Login URI, as its current papers say; false: straight back. */
  hop?: boolean
}

const CONFIRM = '/apps/authorize/confirm/'
const DRAFT_ERROR = 'MD1000'
const REDIRECT_ERROR = 'MD5101'

/** GET /apps/authorize/consent: the page on which a seller lets an application in. */
export function consentPage(world: World, call: Call): Reply {
  const app = applicationIn(world, call.url.searchParams.get('application_id'))
  const refusal = refuse(app, call.url.searchParams)
  if (!app || refusal) return refusal ?? wrong(DRAFT_ERROR)
  const give = new URL('/apps/authorize/give', baseOf(call))
  give.search = call.url.search
  const seller = world.consent.sellerId
  return page(
    200,
    `<h1>Authorize ${app.clientId}</h1><p>Seller ${seller}</p><a id="confirm" href="${text(give)}">Confirm</a>`,
  )
}

/** GET /apps/authorize/give: the seller confirmed. */
export function giveConsent(world: World, call: Call): Reply {
  const { searchParams: query } = call.url
  const app = applicationIn(world, query.get('application_id'))
  const refusal = refuse(app, query)
  if (!app || refusal) return refusal ?? wrong(DRAFT_ERROR)
  const version = query.get('version')
  if (world.consent.hop) return toLoginUri(world, call, { app, version })
  return goBack(world, app, { state: query.get('state'), redirectUri: query.get('redirect_uri') })
}

/** GET /apps/manage/authorize: the seller presses Authorize or Re-Authorize in Manage Your Apps. */
export function reauthorize(world: World, call: Call): Reply {
  const app = applicationIn(world, call.url.searchParams.get('application_id'))
  if (!app) return wrong(DRAFT_ERROR)
  return toLoginUri(world, call, { app, version: app.draft ? 'beta' : null })
}

/** GET /apps/authorize/confirm/{application}: the browser comes back from the Login URI. */
export function confirmConsent(world: World, call: Call): Reply {
  const { searchParams: query, pathname } = call.url
  const app = applicationIn(world, decodeURIComponent(pathname.slice(CONFIRM.length)))
  const amazonState = query.get('amazon_state') ?? ''
  if (!app || !world.consent.states.delete(amazonState)) return wrong(DRAFT_ERROR)
  if (app.draft && query.get('version') !== 'beta') return wrong(DRAFT_ERROR)
  const redirectUri = query.get('redirect_uri')
  if (redirectUri !== null && !app.redirectUris.includes(redirectUri)) return wrong(REDIRECT_ERROR)
  return goBack(world, app, { state: query.get('state'), redirectUri })
}

const applicationIn = (world: World, applicationId: string | null): App | undefined =>
  [...world.apps.values()].find((app) => app.applicationId === applicationId)

function refuse(app: App | undefined, query: URLSearchParams): Reply | undefined {
  if (!app || app.draft !== (query.get('version') === 'beta')) return wrong(DRAFT_ERROR)
  const redirectUri = query.get('redirect_uri')
  if (redirectUri !== null && !app.redirectUris.includes(redirectUri)) return wrong(REDIRECT_ERROR)
  return app.redirectUris.length === 0 ? wrong(REDIRECT_ERROR) : undefined
}

function toLoginUri(world: World, call: Call, { app, version }: { app: App; version: string | null }): Reply {
  if (app.loginUri === undefined) return wrong(REDIRECT_ERROR)
  const amazonState = opaque(world, 40)
  world.consent.states.add(amazonState)
  return redirect(app.loginUri, {
    amazon_callback_uri: `${baseOf(call)}${CONFIRM}${app.applicationId}`,
    amazon_state: amazonState,
    selling_partner_id: world.consent.sellerId,
    ...(version === null ? {} : { version }),
  })
}

/** Hybrid applications of old get `mws_auth_token` too; nobody may keep it. */
function goBack(world: World, app: App, back: { state: string | null; redirectUri: string | null }): Reply {
  const redirectUri = back.redirectUri ?? app.redirectUris[0] ?? ''
  const { sellerId } = world.consent
  return redirect(redirectUri, {
    state: back.state ?? '',
    selling_partner_id: sellerId,
    mws_auth_token: 'amzn.mws.an-old-token',
    spapi_oauth_code: newCode(world, { clientId: app.clientId, sellerId, redirectUri }),
  })
}

const baseOf = (call: Call): string => `http://${call.headers.host ?? '127.0.0.1'}`

function redirect(to: string, query: Readonly<Record<string, string>>): Reply {
  const address = new URL(to)
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return { status: 302, body: undefined, headers: { Location: address.href } }
}

const wrong = (code: string): Reply => page(400, `<h1>Something went wrong</h1><p id="error">${code}</p>`)

const page = (status: number, html: string): Reply => ({
  status,
  body: undefined,
  file: { bytes: Buffer.from(`<!doctype html><title>Seller Central</title>${html}`), contentType: 'text/html' },
})

const text = (url: URL): string => url.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
