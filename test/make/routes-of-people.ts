// The other part of the table of routes: those that no key opens.
import { OPERATOR_ROUTES } from './operator-routes.ts'

/** Routes that only people who are signed in can ask. */
export const OF_PEOPLE = [
  ...OPERATOR_ROUTES,
  ['POST', '/authorization/begin'],
  ['POST', '/authorization/visit'],
  ['POST', '/authorization/confirm'],
  ['GET', '/authorization/consents/1001'],
  ['GET', '/session'],
  ['DELETE', '/session'],
  ['POST', '/session/second-factor'],
  ['POST', '/session/second-factor/options'],
  ['POST', '/session/merchant'],
  ['PUT', '/account/password'],
  ['GET', '/account/sessions'],
  ['DELETE', '/account/sessions'],
  ['DELETE', '/account/sessions/1001'],
  ['GET', '/account/sign-ins'],
  ['POST', '/account/invitation'],
  ['GET', '/account/factors'],
  ['POST', '/account/app'],
  ['POST', '/account/app/confirm'],
  ['DELETE', '/account/app'],
  ['POST', '/account/passkeys/options'],
  ['POST', '/account/passkeys'],
  ['DELETE', '/account/passkeys/1001'],
  ['POST', '/account/recovery-codes'],
  ['POST', '/orders/search-by-buyer'],
  ['GET', '/me/notifications'],
  ['PUT', '/me/notifications'],
] as const

/** Routes for whoever is not signed in yet; their own rules stand in test/http/sign-in*.test.ts. */
export const OPEN = [
  ['POST', '/session'],
  ['POST', '/session/passkey/options'],
  ['POST', '/session/passkey'],
  ['POST', '/invitation/look'],
  ['POST', '/invitation/accept'],
  ['POST', '/password/forgotten'],
  ['POST', '/password/look'],
  ['POST', '/password/reset'],
] as const
