import { expect, onTestFinished, test } from 'vitest'
import { saveItems } from '#flows/configure.ts'
import { switchSending } from '#flows/switch-sending.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { makeAudited } from '../make/audits.ts'
import { MINUTE } from '../make/seller.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are read field by field, as a stranger would
type Answer = { status: number; body: any }

/** The API on a seller whose listings were audited once. */
async function makeShop() {
  const seller = await makeAudited()
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  onTestFinished(() => app.close())
  const key = await addKey(seller.deps, seller.merchant, { expiresAt: seller.control.now() + 86_400_000_000 })
  const call = callWith(app, key)
  const get = (path: string) => call('GET', path) as Promise<Answer>
  return {
    seller,
    get,
    post: (path: string, body?: object) => call('POST', path, body) as Promise<Answer>,
    put: (path: string, body: object) => call('PUT', path, body) as Promise<Answer>,
    sql: (text: string) => seller.database.ownerPool().query(text),
    ids: async (query: string) => ((await get(`/catalog?${query}`)).body.rows as { id: string }[]).map(({ id }) => id),
    link: (...skus: string[]) =>
      call('POST', `/connections/${seller.connection}/listings/link`, {
        links: skus.map((sellerSku) => ({ sellerSku, itemId: sellerSku })),
      }) as Promise<Answer>,
  }
}
type Shop = Awaited<ReturnType<typeof makeShop>>
const item = (id: string, description: string, barcode: string | null = null) => ({
  ...{ id, description, barcode, price: { amount: '12.00', currency: 'USD' } },
  ...{ grams: 1, tracksStock: true, kit: null },
})
const rowOf = async ({ get }: Shop, id: string) =>
  (await get('/catalog?limit=200')).body.rows.find((row: { id: string }) => row.id === id)

test('[X1] items are found by the beginnings of words of id, description and barcode, and by the beginning of a SKU', async () => {
  const shop = await makeShop()
  const { ids, seller } = shop
  const more = [
    item('CAFÉ-1', 'Crème brûlée torch', '4006381333931'),
    item('JP-1', '北海道バター飴'),
    item('RU-1', 'КРУЖКА синяя'),
  ]
  const saved = await saveItems(seller.deps, seller.merchant, more as never)
  expect(saved.ok).toBe(true)
  expect(await ids('search=mug')).toEqual(['KIT-BREAKFAST', 'MUG-BLUE', 'MUG-RED'])
  expect(await ids('search=blue+stone')).toEqual(['MUG-BLUE'])
  expect(await ids('search=kit-b')).toEqual(['KIT-BREAKFAST'])
  expect(await ids('search=creme+BRUL')).toEqual(['CAFÉ-1'])
  expect(await ids('search=400638')).toEqual(['CAFÉ-1'])
  expect(await ids(`search=${encodeURIComponent('バター')}`)).toEqual(['JP-1'])
  expect(await ids(`search=${encodeURIComponent('кружка')}`)).toEqual(['RU-1'])
  expect(await ids('search=amz-tea-earl-3')).toEqual(['TEA-EARL'])
  expect(await ids('search=lue')).toEqual([])
  expect(await ids(`search=${encodeURIComponent("%_'")}`)).toEqual([])
})

test('[X1] the few items that have two common words are found at once among thousands that have one of them', async () => {
  const { ids, sql } = await makeShop()
  // Without triggers, which would split each description.
  await sql(`set local session_replication_role = 'replica';
    insert into millrace.items (merchant_id, item_id, description, grams, tracks_stock)
    select 'HRBOR', 'C-' || n, '', 1, true from generate_series(1, 6100) n union all values ('HRBOR', 'Z-BOTH', '', 1, true);
    insert into millrace.item_words (merchant_id, item_id, word)
    select 'HRBOR', 'C-' || n, case when n % 2 = 0 then 'copper' else 'violet' end from generate_series(1, 6100) n
    union all values ('HRBOR', 'Z-BOTH', 'violet'), ('HRBOR', 'Z-BOTH', 'copper')`)
  expect(await ids('search=copper%20violet')).toEqual(['Z-BOTH'])
  expect(await ids('search=copper%20violet%20lamp')).toEqual([])
  expect(await ids('search=copp&limit=2')).toEqual(['C-10', 'C-100'])
})

test('[X1] what an item is found by follows its description', async () => {
  const shop = await makeShop()
  await shop.put('/items/MUG-BLUE', { ...item('', 'Enamel beaker'), id: undefined })
  expect(await shop.ids('search=stoneware')).toEqual(['MUG-RED'])
  expect(await shop.ids('search=beaker')).toEqual(['MUG-BLUE'])
})

test('[X1] the list stands in each of its orders, page by page without a gap, with and without a filter', async () => {
  const { get, sql } = await makeShop()
  await sql(`insert into millrace.items (merchant_id, item_id, description, price, grams, tracks_stock)
    select 'HRBOR', 'N-' || n, 'Thing ' || (n % 3), nullif(n % 4, 0) * 100, 1, true from generate_series(1, 30) n`)
  for (const only of ['', '&only=unlinked', '&search=thing'])
    for (const sort of ['id', '-id', 'description', '-description', 'price', '-price']) {
      const whole = (await get(`/catalog?limit=200&sort=${sort}${only}`)).body.rows.map((row: { id: string }) => row.id)
      const paged: string[] = []
      for (let after: string | null = ''; after !== null; ) {
        const { body } = await get(`/catalog?limit=7&sort=${sort}${only}${after && `&after=${after}`}`)
        paged.push(...body.rows.map((row: { id: string }) => row.id))
        after = body.next
      }
      expect(paged, `${sort} ${only}`).toEqual(whole)
      expect(whole.length).toBeGreaterThanOrEqual(30)
    }
  const cheapest = (await get('/catalog?sort=-price&limit=1')).body.rows[0]
  expect(cheapest.id).toBe('LAMP-OAK')
  expect((await get('/catalog?sort=stock')).status).toBe(400)
})

test('[I2][T4] a row tells what lies there, what Amazon is told, and each listing with its price and how it stands', async () => {
  const shop = await makeShop()
  expect(await rowOf(shop, 'MUG-BLUE')).toMatchObject({
    onHand: 480,
    reported: 480,
    listings: 1,
    standings: { unlinked: 1 },
    amazon: [
      { sellerSku: 'MUG-BLUE', standing: 'unlinked', price: { amount: '12.00', currency: 'USD' }, quantity: 40 },
    ],
  })
  expect(await rowOf(shop, 'KIT-BREAKFAST')).toMatchObject({ isKit: true, onHand: 0, reported: 200 })
  expect(await rowOf(shop, 'NOTE-CARD')).toMatchObject({ tracksStock: false, reported: 1000 })
  expect((await rowOf(shop, 'TEA-EARL')).amazon.map(({ sellerSku }: { sellerSku: string }) => sellerSku)).toEqual([
    'AMZ-TEA-EARL',
    'AMZ-TEA-EARL-3PK',
  ])
  await shop.link('MUG-BLUE')
  expect(await rowOf(shop, 'MUG-BLUE')).toMatchObject({ standings: { live: 1 }, active: 1 })
})

test('[T4][I10] filters: linked or not, refused, out of stock, shipped by Amazon; each counted alike', async () => {
  const shop = await makeShop()
  const { ids, get, post, sql, seller } = shop
  await shop.link('MUG-BLUE', 'MUG-RED')
  await sql(`insert into millrace.sku_fields (merchant_id, connection_id, seller_sku, field, state) values
    ('HRBOR', '${seller.connection}', 'AMZ-TEA-EARL', 'stock', 'refused'), ('HRBOR', '${seller.connection}', 'MUG-RED', 'stock', 'held');
    update millrace.listings set channel = 'AMAZON_NA' where seller_sku = 'MUG-RED'`)
  const adjustments = [{ itemId: 'LAMP-OAK', center: 'RENO', by: -25, reason: 'lost' }]
  expect((await post('/stock/adjustments', { adjustments })).status).toBe(200)
  expect(await ids('only=linked')).toEqual(['MUG-BLUE', 'MUG-RED'])
  expect(await ids('only=unlinked')).not.toContain('MUG-RED')
  expect(await ids('only=refused')).toEqual(['TEA-EARL'])
  expect(await ids('only=held&search=mug')).toEqual(['MUG-RED'])
  expect(await ids('only=refused&search=mug')).toEqual([])
  expect(await ids('only=out-of-stock')).toEqual(['LAMP-OAK'])
  expect(await ids('only=amazon')).toEqual(['MUG-RED'])
  const counts = { items: 8, linked: 2, unlinked: 6, refused: 1, differs: 0, held: 1, amazon: 1 }
  expect((await get('/catalog/counts')).body).toEqual(counts)
  expect(await ids('only=unlinked')).toHaveLength(counts.unlinked)
})

/** A price that Amazon takes, and refuses afterwards. */
async function refusePrice({ seller, put, link, sql }: Shop) {
  await link('MUG-BLUE')
  await sql(
    `insert into millrace.settings (merchant_id, section, value, updated_at) values ('HRBOR', 'inventory', '{"includePrice":true}', to_timestamp(0))`,
  )
  const message = 'Potential pricing error: the price differs greatly from recent prices.'
  seller.control.addFault({
    operation: 'patchListingsItem',
    kind: 'refuse-later',
    code: '18155',
    message,
    attribute: 'purchasable_offer',
  })
  const on = { connection: seller.connection, price: true, seen: true, who: 'A person' }
  expect((await switchSending(seller.deps, seller.merchant, on)).ok).toBe(true)
  const { body } = (await put('/items/MUG-BLUE', {
    ...item('', 'Stoneware mug, blue'),
    id: undefined,
    price: { amount: '15.50', currency: 'USD' },
  })) as Answer
  expect(body).toEqual({ saved: 1 })
  await seller.pass(2 * MINUTE)
}

test('[I4][I10] a refused price is told with Amazon’s words; corrected it goes up, and asking again confirms it at once', async () => {
  const shop = await makeShop()
  await refusePrice(shop)
  const { seller, get, post, put } = shop
  const price = async () => {
    const [row] = (await get('/items/MUG-BLUE/listings')).body.rows
    return { standing: row.standing, ...row.fields.find(({ field }: { field: string }) => field === 'price') }
  }
  const again = () => post(`/connections/${seller.connection}/sending/read-back`, { sellerSkus: ['MUG-BLUE'] })
  expect((await price()).state).toBe('accepted')
  expect((await again()).body).toEqual({ fields: 1 })
  await seller.run()
  expect(await price()).toMatchObject({
    state: 'refused',
    standing: 'refused',
    problem: { sentence: expect.stringContaining('Potential pricing error') },
  })
  await put('/items/MUG-BLUE', { ...item('', 'Stoneware mug, blue'), id: undefined })
  await seller.pass(2 * MINUTE)
  await again()
  await seller.run()
  expect(await price()).toMatchObject({
    state: 'confirmed',
    confirmed: { price: { amount: '12.00' } },
    standing: 'live',
  })
  expect((await again()).body).toEqual({ fields: 0 })

  const history = (await get('/items/MUG-BLUE/history')).body.rows as Answer['body'][]
  expect(history.map(({ source, what }) => `${source} ${what}`)).toEqual([
    'amazon confirmed',
    'amazon sent',
    'amazon refused',
    'amazon sent',
    ...history.slice(4).map(({ source, what }) => `${source} ${what}`),
  ])
  expect(history[3]).toMatchObject({ field: 'price', after: { price: { amount: '15.50', currency: 'USD' } } })
})

test('[I12][O20] the history of an item is one list of Amazon, audits and the shelf, page by page; of one SKU without the shelf', async () => {
  const shop = await makeShop()
  const { get, post, put, sql, seller } = shop
  await shop.link('MUG-BLUE')
  const adjustments = [{ itemId: 'MUG-BLUE', center: 'RENO', by: -3, reason: 'damaged', reference: 'fell' }]
  expect((await post('/stock/adjustments', { adjustments })).status).toBe(200)
  await put('/sku-mappings', { mappings: [{ sellerSku: 'MUG-GREEN', itemId: 'MUG-BLUE' }] })
  await sql(`insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, after, who) values
    ('HRBOR', '${seller.connection}', 'MUG-GREEN', '', 'stock', '2026-11-01', 'sent', null, '{"leadDays":null,"quantity":7,"restockOn":null}', 'program');
    insert into millrace.drift (merchant_id, audit_id, seller_sku, what, ours, amazons)
    select 'HRBOR', max(audit_id), 'MUG-BLUE', 'price', '{"price":1200,"currency":"USD"}', '{"price":1300,"currency":"USD"}' from millrace.drift_audits`)
  const all = (await get('/items/MUG-BLUE/history')).body.rows as Answer['body'][]
  const brief = all.map(({ source, what, sellerSku }) => `${source} ${what} ${sellerSku}`)
  expect(brief).toContain('stock adjustment null')
  expect(brief).toContain('drift price MUG-BLUE')
  expect(brief.at(-1)).toBe('amazon sent MUG-GREEN')
  expect(all.find(({ source, what }) => source === 'drift' && what === 'price').found).toEqual({
    ours: '12.00 USD',
    amazons: '13.00 USD',
  })
  expect(all.find(({ what }) => what === 'adjustment')).toMatchObject({ change: -3, reference: 'damaged · fell' })
  const paged: Answer['body'][] = []
  for (let after: string | null = ''; after !== null; ) {
    const { body } = await get(`/items/MUG-BLUE/history?limit=1${after && `&after=${after}`}`)
    paged.push(...body.rows)
    after = body.next
  }
  expect(paged).toEqual(all)
  const one = (await get('/items/MUG-BLUE/history?sellerSku=MUG-GREEN')).body.rows
  expect(one.map(({ sellerSku }: Answer['body']) => sellerSku)).toEqual(['MUG-GREEN', 'MUG-GREEN'])
  expect((await get('/items/NOBODY/history')).status).toBe(404)
  expect((await get('/items/NOBODY/listings')).status).toBe(404)
})
