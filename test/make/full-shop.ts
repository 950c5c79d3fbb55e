import { buildApp } from '#http/app.ts'
import { addKey } from './api.ts'
import { audit, makeAudited, sendMug } from './audits.ts'
import { canaryOrder } from './canary-buyer.ts'
import { MINUTE } from './seller.ts'
import { importOrders, packageToSend } from './things-to-send.ts'

/** A merchant of whom much is listed: a carried file, what was sent and audited, a file that was brought, an order that waits, another that is held. */
export async function makeFullShop() {
  const seller = await makeAudited()
  await sendMug(seller)
  const { auditId } = await audit(seller)
  const [first = ''] = await importOrders(seller, [canaryOrder(), canaryOrder()])
  seller.control.placeOrder(canaryOrder({}, 'UNKNOWN-1'))
  await seller.pass(6 * MINUTE)
  await packageToSend(seller, first, { tracking: '0042' })
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const expiresAt = seller.control.now() + 86_400_000_000
  const authorization = `Bearer ${await addKey(seller.deps, seller.merchant, { expiresAt })}`
  const ask = (path: string, accept = 'application/json') =>
    app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { authorization, accept } })
  const taken = await app.inject({
    method: 'POST',
    url: '/api/v1/files/shipping-confirmation',
    headers: { authorization },
    payload: { connection: seller.connection },
  })
  const brought = await app.inject({
    method: 'POST',
    url: '/api/v1/imports?fileName=own.csv',
    headers: { authorization, 'content-type': 'application/octet-stream' },
    payload: Buffer.from('What,How many\r\nMUG-BLUE,12\r\n'),
  })
  await seller.pass(MINUTE)
  const numbers = { file: taken.json().file, import: brought.json().import, audit: auditId }
  const names = { connectionId: seller.connection, itemId: 'MUG-BLUE', ...numbers }
  const addressOf = (path: string) =>
    Object.entries(names).reduce((told, [name, value]) => told.replace(`:${name}`, String(value)), path)
  return { ask, addressOf, close: () => app.close() }
}
