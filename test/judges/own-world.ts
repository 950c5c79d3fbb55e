import { createServer, request as onward } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SCOPES } from '#core/permissions.ts'
import { addKey } from '../make/api.ts'
import { makePeople, ORIGIN } from '../make/browser.ts'
import { BUYER } from '../make/buyer-mails.ts'
import { type Names, namesOf } from '../make/foreign-ids.ts'
import { makeFurnished } from '../make/furnished.ts'
import { MINUTE } from '../make/seller.ts'
import { putSession } from '../make/session.ts'

export type Headers = Readonly<Record<string, string>>
/** What the API answered, read. */
// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
export type Read = any

/** The world that good requests are sent to: a furnished merchant with its people, keys and operators, and the door at which people sign in. */
export type OwnWorld = Awaited<ReturnType<typeof makeOwnWorld>>

/** Furnishes a merchant with one of everything, and opens it to requests by HTTP. */
export async function makeOwnWorld() {
  const furnished = await makeFurnished()
  const { seller, app, owner } = furnished
  const { control, database, deps, merchant } = seller
  const placed = {
    asked: control.placeOrder({ lines: [{ sku: 'MUG-BLUE', cancellationRequest: 'BUYER_CANCELED' }] }),
    cancelled: control.placeOrder(BUYER),
    shown: control.placeOrder(BUYER),
    packed: control.placeOrder(BUYER),
  }
  const names: Names = await namesOf(furnished)
  // Not longer: the owner's session would end.
  await seller.pass(8 * MINUTE)
  const people = await makePeople()
  const door = await openDoor([
    await app.listen({ port: 0, host: '127.0.0.1' }),
    await people.app.listen({ port: 0, host: '127.0.0.1' }),
  ])
  const heir = await putSession(database, deps.now(), { merchant, permissions: ['View Orders'], origin: ORIGIN })
  const operator = await putSession(database, deps.now(), { merchant: null, origin: ORIGIN })
  const read = async (path: string, headers: Headers = owner.headers): Promise<Read> => {
    const reply = await app.inject({ url: `/api/v1${path}`, headers })
    if (reply.statusCode !== 200) throw new Error(`GET ${path}: ${reply.body}`)
    return reply.json()
  }
  return {
    ...furnished,
    names,
    placed,
    heir: heir.userId,
    people,
    read,
    url: door.url,
    key: { authorization: `Bearer ${await addKey(deps, merchant, { scopes: SCOPES })}` } as Headers,
    vendor: { authorization: `Bearer ${furnished.things.vendorKey}` } as Headers,
    operator: operator.headers as Headers,
    /** Lets the work run that is due by then. */
    pass: (minutes: number) => seller.pass(minutes * MINUTE),
    close: async () => {
      await door.close()
      await people.close()
      await app.close()
    },
  }
}

/** The header that says at which of the two applications a request is meant. */
export const AT_SIGN_IN: Headers = { 'x-at': 'sign-in' }

/** One address for two applications: the merchant's, and that at which people sign in. */
async function openDoor([merchants, signIns]: readonly [string, string]) {
  const server = createServer((request, response) => {
    const to = new URL(request.url ?? '/', request.headers['x-at'] === 'sign-in' ? signIns : merchants)
    const sent = onward(to, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    sent.on('error', () => response.destroy())
    request.pipe(sent)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, close }
}
