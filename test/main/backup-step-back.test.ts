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
  })

  test('[S4] a package that waited and went up since is not told again: the sweep shows it', async () => {
    const { seller, id, file } = await waitingPackage()
    await seller.pass(MINUTE)
    expect([packagesAtAmazon(seller, id), callsOf(seller, 'confirmShipment')]).toEqual([1, 1])
    const back = await comeBack(seller, file)
    expect(await stateOf(back, 'confirmation')).toEqual(['sent'])
    await back.pass(HOUR)
    expect(await stateOf(back, 'confirmation')).toEqual(['settled'])
    expect([packagesAtAmazon(seller, id), callsOf(seller, 'confirmShipment')]).toEqual([1, 1])
  })

  test('[S4] a package that waited and never went up is missed after two sweeps and goes up', async () => {
    const { seller, id, file } = await waitingPackage()
    const back = await comeBack(seller, file)
    await back.pass(2 * HOUR)
    expect(await stateOf(back, 'confirmation')).toEqual(['settled'])
    expect([packagesAtAmazon(seller, id), callsOf(seller, 'confirmShipment')]).toEqual([1, 1])
  })

  test.each([
    ['had not begun', 0],
    ['was under way, and nobody knew', 'new'],
    ['was asked for, and no answer had come', 'asked'],
  ] as const)('[O16] a refund whose feed %s is not paid twice: a person decides', async (_, at) => {
    const seller = await makeSeller()
    const [id = ''] = await importOrders(seller, [MUG])
    await packageToSend(seller, id)
    await seller.pass(HOUR)
    await makeRefund(seller, id)
    const owner = seller.database.ownerPool()
    if (at !== 0) {
      await seller.run()
      await owner.query(
        `update millrace.submissions set state = $1, feed_id = null, sent_at = null where kind = 'refund'`,
        [at],
      )
    }
    const file = await backUp(seller)
    if (at === 0) await seller.pass(2 * HOUR)
    else seller.control.advance(2 * HOUR)
    expect(seller.control.refunds(id)).toHaveLength(1)
    const back = await comeBack(seller, file)
    await back.pass(6 * HOUR)
    expect(seller.control.refunds(id)).toHaveLength(1)
    expect(await outboxOf(back, 'refund')).toMatchObject([{ state: 'unsure', code: 'refund-unsure' }])
  })

  test('[O16] a refund whose feed Amazon had named is settled by its report', async () => {
    const seller = await makeSeller()
    const [id = ''] = await importOrders(seller, [MUG])
    await packageToSend(seller, id)
    await seller.pass(HOUR)
    await makeRefund(seller, id)
    await seller.run()
    const file = await backUp(seller)
    const back = await comeBack(seller, file)
    await back.pass(2 * HOUR)
    expect(await stateOf(back, 'refund')).toEqual(['settled'])
    expect(seller.control.refunds(id)).toHaveLength(1)
  })

  test('[O8] a mail to a buyer that waited may have gone since: a person looks, and none goes twice', async () => {
    const seller = await makeSeller()
    await importOrders(seller, [MUG])
    await seller.database.ownerPool().query(
      `insert into millrace.buyer_mails (merchant_id, order_id, kind, asked_by, asked_at, next_at)
       select merchant_id, order_id, 'invoice', 'a test', to_timestamp(0), to_timestamp(0) from millrace.orders`,
    )
    const back = await comeBack(seller, await backUp(seller))
    const { rows } = await back.database.ownerPool().query('select state from millrace.buyer_mails')
    expect(rows).toEqual([{ state: 'unclear' }])
  })

  test('[I14][U6] stock and prices stay until a person switches them on, nobody is signed in, and keys of programs stay', async () => {
    const seller = await makeSeller()
    const owner = seller.database.ownerPool()
    await owner.query(`update millrace.connections set sending_stock = true, sending_price = true;
      insert into auth.users (user_id, email, name, created_at, created_by) values ('U0123456789abcdef', 'ada@example.com', 'Ada', to_timestamp(0), 'a test');
      insert into auth.sessions select (jsonb_populate_record(null::auth.sessions, '{"session_id": "S1", "token_hash": "\\\\x01",
        "user_id": "U0123456789abcdef", "created_at": "2026-11-10", "last_used_at": "2026-11-10", "second_factor_at": null, "network": "", "address": "", "agent": ""}')).*;
      insert into deployment.invitations (invitation_id, token_hash, merchant_id, email, created_at, created_by, expires_at)
        values ('I1', '\\x02', 'HRBOR', 'bea@example.com', to_timestamp(0), 'a test', to_timestamp(4000000000));
      insert into deployment.api_keys (key_hash, key_id, merchant_id, name, scopes, created_at) values ('\\x03', 'k1', 'HRBOR', 'till', '{}', to_timestamp(0))`)
    const back = await comeBack(seller, await backUp(seller))
    const count = async (sql: string) =>
      Number((await back.database.ownerPool().query(`select count(*) as n from ${sql}`)).rows[0]?.n)
    expect(await count('millrace.connections where sending_stock or sending_price')).toBe(0)
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
    expect(held.map(({ count, overdue }) => [count, overdue])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
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

describe('without its buyer data', () => {
  test('[O12] what waits for shipment is read at Amazon again by its number', async () => {
    const seller = await makeSeller()
    const [id = ''] = await importOrders(seller, [MUG])
    const file = await backUp(seller)
    rmSync(vaultOf(file) ?? '')
    const back = await comeBack(seller, file)
    await back.pass(2 * HOUR)
    const { orderId } = (await orderOf(back, id))!
    const buyers = await back.deps.transaction(back.merchant, { vault: 'import' }, (tx) =>
      tx.vault.openBuyers([orderId]),
    )
    expect(JSON.stringify(buyers.get(orderId))).toContain(BUYER)
  })

  test('[O1] an order on a page that was not imported yet comes again', async () => {
    const seller = await makeSeller()
    const id = seller.control.placeOrder(MUG)
    const owner = seller.database.ownerPool()
    await owner.query(
      `update deployment.merchants set suspended_at = null; delete from deployment.due where kind = 'import-page'`,
    )
    seller.control.advance(11 * MINUTE)
    await owner.query(`create function stop() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
      create trigger stop before insert on millrace.documents for each row execute function stop()`)
    await seller.run()
    expect((await owner.query('select from vault.pages')).rowCount).toBe(1)
    const file = await backUp(seller)
    const back = await comeBack(seller, file, { vault: null })
    await back.pass(15 * MINUTE)
    expect(await orderOf(back, id)).toMatchObject({ stage: 'Shipping Department' })
  })
})
