import { onTestFinished } from 'vitest'
import { createAmazon } from '#amazon/amazon.ts'
import type { AmazonConfig, CountedCall } from '#amazon/client.ts'
import type { Answer } from '#amazon/port.ts'
import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { SearchParams } from '#core/orders/search-window.ts'
import { type SimulatorOptions, startSimulator } from '../../src/simulator/server.ts'

export const NOON = Date.parse('2026-11-10T12:00:00Z')
export const MINUTE = 60_000
export const REFRESH_TOKEN = 'Atzr|demo-harbor-goods'
const APPLICATION = { clientId: 'amzn1.application-oa2-client.demo', clientSecret: 'demo-secret-not-a-secret' }

/** The connection of the simulator's sample merchant. */
export const connection: Connection = {
  merchantId: 'HARBR' as MerchantId,
  id: 'na-A3HARBORGOODS' as ConnectionId,
  region: 'na',
  sellingPartnerId: 'A3HARBORGOODS',
  state: 'authorized',
  lapsesOn: null,
  consent: 'pasted',
  deletion: null,
  startedAt: null,
  importing: true,
  marketplaces: [],
}

/** A search over the morning. */
export const morning: SearchParams = {
  lastUpdatedAfter: '2026-11-10T06:00:00.000Z',
  lastUpdatedBefore: '2026-11-10T11:57:00.000Z',
  marketplaceIds: ['ATVPDKIKX0DER'],
  includedData: ['BUYER', 'RECIPIENT', 'PROCEEDS', 'FULFILLMENT'],
}

/** The edge as it is built for an Amazon at `url`; everything it says to the rest of Millrace is recorded. */
export function edgeTo(url: string, changes: Partial<AmazonConfig> & { refreshToken?: string | null } = {}) {
  const { refreshToken = REFRESH_TOKEN, ...config } = changes
  const said = {
    buckets: [] as { key: string; rate: number; burst: number }[],
    blocked: [] as { key: string; readyAt: number }[],
    retuned: [] as { key: string; rate: number }[],
    counted: [] as CountedCall[],
  }
  const world = { now: NOON, random: 0.5, tokens: 100, readyAt: NOON + 7 * MINUTE }
  const amazon = createAmazon({
    config: {
      applications: { na: APPLICATION },
      loginUrl: `${url}/auth/o2/token`,
      endpoints: { na: url, eu: url, fe: url },
      allowedHosts: [new URL(url).host],
      documentHosts: [new URL(url).host],
      userAgent: 'Millrace/0.1 (Language=TypeScript; Platform=Test)',
      timeoutMs: 2000,
      ...config,
    },
    quota: {
      takeToken: async (bucket) => {
        said.buckets.push(bucket)
        return { granted: world.tokens-- > 0, readyAt: world.readyAt }
      },
      blockUntil: async (key, readyAt) => void said.blocked.push({ key, readyAt }),
      retune: async (key, rate) => void said.retuned.push({ key, rate }),
      countCall: (call) => void said.counted.push(call),
    },
    refreshToken: async () => refreshToken,
    now: () => world.now,
    random: () => world.random,
  })
  const outcomes = () => said.counted.map((call) => `${call.operation} ${call.outcome}`)
  return { amazon, said, world, outcomes, search: () => amazon.searchOrders(connection, morning, { token: null }) }
}

/** The edge and a simulated Amazon with a standing clock and no search lag. */
export async function edgeAndSimulator(options: SimulatorOptions & Parameters<typeof edgeTo>[1] = {}) {
  const simulator = await startSimulator({ clock: 'virtual', start: NOON, ...options })
  onTestFinished(() => simulator.close())
  const { control, url } = simulator
  control.setLag({ fixed: 0 })
  const calls = () => control.requests().map((request) => request.operation)
  return { control, url, calls, ...edgeTo(url, options) }
}

/** The value of a good answer. */
export function good<T>(answer: Answer<T>): T {
  if (answer.ok !== true) throw new Error(JSON.stringify(answer))
  return answer.value
}
