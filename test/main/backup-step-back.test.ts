import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { reportRetention } from '#flows/report-retention.ts'
import { vaultOf } from '#main/backup/backup-files.ts'
import { backUp, emptyDatabase, openPutBack, restoreInto } from '../make/backups.ts'
import { wrongStock } from '../make/database-dump.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, orderOf, type Seller } from '../make/seller-views.ts'
import { enter, entry } from '../make/shipments.ts'
import { importOrders, makeRefund, outboxOf, packageToSend } from '../make/things-to-send.ts'

const BUYER = 'Zorbalina Quill'
const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }], buyer: { name: BUYER } }

/** Puts a backup back as it is now, at the same Amazon, and opens Millrace on it. */
async function comeBack(seller: Seller, file: string, plan: { vault?: string | null } = {}): Promise<Seller> {
  const database = await emptyDatabase()
  await restoreInto(database, { file, now: seller.deps.now, ...plan })
  return openPutBack(database, seller)
}

/** A package that is entered and has not gone up, and a backup of that moment. */
async function waitingPackage() {
  const seller = await makeSeller()
  const [id = ''] = await importOrders(seller, [MUG])
  await enter(seller, entry(id))
  return { seller, id, file: await backUp(seller) }
}

const packagesAtAmazon = (seller: Seller, id: string): number => seller.control.order(id)?.packages?.length ?? 0
const stateOf = async (seller: Seller, kind: string) => (await outboxOf(seller, kind)).map(({ state }) => state)

describe('after a step back', () => {
  test('[O1] orders that came since the backup come again, and what was shipped since is seen at Amazon', async () => {
    const seller = await makeSeller()
    const [first = ''] = await importOrders(seller, [MUG])
    const file = await backUp(seller)
    const [second = ''] = await importOrders(seller, [MUG])
    await enter(seller, entry(first))
    await seller.pass(15 * MINUTE)
    const back = await comeBack(seller, file)
    expect(await orderOf(back, second)).toBeNull()
    await back.pass(15 * MINUTE)
    expect(await orderOf(back, second)).toMatchObject({ stage: 'Shipping Department' })
    expect(await orderOf(back, first)).toMatchObject({ stage: 'Completed Order' })
    expect(await wrongStock(back.database)).toEqual([])
    // Numbers that were handed out since are never given to others.
    expect((await orderOf(back, second))?.orderId).toBeGreaterThan(9000)
  })

  test('[S4] a package that waited and went up since is not told again; one that never went up is missed by two sweeps and goes', async () => {
    const seller = await makeSeller()
    const [gone = '', never = ''] = await importOrders(seller, [MUG, MUG])
    for (const id of [gone, never]) await enter(seller, entry(id))
    const file = await backUp(seller)
    const { orderId } = (await orderOf(seller, never))!
    await seller.database.ownerPool().query('delete from millrace.outbox where order_id = $1', [orderId])
    await seller.pass(MINUTE)
    const atAmazon = () => [packagesAtAmazon(seller, gone), packagesAtAmazon(seller, never)]
    expect([...atAmazon(), callsOf(seller, 'confirmShipment')]).toEqual([1, 0, 1])
    const back = await comeBack(seller, file)
    expect(await stateOf(back, 'confirmation')).toEqual(['sent', 'sent'])
    await back.pass(HOUR)
    expect(await stateOf(back, 'confirmation')).toEqual(['settled', 'settled'])
    expect([...atAmazon(), callsOf(seller, 'confirmShipment')]).toEqual([1, 1, 2])
  })

  test('[O16] a refund that waited, or whose feed had no name yet, is not paid twice: a person decides; a named feed tells itself', async () => {
    const seller = await makeSeller()
    const ids = await importOrders(seller, [MUG, MUG])
    for (const id of ids) await packageToSend(seller, id)
    await seller.pass(HOUR)
    for (const id of ids) {
      // The first goes into a feed; the second waits for its end.
      await makeRefund(seller, id)
      await seller.run()
    }
    const owner = seller.database.ownerPool()
    const named = await backUp(seller)
    const { rows } = await owner.query(`select feed_id from millrace.submissions where kind = 'refund'`)
    await owner.query(`update millrace.submissions set state = 'asked', feed_id = null where kind = 'refund'`)
    const asked = await backUp(seller)
    await owner.query(`update millrace.submissions set state = 'sent', feed_id = $1 where kind = 'refund'`, [
      rows[0]?.feed_id,
    ])
    await seller.pass(HOUR)
    const paid = () => ids.map((id) => seller.control.refunds(id).length)
    expect(paid()).toEqual([1, 1])
    for (const [file, state] of [
      [asked, 'unsure'],
      [named, 'settled'],
    ] as const) {
      const back = await comeBack(seller, file)
      await back.pass(HOUR)
      const states = new Map((await outboxOf(back, 'refund')).map((each) => [each.order, each.state]))
      expect(ids.map((id) => states.get(id))).toEqual([state, 'unsure'])
    }
    expect(paid()).toEqual([1, 1])
  })

  test('[I14][O8][U6] stock and prices stay until a person switches them on, no mail to a buyer goes twice, nobody is signed in, and keys of programs stay', async () => {
    const seller = await makeSeller()
    await importOrders(seller, [MUG])
    const owner = seller.database.ownerPool()
    await owner.query(`update millrace.connections set sending_stock = true, sending_price = true;
      insert into auth.users (user_id, email, name, created_at, created_by) values ('U0123456789abcdef', 'ada@example.com', 'Ada', to_timestamp(0), 'a test');
      insert into auth.sessions select (jsonb_populate_record(null::auth.sessions, '{"session_id": "S1", "token_hash": "\\\\x01",
        "user_id": "U0123456789abcdef", "created_at": "2026-11-10", "last_used_at": "2026-11-10", "second_factor_at": null, "network": "", "address": "", "agent": ""}')).*;
      insert into deployment.invitations (invitation_id, token_hash, merchant_id, email, created_at, created_by, expires_at)
        values ('I1', '\\x02', 'HRBOR', 'bea@example.com', to_timestamp(0), 'a test', to_timestamp(4000000000));
      insert into millrace.buyer_mails (merchant_id, order_id, kind, asked_by, asked_at, next_at)
        select merchant_id, order_id, 'invoice', 'a test', to_timestamp(0), to_timestamp(0) from millrace.orders;
      insert into deployment.api_keys (key_hash, key_id, merchant_id, name, scopes, created_at) values ('\\x03', 'k1', 'HRBOR', 'till', '{}', to_timestamp(0))`)
    const back = await comeBack(seller, await backUp(seller))
    const count = async (sql: string) =>
      Number((await back.database.ownerPool().query(`select count(*) as n from ${sql}`)).rows[0]?.n)
    expect(await count('millrace.connections where sending_stock or sending_price')).toBe(0)
    expect(await count(`millrace.buyer_mails where state = 'unclear'`)).toBe(1)
    expect(await count('auth.sessions')).toBe(0)
    expect(await count('deployment.invitations where withdrawn_at is null')).toBe(0)
    expect(await count('auth.users')).toBe(1)
    expect(await count('deployment.api_keys')).toBe(1)
  })

  test('[U4][U3] buyer data whose day has come meanwhile is gone before anybody works, and the audits tell of the step back', async () => {
    const { seller, id, file } = await waitingPackage()
    await seller.pass(MINUTE)
    seller.control.advance(31 * DAY)
    const back = await comeBack(seller, file)
    const { held, purges } = await reportRetention(back.deps, back.merchant)
    expect(held.map(({ kind, count, overdue }) => [kind, count, overdue])).toEqual([
      ['buyers', 0, 0],
      ['documents', 0, 0],
      ['pages', 0, 0],
      ['files', 0, 0],
    ])
    expect(purges).toHaveLength(2)
    expect(await orderOf(back, id)).not.toBeNull()
    const [verdict, rows] = await back.deps.transaction(back.merchant, 'app', async (tx) => [
      await tx.audit.verify(null),
      await tx.audit.list({ after: 0, limit: 100 }),
    ])
    expect(verdict.faults).toEqual([])
    expect(rows.at(-1)).toMatchObject({ act: 'restored', who: 'the restore' })
    const opened = await back.database
      .ownerPool()
      .query('select opened_at is not null as done from deployment.restores')
    expect(opened.rows).toEqual([{ done: true }])
  })

  test('[C6] what a connection left whose clock has ended meanwhile is gone before anybody works', async () => {
    const seller = await makeSeller()
    await importOrders(seller, [MUG])
    await seller.database.ownerPool().query(
      `update millrace.connections set state = 'disabled', sealed_token = null;
       insert into millrace.deletion_clocks (merchant_id, connection_id, why, began_at)
         select merchant_id, connection_id, 'cleared', to_timestamp(${seller.deps.now() / 1000}) from millrace.connections`,
    )
    const file = await backUp(seller)
    seller.control.advance(31 * DAY)
    const back = await comeBack(seller, file)
    const count = async (table: string) => (await back.database.ownerPool().query(`select from ${table}`)).rowCount
    expect([await count('vault.buyers'), await count('vault.documents'), await count('millrace.certificates')]).toEqual(
      [0, 0, 1],
    )
    expect(await count('millrace.orders')).toBe(1)
  })

  test('[U3] an end of the audit that was noted after the backup is missed; the audit names the end that was replaced', async () => {
    const seller = await makeSeller()
    await importOrders(seller, [MUG])
    const file = await backUp(seller)
    await importOrders(seller, [MUG])
    const verify = (of: Seller, noted: { seq: number; mac: string } | null) =>
      of.deps.transaction(of.merchant, 'app', (tx) => tx.audit.verify(noted))
    const noted = (await verify(seller, null)).head
    const database = await emptyDatabase()
    const now = seller.deps.now
    await restoreInto(database, { file: await backUp(seller), now })
    await restoreInto(database, { file, now, replace: true })
    const back = await openPutBack(database, seller)
    expect((await verify(back, noted)).faults).toMatchObject([{ what: 'not-as-noted' }])
    const rows = await back.deps.transaction(back.merchant, 'app', (tx) => tx.audit.list({ after: 0, limit: 100 }))
    expect(rows.at(-1)).toMatchObject({ act: 'restored', facts: { before: `${noted?.seq}:${noted?.mac}` } })
  })
})

test('[O1][O12] without its buyer data: what waits for shipment is read by its number, and a page that was not imported comes again', async () => {
  const seller = await makeSeller()
  const [id = ''] = await importOrders(seller, [MUG])
  const owner = seller.database.ownerPool()
  await owner.query(`create function stop() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
    create trigger stop before insert on millrace.documents for each row execute function stop()`)
  const waiting = seller.control.placeOrder(MUG)
  await seller.pass(11 * MINUTE)
  expect((await owner.query('select from vault.pages')).rowCount).toBeGreaterThan(0)
  const file = await backUp(seller)
  rmSync(vaultOf(file) ?? '')
  const back = await comeBack(seller, file)
  await back.pass(2 * HOUR)
  expect(await orderOf(back, waiting)).toMatchObject({ stage: 'Shipping Department' })
  const { orderId } = (await orderOf(back, id))!
  const buyers = await back.deps.transaction(back.merchant, { vault: 'import' }, (tx) => tx.vault.openBuyers([orderId]))
  expect(JSON.stringify(buyers.get(orderId))).toContain(BUYER)
})

test('[U5][U4] without its buyer data: what vendors were given they are told to erase, unless they are given it anew', async () => {
  const seller = await makeSeller()
  const [id = ''] = await importOrders(seller, [MUG])
  await seller.database.ownerPool().query(
    `insert into millrace.vendors (merchant_id, vendor_id, company, purpose, mode) values ('HRBOR', 'PARCELS', 'Invented Parcels Ltd', 'packs', 'our-label');
     insert into millrace.handovers (merchant_id, order_id, vendor_id, first_at, last_at)
       select merchant_id, order_id, 'PARCELS', to_timestamp(0), to_timestamp(0) from millrace.orders`,
  )
  const file = await backUp(seller)
  const purgesOf = async (back: Seller) =>
    (await back.store((store) => store.vendorPurges({ vendor: 'PARCELS', after: 0, limit: 5 }))).map(
      (each) => each.amazonOrderId,
    )
  expect(await purgesOf(await comeBack(seller, file))).toEqual([])
  expect(await purgesOf(await comeBack(seller, file, { vault: null }))).toEqual([id])
})
