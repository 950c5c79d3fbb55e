import type { Connection } from '#core/connection.ts'
import { failed, ok } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { AmazonConfig, Asks, Told } from './client.ts'
import type { Grants } from './grants.ts'
import type { Application, Login } from './login.ts'
import type { Amazon, Answer } from './port.ts'
import { probeRoles } from './probe-roles.ts'
import { acceptCallback, callbackAddress, consentAddress } from './seller-central.ts'

/** What the calls about authorizations are made of. */
type Parts = {
  readonly options: {
    readonly config: AmazonConfig
    refreshToken(connection: Connection): Promise<string | null>
    now(): number
  }
  readonly application: (region: Region, again: boolean) => Promise<Application | null>
  readonly login: Login
  readonly grants: Grants
  readonly askAs: (connection: Connection, asks: Asks) => Promise<Answer<Told>>
}

type AuthorizationCalls = Pick<
  Amazon,
  'proveToken' | 'probeRoles' | 'consentAddress' | 'acceptCallback' | 'callbackAddress' | 'exchangeCode' | 'proveSecret'
>

/** Everything about how an authorization comes, and whether it still stands (C1, C3, C5). */
export function authorizationCalls({ options, application, login, grants, askAs }: Parts): AuthorizationCalls {
  const { consent } = options.config
  const noApplication = (region: Region) =>
    failed('application-missing', { region, variables: 'its client id and client secret' })
  return {
    proveToken: async (connection) => {
      const refreshToken = await options.refreshToken(connection)
      if (refreshToken === null) return failed('authorization-revoked', { connection: connection.id })
      const { merchantId, region, id } = connection
      const found = await application(region, true)
      if (!found) return noApplication(region)
      const applicant = { merchantId, region, connection: id, refreshToken, application: found }
      login.forget(applicant)
      const token = await login.accessToken(applicant)
      return token.ok ? ok(null) : token
    },
    probeRoles: (connection) => probeRoles(askAs, connection, options.now()),
    consentAddress: (wish) => consentAddress(consent, wish),
    acceptCallback: (entered) => acceptCallback(consent, entered),
    callbackAddress,
    exchangeCode: async (exchange) => {
      const found = await application(exchange.region, true)
      return found ? grants.exchange({ ...exchange, application: found }) : noApplication(exchange.region)
    },
    proveSecret: async (region, clientSecret) => {
      const found = await application(region, true)
      return found ? grants.proveSecret({ ...found, clientSecret }, region) : noApplication(region)
    },
  }
}
