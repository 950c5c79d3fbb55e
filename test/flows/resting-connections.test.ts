import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, documentOf, endOf } from '../make/seller-views.ts'

/** A seller whose orders came without an address: held, and to be fetched again in a day. */
async function withHeld(count: number) {
  const seller = await makeSeller()
  await seller.run()
  seller.control.addFault({ operation: 'searchOrders', kind: 'refuse-dataset', dataset: 'RECIPIENT', always: true })
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, count)
  await seller.pass(6 * MINUTE)
  // From now on nothing is seen by a search.
  seller.control.addFault({ operation: 'searchOrders', kind: 'error', status: 503, always: true })
  const sql = (text: string) => seller.database.ownerPool().query(text)
  return { ...seller, ids, sql }
}

test('[E4] held orders of a paused connection do not keep those of another from being asked for again', async () => {
  const seller = await withHeld(51)
  await seller.sql(`insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, sealed_token, state, authorized_at, importing, started_at)
    select merchant_id, 'na-AOTHER', region, 'AOTHER', sealed_token, state, authorized_at, false, started_at from millrace.connections`)
  await seller.sql(`update millrace.documents set connection_id = 'na-AOTHER'
    where document_id in (select document_id from millrace.documents where state = 'held' order by document_id limit 50)`)
  const { rows } = await seller.sql('select reference from millrace.documents order by document_id desc limit 1')
  seller.control.advance(DAY + HOUR)
  await seller.pass(2 * MINUTE)
  expect(await endOf(seller, rows[0].reference)).toBe('placed')
  expect(callsOf(seller, 'getOrder')).toBe(1)
})

test('[E4] held orders of a connection whose authorization is gone wait untouched, and are asked for again when it is back', async () => {
  const seller = await withHeld(1)
  const [id] = seller.ids
  const before = await documentOf(seller, id!)
  await seller.sql(`update millrace.connections set state = 'revoked'`)
  seller.control.advance(DAY + HOUR)
  await seller.pass(2 * MINUTE)
  expect(await documentOf(seller, id!)).toEqual(before)
  await seller.sql(`update millrace.connections set state = 'authorized'`)
  seller.control.advance(HOUR)
  await seller.run()
  expect(await endOf(seller, id!)).toBe('placed')
})
