import type { MerchantId } from '#core/ids.ts'
import { SCOPES, type Scope } from '#core/permissions.ts'
import type { Deps } from '#flows/deps.ts'
import { makeApiKey } from '#http/api-key.ts'
import { buildApp } from '#http/app.ts'
import { composeDeps } from '#main/compose.ts'
import { composeSignIn } from '#main/compose-sign-in.ts'
import { isConnectionLost } from '#store/db.ts'
import { makeDatabase } from './database.ts'

/** The instant at which the tests of the API begin. */
export const NOW = Date.parse('2026-11-10T15:00:00Z')

/** What hashing a password costs in tests. */
export const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 }

/** Two merchants that know nothing of each other. */
export const MILLS = 'MILLS' as MerchantId
export const OTHER = 'OTHER' as MerchantId

/** What a reply is reduced to: its status, its body, its headers. */
export type Reply = {
  readonly status: number
  readonly body: never
  readonly headers: Readonly<Record<string, unknown>>
}

/** The API on a database of its own with two merchants; time stands at NOW. */
export async function makeApi() {
  const database = await makeDatabase()
  const alarms: string[] = []
  const nowhere = 'http://127.0.0.1:9'
  const deps = composeDeps({
    app: database.appPool(),
    vault: database.vaultPool(),
    key: Buffer.alloc(32, 7),
    amazon: {
      applications: {},
      loginUrl: nowhere,
      endpoints: { na: nowhere, eu: nowhere, fe: nowhere },
      allowedHosts: [],
      userAgent: 'Millrace/test',
    },
    now: () => NOW,
    random: () => 0.5,
    log: { note: () => {}, alarm: (message, facts) => void alarms.push(`${message} ${JSON.stringify(facts ?? {})}`) },
  })
  await addMerchant(deps, MILLS, 'USD')
  await addMerchant(deps, OTHER, 'JPY')
  const signIn = composeSignIn(database.appPool(), deps, CHEAP)
  const app = await buildApp(deps, { version: 'test', isOutage: isConnectionLost, signIn })
  const key = await addKey(deps, MILLS)
  return {
    deps,
    app,
    signIn,
    database,
    alarms,
    key,
    otherKey: await addKey(deps, OTHER),
    call: callWith(app, key),
    async close() {
      await app.close()
      await database.close()
    },
  }
}

/** Sends requests with a key. */
export const callWith =
  (app: Awaited<ReturnType<typeof buildApp>>, key: string) =>
  async (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Reply> => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }
    const reply = await app.inject({
      method,
      url: path.startsWith('/api') ? path : `/api/v1${path}`,
      headers,
      ...payload,
    })
    return { status: reply.statusCode, body: reply.json() as never, headers: reply.headers }
  }

/** Makes a key; with all scopes where none are said. */
export async function addKey(
  deps: Deps,
  merchantId: MerchantId,
  change: { scopes?: readonly Scope[]; expiresAt?: number } = {},
): Promise<string> {
  const { keyId, key, hash } = makeApiKey()
  const scopes = change.scopes ?? SCOPES
  const expiresAt = change.expiresAt ?? null
  await deps.deployment.addApiKey({ hash, keyId, merchantId, name: 'test', scopes, createdAt: NOW, expiresAt })
  return key
}

const addMerchant = (deps: Deps, id: MerchantId, currency: string) =>
  deps.deployment.addMerchant({
    id,
    name: `The ${id}`,
    owner: 'owner@example.com',
    timeZone: 'America/New_York',
    currency,
    weightUnit: 'g',
    shipFrom: { name: id, line1: '1 Test Street', city: 'Portland', state: 'ME', postalCode: '04101', country: 'US' },
    createdAt: NOW,
  })

/** How often held orders of a merchant were set due: 0 when never. */
export async function timesWoken(api: Awaited<ReturnType<typeof makeApi>>, merchant: MerchantId): Promise<number> {
  const rows = await api.database
    .ownerPool()
    .query('select seq from deployment.due where merchant_id = $1 and kind = $2 and at is not null', [
      merchant,
      'reprocess',
    ])
  return rows.rows[0]?.seq ?? 0
}

export const mug = {
  id: 'MUG',
  description: 'A mug',
  price: { amount: '12.50', currency: 'USD' },
  grams: 350,
  tracksStock: true,
  kit: null,
  leadTimeMinutes: null,
  barcode: null,
}

export const ground = {
  id: 'GROUND',
  name: 'Ground',
  carrier: 'UPS',
  zones: [
    {
      country: 'US',
      states: [],
      exceptStates: ['AK'],
      postalCodes: [],
      rate: { kind: 'flat', amount: { amount: '6.95', currency: 'USD' } },
    },
  ],
  maxGrams: null,
  maxValue: null,
  maxPackages: null,
  packageGrams: null,
  poBox: true,
  military: true,
  excludedItems: [],
  onlyItems: [],
  enabled: true,
}
