import { failed, ok, type Result } from '#core/problems.ts'
import { REGIONS, type Region } from '#core/region.ts'

/** Seller Central of each marketplace: where a seller lets an application in (C3). Those of BE, IE, SA, EG and ZA follow Amazon's pattern. */
export const SELLER_CENTRAL: Readonly<Record<Region, readonly (readonly [country: string, host: string])[]>> = {
  na: [
    ['US', 'sellercentral.amazon.com'],
    ['CA', 'sellercentral.amazon.ca'],
    ['MX', 'sellercentral.amazon.com.mx'],
    ['BR', 'sellercentral.amazon.com.br'],
  ],
  eu: [
    ['GB', 'sellercentral-europe.amazon.com'],
    ['DE', 'sellercentral-europe.amazon.com'],
    ['FR', 'sellercentral-europe.amazon.com'],
    ['IT', 'sellercentral-europe.amazon.com'],
    ['ES', 'sellercentral-europe.amazon.com'],
    ['NL', 'sellercentral.amazon.nl'],
    ['SE', 'sellercentral.amazon.se'],
    ['PL', 'sellercentral.amazon.pl'],
    ['BE', 'sellercentral.amazon.com.be'],
    ['IE', 'sellercentral.amazon.ie'],
    ['TR', 'sellercentral.amazon.com.tr'],
    ['AE', 'sellercentral.amazon.ae'],
    ['SA', 'sellercentral.amazon.sa'],
    ['EG', 'sellercentral.amazon.eg'],
    ['ZA', 'sellercentral.amazon.co.za'],
    ['IN', 'sellercentral.amazon.in'],
  ],
  fe: [
    ['JP', 'sellercentral.amazon.co.jp'],
    ['AU', 'sellercentral.amazon.com.au'],
    ['SG', 'sellercentral.amazon.sg'],
  ],
}

/** Where consent is given and how our application is known there. `page` stands for all Seller Centrals: the simulator's, else absent. */
export type ConsentConfig = {
  readonly page?: string
  readonly applicationIds: Readonly<Partial<Record<Region, string>>>
  /** True while Amazon calls the application a draft: then, and only then, consent needs `version=beta`. */
  readonly draft: boolean
}

/** A consent to be asked for: where, and the state that comes back with it. */
export type ConsentWish = {
  readonly region: Region
  /** Null: the first of the region. */
  readonly country: string | null
  readonly state: string
  readonly redirectUri: string
}

/** The address at Seller Central on which a seller lets our application in (C3). */
export function consentAddress(config: ConsentConfig | undefined, wish: ConsentWish): Result<string> {
  const { region, country, state, redirectUri } = wish
  const applicationId = config?.applicationIds[region]
  if (!config || !applicationId) {
    const variable = `MILLRACE_APPLICATION_ID_${region.toUpperCase()}`
    return failed('application-id-missing', { region, variable })
  }
  const places = SELLER_CENTRAL[region]
  const host = country === null ? places[0]?.[1] : places.find(([code]) => code === country)?.[1]
  if (host === undefined)
    return failed('not-valid', { field: 'country', why: `must be one of ${places.map(([code]) => code).join(', ')}` })
  const address = new URL('/apps/authorize/consent', config.page ?? `https://${host}`)
  address.search = new URLSearchParams({
    application_id: applicationId,
    state,
    redirect_uri: redirectUri,
    ...(config.draft ? { version: 'beta' } : {}),
  }).toString()
  return ok(address.href)
}

/** Where Amazon wants the browser back, and whose region that is; null on amazon.com, which is everyone's. */
export type Callback = { readonly address: string; readonly region: Region | null }

/** One segment after the path that Amazon documents: the application. Nothing that a browser would read in another way. */
const CONFIRM = /^\/apps\/authorize\/confirm\/[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$/

/**
 * Accepts an `amazon_callback_uri` on Amazon's own hosts only, written exactly as Amazon writes it: our Login URI is open to everybody and
 * must not send anybody elsewhere (C3).
 */
export function acceptCallback(config: ConsentConfig | undefined, entered: string): Result<Callback> {
  const refused = failed('callback-not-amazon')
  const base = config?.page
  if (base !== undefined)
    return entered.startsWith(`${base}/`) && CONFIRM.test(entered.slice(base.length))
      ? ok({ address: entered, region: null })
      : refused
  const [, host = '', path = ''] = /^https:\/\/([a-z.-]+)(\/.*)$/.exec(entered) ?? []
  if (!CONFIRM.test(path)) return refused
  if (host === 'amazon.com') return ok({ address: entered, region: null })
  const region = REGIONS.find((each) => SELLER_CENTRAL[each].some(([, known]) => known === host))
  return region ? ok({ address: entered, region }) : refused
}

/** What the browser takes back to Amazon. */
export type CallbackReturn = {
  readonly state: string
  readonly amazonState: string
  readonly redirectUri: string
  readonly version: string | null
}

/** Amazon's callback with what the browser takes back to it (C3). */
export function callbackAddress(callback: string, back: CallbackReturn): string {
  const address = new URL(callback)
  address.search = new URLSearchParams({
    redirect_uri: back.redirectUri,
    amazon_state: back.amazonState,
    state: back.state,
    ...(back.version === null ? {} : { version: back.version }),
  }).toString()
  return address.href
}
