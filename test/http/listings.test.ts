import { expect, onTestFinished, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { linkListings } from '#flows/link-listing.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { makeAudited, patches, US } from '../make/audits.ts'
import { MINUTE, type SellerOptions } from '../make/seller.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
type Answer = { status: number; body: any }

/** The API on a seller whose listings were audited once. */
async function makeDesk(options: SellerOptions = {}) {
  const seller = await makeAudited(options)
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  onTestFinished(() => app.close())
  const key = await addKey(seller.deps, seller.merchant, { expiresAt: seller.control.now() + 86_400_000_000 })
  const call = callWith(app, key)
  const at = `/connections/${seller.connection}`
  return {
    seller,
    get: (path: string) => call('GET', `${at}${path}`) as Promise<Answer>,
    post: (path: string, body?: object) => call('POST', `${at}${path}`, body) as Promise<Answer>,
  }
}
const skus = (body: { rows: { sellerSku: string }[] }) => body.rows.map(({ sellerSku }) => sellerSku)

test('[T4][X1] listings are listed by SKU, searched, and told whether they are linked', async () => {
  const { get } = await makeDesk()
  const all = await get('/listings?limit=200')
  expect(all.body.rows).toContainEqual(
    expect.objectContaining({
      sellerSku: 'MUG-BLUE',
      marketplaceId: US,
      itemId: null,
      channel: 'DEFAULT',
      quantity: 40,
      price: { amount: '12.00', currency: 'USD' },
      goneAt: null,
    }),
  )
  const first = await get('/listings?limit=5')
  const second = await get(`/listings?limit=200&after=${first.body.next}`)
  expect([...skus(first.body), ...skus(second.body)]).toEqual(skus(all.body))
  expect(skus((await get('/listings?search=mug')).body)).toEqual(['MUG-BLUE', 'MUG-GREEN', 'MUG-RED'])
  expect(skus((await get('/listings?search=UG-g&linked=no')).body)).toEqual(['MUG-GREEN'])
  expect(skus((await get('/listings?linked=yes')).body)).toEqual([])
  expect((await get('/listings?linked=perhaps')).status).toBe(400)
})

test('[T4] unlinked SKUs are proposed an item by id, mapping, barcode or title; nothing is linked by it', async () => {
  const { seller, get } = await makeDesk()
  seller.control.putListing({ sku: 'H-77', title: 'Harbor Goods Stoneware Mug, Red, 12 oz', price: 12, quantity: 1 })
  await seller.database.ownerPool().query(`
    insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, title, barcode, listed_at)
    values ('${seller.merchant}', '${seller.connection}', 'H-78', '${US}', 'Something', '4006381333931', to_timestamp(0)),
      ('${seller.merchant}', '${seller.connection}', 'H-79', '${US}', 'Harbor Goods Stoneware Mug, Red, 12 oz', null, to_timestamp(0));
    update millrace.items set barcode = '04006381333931' where item_id = 'CANDLE-SEA'`)
  const { body } = await get('/listings/matches?limit=200')
  const by = (sku: string) =>
    body.rows
      .find((row: { sellerSku: string }) => row.sellerSku === sku)
      ?.matches.map((each: { itemId: string; by: string }) => `${each.itemId} ${each.by}`)
  expect(by('MUG-BLUE')[0]).toBe('MUG-BLUE item-id')
  expect(by('AMZ-TEA-EARL')).toEqual(['TEA-EARL mapping'])
  expect(by('H-78')).toEqual(['CANDLE-SEA barcode'])
  expect(by('H-79')[0]).toBe('MUG-RED title')
  expect(body.linked).toBe(0)
  expect(body.unlinked).toBe(body.rows.length)
  const alone = (await get('/listings/matches?sellerSku=H-79')).body.rows
  expect(alone.map(({ sellerSku }: { sellerSku: string }) => sellerSku)).toEqual(['H-79'])
  expect((await get('/listings/matches?sellerSku=NOBODY-HAS-IT')).body.rows).toEqual([])
})

test('[T4] titles of common words, and of scripts without blanks, are proposed too; a SKU linked in one marketplace waits for nothing', async () => {
  const { seller, get } = await makeDesk()
  await seller.database.ownerPool().query(`
    insert into millrace.items (merchant_id, item_id, description, grams, tracks_stock)
    select 'HRBOR', 'S-' || n, 'Steel flask', 1, true from generate_series(1, 130) n
    union all select 'HRBOR', 'B-' || n, 'Blue lid', 1, true from generate_series(1, 130) n
    union all values ('HRBOR', 'BOTH', 'Steel, blue', 1, true), ('HRBOR', 'CUP', '青い湯のみ', 1, true);
    insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, title, listed_at)
    select 'HRBOR', '${seller.connection}', sku, place, item, title, to_timestamp(0) from (values
      ('H-81', '${US}', null, 'Harbor Goods blue steel thing'), ('H-82', '${US}', null, '青い湯のみ 大'),
      ('H-83', '${US}', null, 'Anything'), ('H-83', 'A2EUQ1WTGCTBG2', 'BOTH', 'Anything')) l (sku, place, item, title)`)
  const { body } = await get('/listings/matches?limit=200')
  const first = (sku: string) => body.rows.find((row: { sellerSku: string }) => row.sellerSku === sku)?.matches[0]
  expect(first('H-81')).toMatchObject({ itemId: 'BOTH', by: 'title', percent: 100 })
  expect(first('H-82')).toMatchObject({ itemId: 'CUP', by: 'title' })
  expect(skus(body)).not.toContain('H-83')
  expect(body).toMatchObject({ linked: 1, unlinked: body.rows.length })
})

test('[T4][I4] one call links: the offer is read once and its foreign parts are kept, a mapping is made, nothing is sent', async () => {
  const { seller, get, post } = await makeDesk()
  seller.control.putListing({ sku: 'H-77', title: 'Mug', price: 12, quantity: 1, pricingRule: 'a rule of Amazon' })
  await post('/audits')
  await seller.run()
  await seller.pass(4 * MINUTE)
  const links = [
    { sellerSku: 'MUG-BLUE', itemId: 'MUG-BLUE' },
    { sellerSku: 'H-77', itemId: 'MUG-RED' },
    { sellerSku: 'NOBODY', itemId: 'MUG-RED' },
    { sellerSku: 'MUG-GREEN', itemId: 'NO-SUCH' },
    { sellerSku: 'AMZ-TEA-EARL', itemId: 'MUG-RED' },
  ]
  const { status, body } = await post('/listings/link', { links })
  expect(status).toBe(200)
  expect(
    body.rows.map((row: Answer['body']) => [row.sellerSku, row.linked, row.mapped, row.problem?.code ?? null]),
  ).toEqual([
    ['MUG-BLUE', true, false, null],
    ['H-77', true, true, null],
    ['NOBODY', false, false, 'sku-not-at-amazon'],
    ['MUG-GREEN', false, false, 'item-unknown'],
    ['AMZ-TEA-EARL', false, false, 'sku-mapped-elsewhere'],
  ])
  expect(skus((await get('/listings?linked=yes')).body)).toEqual(['H-77', 'MUG-BLUE'])
  const { rows } = await seller.database
    .ownerPool()
    .query("select kept_offer, pricing_rule, product_type from millrace.listings where seller_sku = 'H-77'")
  expect(rows).toMatchObject([{ kept_offer: expect.any(Object), pricing_rule: true, product_type: expect.any(String) }])
  const [mapping] = await seller.store((s) => s.findMappings(['H-77' as never]))
  expect(mapping).toMatchObject({ itemId: 'MUG-RED', ratio: { amazon: 1, ours: 1 } })
  await seller.pass(65 * MINUTE)
  expect(patches(seller)).toBe(0)
  expect((await get('/listings/matches')).body).toMatchObject({ linked: 2 })
})

test('[T4] a link that Amazon allows to be read in a moment waits for it, and is not refused', async () => {
  const { seller } = await makeDesk()
  const { deps, merchant, connection, control } = seller
  const link = (sku: string) => ({ sellerSku: sku as SellerSku, itemId: 'MUG-RED' as ItemId })
  const waited: number[] = []
  const person = {
    ...deps,
    pause: async (ms: number) => {
      waited.push(ms)
      control.advance(ms)
    },
  }
  const asked = await seller.store((store) => store.findConnection(connection))
  if (!asked) throw new Error('there is no connection')
  const red = { marketplaceId: US, skus: ['MUG-RED' as SellerSku] }
  // Other work of the worker has just spent what may be asked at once.
  while ((await deps.amazon.readListings(asked, red)).ok === true);
  const linked = await linkListings(person, merchant, { connection, links: [link('MUG-BLUE'), link('MUG-GREEN')] })
  expect(linked).toMatchObject({ ok: true, value: [{ linked: true }, { linked: true }] })
  expect(waited).toHaveLength(1)
})

test('[T4][U6] a link that cannot be read at Amazon is not made; unlinking leaves mapping and offer alone; the audit counts both', async () => {
  const { seller, post } = await makeDesk()
  const links = [{ sellerSku: 'MUG-BLUE', itemId: 'MUG-RED' }]
  seller.control.addFault({
    operation: 'searchListingsItems',
    kind: 'error',
    status: 503,
    code: 'X',
    message: '',
    always: true,
  })
  seller.control.addFault({
    operation: 'getListingsItem',
    kind: 'error',
    status: 503,
    code: 'X',
    message: '',
    always: true,
  })
  const away = await post('/listings/link', { links })
  expect(away.body.rows).toMatchObject([{ linked: false, problem: { code: 'amazon-down' } }])
  expect((await post('/listings/unlink', { sellerSku: 'MUG-BLUE' })).status).toBe(404)
  seller.control.clearFaults()
  await seller.pass(15 * MINUTE)
  expect((await post('/listings/link', { links })).body.rows).toMatchObject([{ linked: true, mapped: true }])
  // Linked as it is already: nothing changes, so nothing is counted.
  expect((await post('/listings/link', { links })).body.rows).toMatchObject([{ linked: true, mapped: false }])
  expect(await post('/listings/unlink', { sellerSku: 'MUG-BLUE' })).toMatchObject({
    status: 200,
    body: { sellerSku: 'MUG-BLUE', itemId: 'MUG-RED' },
  })
  expect(await seller.store((s) => s.findMappings(['MUG-BLUE' as never]))).toHaveLength(1)
  const acts = await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.acts({}))
  const told = (section: string) => ({ who: expect.stringMatching(/^API key /), facts: { section, count: 1 } })
  expect(acts.filter(({ act }) => act === 'settings-changed')).toMatchObject([
    told('links'),
    told('mappings'),
    told('links'),
  ])
})

test('[I12][X1] an audit is begun, listed, and told by class with both sides', async () => {
  const { seller, get, post } = await makeDesk()
  await post('/listings/link', { links: [{ sellerSku: 'MUG-BLUE', itemId: 'MUG-BLUE' }] })
  await seller.database.ownerPool().query(`insert into millrace.settings (merchant_id, section, value, updated_at)
    values ('${seller.merchant}', 'inventory', '{"includePrice": true}', to_timestamp(0)) on conflict (merchant_id, section) do update set value = excluded.value`)
  seller.control.alterListing('MUG-BLUE', { price: 11 })
  seller.control.putListing({ sku: 'STRANGER', price: 5, quantity: 2 })
  seller.control.advance(7 * 60 * MINUTE)
  expect(await post('/audits')).toMatchObject({ status: 200, body: { underWay: false } })
  await seller.run()
  expect(await post('/audits')).toMatchObject({ body: { underWay: true } })
  await seller.pass(4 * MINUTE)
  const { body } = await get('/audits')
  expect(body.rows[0]).toMatchObject({
    state: 'done',
    marketplaceId: US,
    problem: null,
    counts: { price: 1, quantity: 1 },
  })
  const { audit } = body.rows[0]
  expect((await get(`/audits/${audit}/drift?what=price`)).body.rows).toEqual([
    {
      sellerSku: 'MUG-BLUE',
      marketplaceId: US,
      what: 'price',
      ours: { price: { amount: '12.00', currency: 'USD' } },
      amazons: { price: { amount: '11.00', currency: 'USD' } },
    },
  ])
  expect((await get(`/audits/${audit}/drift?what=unknown`)).body.rows).toContainEqual({
    sellerSku: 'STRANGER',
    marketplaceId: US,
    what: 'unknown',
    ours: null,
    amazons: { channel: 'DEFAULT', quantity: 2, price: { amount: '5.00', currency: 'USD' } },
  })
  expect((await get('/audits/99999/drift')).status).toBe(404)
})
