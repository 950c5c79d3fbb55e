import { expect, test } from 'vitest'
import { tell } from '#core/problems.ts'
import { reportOnFile, withdrawFile } from '#flows/carry-files.ts'
import { takePriceFile } from '#flows/carry-price-file.ts'
import { makeSeller } from '../make/seller.ts'

const US = 'ATVPDKIKX0DER'

/** A seller with three linked listings: a mug and a lamp that the merchant ships, and a candle that Amazon ships. */
async function makeCarrier() {
  const seller = await makeSeller()
  const { merchant, connection, deps } = seller
  const sql = (text: string) => seller.database.ownerPool().query(text)
  const listing = (sku: string, item: string, channel: string) =>
    `('${merchant}', '${connection}', '${sku}', '${US}', '${item}', 'KITCHEN', ${channel}, 1, 1250, 'USD')`
  await sql(`insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency)
    values ${listing('MUG-BLUE', 'MUG-BLUE', "'DEFAULT'")}, ${listing('MUG-RED', 'MUG-RED', "'DEFAULT'")}, ${listing('AMZ-CANDLE-FBA', 'MUG-BLUE', "'AMAZON_NA'")}`)
  const take = async (complete = false) => {
    const taken = await takePriceFile(deps, merchant, { connection, marketplaceId: null, complete, who: 'a test' })
    if (!taken.ok) throw new Error(tell(taken.problem).sentence)
    return taken.value
  }
  const cells = (content: string) => {
    const [head = '', ...lines] = content.trimEnd().split('\r\n')
    const names = head.split('\t')
    return lines.map((line) =>
      Object.fromEntries(line.split('\t').flatMap((cell, at) => (cell === '' ? [] : [[names[at], cell]]))),
    )
  }
  const fields = async () =>
    (
      await sql(`select seller_sku as sku, field, state, way, sent, submission_id is not null as held from millrace.sku_fields
        where state <> 'confirmed' or sent is not null order by seller_sku, field`)
    ).rows as { sku: string; field: string; state: string; way: string | null; sent: string | null; held: boolean }[]
  const report = (submissionId: number, text: string) => reportOnFile(deps, merchant, { submissionId, text })
  const price = (more = '') =>
    sql(`insert into millrace.settings (merchant_id, section, value, updated_at) values ('${merchant}', 'inventory', '{"includePrice":true}', to_timestamp(0))
      on conflict (merchant_id, section) do update set value = excluded.value; ${more}`)
  return { ...seller, sql, take, cells, fields, report, price }
}

test('[H2][I10] what changed goes into a file, is in flight from then on, and is not written twice', async () => {
  const { take, cells, fields, deps, merchant, connection } = await makeCarrier()
  const { file, leftOut, more } = await take()
  expect(file).toMatchObject({ kind: 'listings', way: 'file', state: 'carried', marketplaceId: US, messages: 2 })
  expect(cells(file.content)).toEqual([
    { sku: 'MUG-BLUE', quantity: expect.stringMatching(/^\d+$/) },
    { sku: 'MUG-RED', quantity: expect.stringMatching(/^\d+$/) },
  ])
  expect([leftOut, more]).toEqual([[], false])
  expect((await fields()).map(({ state, way }) => [state, way])).toEqual([
    ['flying', 'file'],
    ['flying', 'file'],
  ])
  const again = await takePriceFile(deps, merchant, { connection, marketplaceId: US, complete: false, who: 'a test' })
  expect(again).toMatchObject({ ok: false, problem: { code: 'nothing-to-carry' } })
})

test('[I9][H2] a quantity never stands on a SKU that Amazon ships or whose channel was never read, whatever is due', async () => {
  const { sql, take, cells, merchant, connection, price } = await makeCarrier()
  await price("update millrace.items set price = 1300 where item_id like 'MUG-%'")
  await sql(`insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, field, desired, desired_at, state)
    values ('${merchant}', '${connection}', 'AMZ-CANDLE-FBA', 'stock', '{"leadDays":null,"quantity":7,"restockOn":null}', to_timestamp(0), 'due');
    update millrace.listings set channel = null where seller_sku = 'MUG-RED'`)
  const { file, leftOut } = await take(true)
  const lines = cells(file.content)
  expect(lines.filter(({ quantity }) => quantity !== undefined).map(({ sku }) => sku)).toEqual(['MUG-BLUE'])
  expect(lines.map(({ sku }) => sku)).toContain('AMZ-CANDLE-FBA')
  expect(leftOut).toContainEqual({
    sellerSku: 'AMZ-CANDLE-FBA',
    field: 'stock',
    why: 'fulfilled-by-amazon',
    problem: null,
  })
  expect(file.content).not.toMatch(/DEFAULT|AMAZON_/)
})

test('[I4][H2] a price that a guard holds is left out and named; the others go', async () => {
  const { take, cells, price } = await makeCarrier()
  await price(
    "update millrace.items set price = case item_id when 'MUG-BLUE' then 9900 else 1300 end where item_id like 'MUG-%'",
  )
  const { file, leftOut } = await take()
  expect(cells(file.content).flatMap(({ sku, price: amount }) => (amount ? [[sku, amount]] : []))).toEqual([
    ['MUG-RED', '13.00'],
  ])
  expect(leftOut.map(({ sellerSku, field, why, problem }) => [sellerSku, field, why, problem?.code])).toContainEqual([
    'MUG-BLUE',
    'price',
    'held',
    'price-jumps',
  ])
})

test("[H2][I10] Seller Central's report: what it names is refused in Amazon's words, the rest is taken", async () => {
  const { take, fields, report, control, sql } = await makeCarrier()
  // Amazon does not know this one any more.
  await sql("update millrace.listings set seller_sku = 'GONE' where seller_sku = 'MUG-RED'")
  const { file } = await take()
  const text = control.uploadFile({ kind: 'price-and-quantity', text: file.content })
  expect(await report(file.submissionId, text)).toMatchObject({ ok: true, value: { taken: 1, refused: 1 } })
  expect((await fields()).map(({ sku, state, held }) => [sku, state, held])).toEqual([
    ['GONE', 'refused', false],
    ['MUG-BLUE', 'accepted', false],
  ])
  const problems = (await sql("select problem from millrace.sku_fields where state = 'refused'")).rows
  expect(problems).toMatchObject([
    { problem: { code: 'listing-refused', facts: { sku: 'GONE', message: expect.stringContaining('13013') } } },
  ])
  control.advance(5 * 60_000)
  const quantity = Number(/"quantity":(\d+)/.exec((await fields()).at(-1)?.sent ?? '')?.[1])
  expect(control.listing('MUG-BLUE')).toMatchObject({ live: { stock: [{ channel: 'DEFAULT', quantity }] } })
  expect(await report(file.submissionId, text)).toMatchObject({ problem: { code: 'file-over' } })
})

test('[H2] a report that is cut off, lacks a column, or is of another file changes nothing', async () => {
  const { take, fields, report } = await makeCarrier()
  const { file } = await take()
  const before = await fields()
  const head = 'sku\terror-code\terror-message\n'
  for (const [text, code] of [
    ['', 'file-report-unreadable'],
    [`${head}MUG-BLUE\t8560`, 'file-report-unreadable'],
    ['error-code\terror-message\n8560\tx\n', 'file-report-unreadable'],
    [`${head}TOWEL\t8560\tUnknown.\n`, 'file-report-of-another'],
    ['\tRecords processed\t\t9\n\tRecords successful\t\t9\n', 'file-report-of-another'],
  ] as const)
    expect(await report(file.submissionId, text)).toMatchObject({ ok: false, problem: { code } })
  expect(await fields()).toEqual(before)
})

test('[H2] a file that Seller Central could not read at all refuses every line', async () => {
  const { take, fields, report, control } = await makeCarrier()
  const { file } = await take()
  const text = control.uploadFile({ kind: 'price-and-quantity', text: `colour\n${file.content}` })
  expect(await report(file.submissionId, text)).toMatchObject({ ok: true, value: { taken: 0, refused: 2 } })
  expect(new Set((await fields()).map(({ state }) => state))).toEqual(new Set(['refused']))
})

test('[H2] a file that nobody uploaded is withdrawn: what it held is due again as if nothing had been', async () => {
  const { take, fields, deps, merchant, cells } = await makeCarrier()
  const { file } = await take()
  const withdrawal = { submissionId: file.submissionId, neverUploaded: false }
  expect(await withdrawFile(deps, merchant, withdrawal)).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
  expect((await fields()).map(({ state, sent, held }) => [state, sent, held])).toEqual([
    ['due', null, false],
    ['due', null, false],
  ])
  const again = await take()
  expect(cells(again.file.content)).toEqual(cells(file.content))
})

test('[I10][H2] a field that changed while its file was carried is not settled by the report', async () => {
  const { take, cells, fields, report, sql } = await makeCarrier()
  const { file } = await take()
  await sql("update millrace.items set lead_time_minutes = 2880 where item_id = 'MUG-BLUE'")
  const next = await take()
  expect(cells(next.file.content)).toMatchObject([{ sku: 'MUG-BLUE', 'handling-time': '2' }])
  const counts = '\tRecords processed\t\t2\n\tRecords successful\t\t2\n'
  expect(await report(file.submissionId, counts)).toMatchObject({ ok: true })
  expect((await fields()).map(({ sku, state }) => [sku, state])).toEqual([
    ['MUG-BLUE', 'flying'],
    ['MUG-RED', 'accepted'],
  ])
})

test('[I12][H2] while the brake stands no file is written', async () => {
  const { sql, deps, merchant, connection } = await makeCarrier()
  await sql("update millrace.connections set braked_at = to_timestamp(0), brake = '{}'")
  const taken = await takePriceFile(deps, merchant, { connection, marketplaceId: null, complete: false, who: 'a test' })
  expect(taken).toMatchObject({ ok: false, problem: { code: 'file-braked' } })
})
