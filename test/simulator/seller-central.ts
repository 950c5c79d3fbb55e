import { onTestFinished } from 'vitest'
import { type SimulatorOptions, startSimulator } from '../../src/simulator/server.ts'

export const NOON = '2026-11-10T12:00:00.000Z'
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const SELLER = 'A3HARBORGOODS'
export const US = 'ATVPDKIKX0DER'
export const CLIENT = 'amzn1.application-oa2-client.demo'
export const SECRET = 'demo-secret-not-a-secret'
export const REFRESH = 'Atzr|demo-harbor-goods'
export const ORDERS = '/orders/2026-01-01/orders'
export const EVERYTHING =
  'BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT,FULFILLMENT_ORDERS'

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
export type Answer = { status: number; headers: Headers; body: any }

/** A simulator with a standing clock and no search lag, and the calls that tests make to it. */
export async function sellerCentral(options: SimulatorOptions & { lag?: number } = {}) {
  const simulator = await startSimulator({ clock: 'virtual', start: NOON, ...options })
  onTestFinished(() => simulator.close())
  const { url, control } = simulator
  control.setLag({ fixed: options.lag ?? 0 })

  const login = async (form: Record<string, string>): Promise<Answer> => {
    const body = new URLSearchParams({ client_id: CLIENT, client_secret: SECRET, ...form })
    const answer = await fetch(`${url}/auth/o2/token`, { method: 'POST', body })
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  }
  const accessToken = async (refreshToken = REFRESH): Promise<string> =>
    (await login({ grant_type: 'refresh_token', refresh_token: refreshToken })).body.access_token
  let token: string | undefined

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Answer> => {
    token ??= await accessToken()
    const answer = await fetch(`${url}${path}`, { headers: { 'x-amz-access-token': token, ...headers } })
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  }
  /** Searches by last update since the morning, unless told otherwise. */
  const search = (query: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> => {
    const window: Record<string, string> = Object.keys(query).some((name) => name.endsWith('After'))
      ? {}
      : { lastUpdatedAfter: '2026-11-10T06:00:00Z' }
    return get(`${ORDERS}?${new URLSearchParams({ ...window, ...query })}`, headers)
  }
  const order = (orderId: string, includedData = EVERYTHING): Promise<Answer> =>
    get(`${ORDERS}/${orderId}?includedData=${includedData}`)
  const ids = (answer: Answer): string[] => answer.body.orders.map((o: { orderId: string }) => o.orderId)
  return { simulator, url, control, login, accessToken, get, search, order, ids }
}
