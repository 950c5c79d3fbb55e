import { expect, test } from 'vitest'
import type { CenterCode, MerchantId } from '#core/ids.ts'
import { ALL_PERMISSIONS, SCOPES } from '#core/permissions.ts'
import { saveCenters } from '#flows/configure.ts'
import { makeVendorKey } from '#flows/make-vendor-key.ts'
import { saveVendors } from '#flows/save-vendors.ts'
import { CENTERS, MERCHANT } from '#main/demo/sample-merchant.ts'
import { addKey } from '../make/api.ts'
import { ORIGIN } from '../make/browser.ts'
import { dumpTables } from '../make/database-dump.ts'
import { BODIES, type Names, NOBODY, nameFor, namesOf } from '../make/foreign-ids.ts'
import { makeFurnished, VENDOR } from '../make/furnished.ts'
import { addressOf, type Operation, operationsOf, titleOf } from '../make/operations.ts'
import { putSession } from '../make/session.ts'

type Furnished = Awaited<ReturnType<typeof makeFurnished>>
type Headers = Readonly<Record<string, string>>
type Answer = { readonly status: number; readonly text: string }

/** What can be named behind the question mark. */
const queryOf = (operation: Operation, names: Names): string[] =>
  operation.query
    .filter((name) => ['sellerSku', 'itemId', 'marketplaceId', 'amazonOrderId', 'order'].includes(name))
    .map((name) => `${name}=${encodeURIComponent(nameFor(names, titleOf(operation), name))}`)
    .concat(operation.query.includes('field') ? ['field=price'] : [])

async function ask(
  { app }: Furnished,
  operation: Operation,
  { headers, names }: { headers: Headers; names: Names },
): Promise<Answer> {
  const title = titleOf(operation)
  const query = queryOf(operation, names)
  const body = BODIES[title]?.(names) ?? (operation.body ? {} : undefined)
  const reply = await app.inject({
    method: operation.method,
    url: `${addressOf(operation, (name) => nameFor(names, title, name))}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  return { status: reply.statusCode, text: reply.body }
}

/** An answer without the names that were asked for, numbers and instants. */
const plain = ({ status, text }: Answer, names: Names): string => {
  const asked = Object.values({ ...NOBODY, ...names }).filter((name) => typeof name === 'string' && name.length > 3)
  const longestFirst = [...asked, ...Object.values(NOBODY)].sort((a, b) => b.length - a.length)
  const without = longestFirst.reduce((left, name) => left.replaceAll(name, '(name)'), text)
  return `${status} ${without.replace(/"requestId":"[^"]*"/, '').replace(/\(name\)|\d+/g, '#')}`
}

/** True when an operation takes the name of a thing at all. */
const takesNames = (operation: Operation, names: Names): boolean =>
  operation.params.length > 0 ||
  JSON.stringify(BODIES[titleOf(operation)]?.(names)) !== JSON.stringify(BODIES[titleOf(operation)]?.(NOBODY))

/** Every row in which the merchant or one of its people stands; not when what was last used. */
async function rowsOf({ seller, owner, things }: Furnished): Promise<string[]> {
  // Calls are counted in memory for a while: asking for them writes them down.
  await seller.deps.deployment.pageOfCalls(seller.merchant, { since: 0, after: null, limit: 1 })
  const dump = await dumpTables(seller.database, ['deployment.buckets', 'auth.sessions', 'deployment.merchants'])
  const own = [seller.merchant, owner.userId, things.userId]
  return Object.entries(dump).flatMap(([table, rows]) =>
    rows
      .filter((row) => own.some((name) => row.includes(name)))
      .map((row) => `${table} ${table === 'deployment.api_keys' ? row.replace(/"[\d-]+ [\d:+.]+"/g, '') : row}`),
  )
}

/** Words that stand in the merchant's things and nowhere else. */
const secretsOf = ({ ids, owner, things }: Furnished): string[] => [
  ...Object.values(ids),
  ...things.emails,
  ...[owner.email, owner.userId, owner.sessionId, things.userId, things.sessionId, things.keyId, things.groupId],
  ...['Zebra', 'A3HARBORGOODS', 'Harbor Goods', 'Quentina', 'Xylophone', 'office@example.com', 'NOBODY-KNOWS'],
]

/** What a file says that was sent in base64. */
const fileIn = (body: unknown): string => {
  const file = (body as { file?: unknown } | undefined)?.file
  return typeof file === 'string' ? Buffer.from(file, 'base64').toString() : ''
}

/** Operations that a stranger may ask with any names: they touch what is the asker's own only, and no merchant. */
const forMerchants = (operations: readonly Operation[]) =>
  operations.filter(
    (each) => each.for === 'scopes' || each.for === 'member' || (each.for === 'person' && each.params.length > 0),
  )

test('[M1][U2] no operation tells, gives or changes anything of another merchant: to its owner, its key and its vendor it is as if it did not exist', async () => {
  const furnished = await makeFurnished()
  const { seller, app } = furnished
  const { deps, database } = seller
  const thief = 'THIEF' as MerchantId
  const shipFrom = { ...MERCHANT.shipFrom, name: 'A cave' }
  await deps.deployment.addMerchant({
    ...MERCHANT,
    id: thief,
    name: 'The thief',
    owner: 'thief@example.com',
    shipFrom,
    createdAt: deps.now(),
  })
  const session = await putSession(database, deps.now(), {
    merchant: thief,
    owner: true,
    permissions: ALL_PERMISSIONS,
    origin: ORIGIN,
  })
  const callers: Readonly<Record<string, Headers>> = {
    owner: session.headers,
    key: { authorization: `Bearer ${await addKey(deps, thief, { scopes: SCOPES })}` },
    vendor: { authorization: `Bearer ${await vendorOf(furnished, thief)}` },
  }
  const names = await namesOf(furnished)
  const { operations } = await operationsOf(app)
  const secrets = secretsOf(furnished)
  const before = await rowsOf(furnished)
  expect(before.length).toBeGreaterThan(150)
  const wrong: string[] = []
  let asked = 0
  for (const [caller, headers] of Object.entries(callers)) {
    for (const operation of forMerchants(operations)) {
      if (caller === 'vendor' && !operation.scopes.includes('vendor:orders')) continue
      if (caller === 'key' && !(operation.for === 'scopes' && takesNames(operation, names))) continue
      const nobody = await ask(furnished, operation, { headers, names: NOBODY })
      const foreign = await ask(furnished, operation, { headers, names })
      asked++
      const title = `${titleOf(operation)} by the ${caller}`
      if (nobody.status >= 500 || foreign.status >= 500) wrong.push(`${title}: ${nobody.text} ${foreign.text}`)
      const [missing, told] = [plain(nobody, names), plain(foreign, names)]
      if (takesNames(operation, names) && missing !== told) wrong.push(`${title}: ${missing} is not ${told}`)
      const sent = JSON.stringify([
        addressOf(operation, (name) => nameFor(names, title, name)),
        queryOf(operation, names),
        BODIES[titleOf(operation)]?.(names),
        fileIn(BODIES[titleOf(operation)]?.(names)),
        names.itemId,
      ])
      const leaked = secrets.filter((secret) => foreign.text.includes(secret) && !sent.includes(secret))
      if (leaked.length > 0) wrong.push(`${title} tells ${leaked.join(', ')}: ${foreign.text.slice(0, 300)}`)
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(200)
  expect(await rowsOf(furnished)).toEqual(before)
  await itsOwnerFindsThem(furnished, operations, names)
  await app.close()
})

async function vendorOf({ seller }: Furnished, merchant: MerchantId): Promise<string> {
  const { deps } = seller
  const code = 'CAVE' as CenterCode
  await saveCenters(
    deps,
    merchant,
    CENTERS.slice(0, 1).map((center) => ({ ...center, code, name: 'A cave' })),
  )
  const company = { company: 'Other Parcels Ltd', centers: [code] }
  await saveVendors(deps, merchant, { entered: [{ ...VENDOR, ...company }], who: 'a test' })
  const asker = { name: 'the command line', userId: null, fresh: true }
  const made = await makeVendorKey(deps, merchant, { vendor: 'PARCELS', asker, networks: [] })
  if (!made.ok) throw new Error(made.problem.code)
  return made.value.key
}

/** What only reads changes no more than this: when a key was used, what Amazon was asked and said, and who saw a buyer. */
const TOUCHED_BY_READING = [
  'deployment.api_keys',
  'deployment.calls',
  'deployment.product_types',
  'deployment.tallies',
  'millrace.audit',
  'millrace.audit_heads',
  'millrace.audit_orders',
]

/** Of these kinds the merchant has nothing that may be changed now; what is foreign is tried all the same. */
const ABSENT = [
  'POST /vendor-purges/{orderNumber}/acknowledge',
  'DELETE /items/{itemId}/offers',
  'DELETE /mails/{mailId}',
  'GET /files/{file}/lines',
  // Its webhook is deleted before.
  'POST /webhooks/{webhookId}/messages/{messageId}/replay',
]

/** So that a refusal above means something: to the merchant's own owner the same names are known. */
async function itsOwnerFindsThem(furnished: Furnished, operations: readonly Operation[], names: Names): Promise<void> {
  const { seller, owner } = furnished
  const dump = () => dumpTables(seller.database, ['auth.sessions', 'deployment.buckets'])
  const before = await dump()
  const lost: string[] = []
  const reading = operations.filter(({ method }) => method === 'GET')
  for (const operation of forMerchants(reading)) {
    const headers = operation.scopes.includes('vendor:orders')
      ? { authorization: `Bearer ${furnished.things.vendorKey}` }
      : owner.headers
    const { status, text } = await ask(furnished, operation, { headers, names })
    if (status !== 200 && !ABSENT.includes(titleOf(operation))) lost.push(`${titleOf(operation)}: ${text}`)
  }
  expect(lost).toEqual([])
  const after = await dump()
  expect(Object.keys(after).filter((table) => String(after[table]) !== String(before[table]))).toEqual(
    TOUCHED_BY_READING,
  )
  const order = (operation: Operation) =>
    operation.method === 'DELETE' ? (/connections|account/.test(operation.path) ? 2 : 1) : 0
  const changing = forMerchants(operations).filter((each) => each.method !== 'GET' && each.params.length > 0)
  for (const operation of changing.sort((a, b) => order(a) - order(b))) {
    const headers = operation.scopes.includes('vendor:orders')
      ? { authorization: `Bearer ${furnished.things.vendorKey}` }
      : owner.headers
    const { status, text } = await ask(furnished, operation, { headers, names })
    if ((status === 404 && ABSENT.includes(titleOf(operation))) || status === 409) continue
    if (status >= 500 || [400, 403, 404].includes(status)) lost.push(`${titleOf(operation)}: ${text.slice(0, 300)}`)
  }
  expect(lost).toEqual([])
}
