import { expect, test } from 'vitest'
import type { ListingAttributes } from '#core/catalog/product-type.ts'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { tell } from '#core/problems.ts'
import { dropTab, saveTab, showTab } from '#flows/amazon-tab.ts'
import { applyConfiguration } from '#flows/apply-configuration.ts'
import { findTypes } from '#flows/product-types.ts'
import { previewTab, submitTab } from '#flows/submit-tab.ts'
import { MUG_TAB } from '../make/new-listing.ts'
import { DAY, MINUTE, makeSeller } from '../make/seller.ts'

const US = 'ATVPDKIKX0DER'
const NEW = { itemId: 'MUG-NEW' as ItemId, marketplaceId: US }
const WHO = 'a test'

/** A seller with an item that Amazon does not list yet, and its tab. */
async function makeTab(change: ListingAttributes = {}) {
  const seller = await makeSeller()
  const { deps, merchant } = seller
  await seller.database
    .ownerPool()
    .query(`insert into millrace.items (merchant_id, item_id, description, price, grams, tracks_stock)
    values ('${merchant}', 'MUG-NEW', 'Blue mug', 1250, 300, true)`)
  const save = (attributes: ListingAttributes, productType = 'KITCHEN') =>
    saveTab(deps, merchant, {
      ...NEW,
      productType,
      requirements: 'LISTING',
      attributes: JSON.parse(JSON.stringify(attributes)) as ListingAttributes,
    })
  const saved = await save({ ...MUG_TAB, ...change })
  const calls = (operation: string) => seller.control.requests().filter((each) => each.operation === operation)
  const refusal = (result: Awaited<ReturnType<typeof save>> | { ok: false; problem: never }) =>
    result.ok ? null : tell(result.problem).sentence
  return { ...seller, save, saved, calls, refusal, show: () => showTab(deps, merchant, NEW) }
}

const switches = (seller: Awaited<ReturnType<typeof makeTab>>, stock: boolean, price: boolean) =>
  seller.database
    .ownerPool()
    .query('update millrace.connections set sending_stock = $1, sending_price = $2', [stock, price])

test("[T1] a tab shows Amazon's groups, the required fields first, with labels, choices and our values", async () => {
  const { saved } = await makeTab()
  if (!saved.ok) throw new Error(saved.problem.code)
  const details = saved.value.groups.find(({ title }) => title === 'Product Details')
  const required = details?.fields.map((field) => field.required) ?? []
  expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)))
  expect(required).toContain(true)
  expect(details?.fields.find(({ attribute }) => attribute === 'number_of_pieces')).toMatchObject({
    label: 'Number of Pieces',
    required: true,
    value: MUG_TAB.number_of_pieces,
  })
  const safety = saved.value.groups.find(({ title }) => title === 'Safety & Compliance')
  const country = safety?.fields.find(({ attribute }) => attribute === 'country_of_origin')
  expect(country?.parts[0]?.choices).toContainEqual({ value: 'DE', label: 'Germany' })
  // Price and stock are told by Millrace itself.
  expect(JSON.stringify(saved.value.groups)).not.toContain('purchasable_offer')
})

test('[T1] faults are kept beside the tab, each with its field; a tab that fits has none', async () => {
  const { save, show, saved } = await makeTab({ number_of_pieces: undefined, color: 'blue' })
  if (!saved.ok) throw new Error(saved.problem.code)
  const told = saved.value.tab.faults.map(({ problem }) => tell(problem).sentence)
  expect(told).toEqual([
    '[Number of Pieces] is missing. Amazon needs it.',
    '[Color] is not a list of entries. Write a list of entries.',
  ])
  const again = await show()
  expect(again.ok && again.value.tab.faults).toEqual(saved.value.tab.faults)
  const mended = await save(MUG_TAB)
  expect(mended.ok && mended.value.tab.faults).toEqual([])
})

test('[T1][X4] a tab from a configuration file is checked by the definition that is kept here, without a call', async () => {
  const { deps, merchant, calls, store } = await makeTab()
  const before = calls('getDefinitionsProductType').length
  const { number_of_pieces: _, ...attributes } = MUG_TAB
  const entered = { amazonTabs: [{ ...NEW, productType: 'KITCHEN', requirements: 'LISTING', attributes }] } as const
  const how = { entered, dryRun: false, prune: false, version: null }
  expect(await applyConfiguration(deps, merchant, how)).toMatchObject({ ok: true, value: { changed: true } })
  const tab = await store((s) => s.findTab(NEW))
  expect(tab?.faults.map(({ attribute }) => attribute)).toEqual(['number_of_pieces'])
  expect([tab?.checkedAt !== null, calls('getDefinitionsProductType').length]).toEqual([true, before])
})

test('[T1] a definition is asked for again after a day, and its schema only when the checksum differs', async () => {
  const { calls, control, show, database } = await makeTab()
  await show()
  expect([calls('getDefinitionsProductType').length, calls('downloadProductTypeSchema').length]).toEqual([1, 1])
  control.advance(DAY + MINUTE)
  await show()
  expect([calls('getDefinitionsProductType').length, calls('downloadProductTypeSchema').length]).toEqual([2, 1])
  await database.ownerPool().query("update deployment.product_types set checksum = 'old', fetched_at = to_timestamp(0)")
  await show()
  expect([calls('getDefinitionsProductType').length, calls('downloadProductTypeSchema').length]).toEqual([3, 2])
})

test('[T1] while Amazon is away the kept definition serves', async () => {
  const { control, show } = await makeTab()
  control.advance(DAY + MINUTE)
  control.addFault({ operation: 'getDefinitionsProductType', kind: 'error', status: 503, always: true })
  expect(await show()).toMatchObject({ ok: true, value: { problem: null } })
})

test('[T1] a product type that Amazon has withdrawn is said so: the tab is kept and shown, nothing new is saved under it', async () => {
  const { control, show, save, refusal, database } = await makeTab()
  control.withdrawProductType('KITCHEN')
  control.advance(DAY + MINUTE)
  const sentence =
    'Amazon has withdrawn the product type [KITCHEN] in ATVPDKIKX0DER. Choose another one; what was filled in is kept.'
  const shown = await show()
  expect(shown.ok && shown.value.problem && tell(shown.value.problem).sentence).toBe(sentence)
  expect(shown.ok && shown.value.tab.attributes).toEqual(MUG_TAB)
  expect(refusal(await save({}))).toBe(sentence)
  const kept = await database.ownerPool().query('select withdrawn_at is not null as gone from deployment.product_types')
  expect(kept.rows).toEqual([{ gone: true }])
  expect(refusal(await save(MUG_TAB, 'SPACESHIP'))).toContain('Amazon has no product type [SPACESHIP]')
  const after = await show()
  expect(after.ok && after.value.tab.attributes).toEqual(MUG_TAB)
})

test('[T1][I4][I9] price and stock are no part of a tab: what names them is refused and nothing is saved', async () => {
  const { save, refusal, show } = await makeTab()
  const stock = [{ fulfillment_channel_code: 'DEFAULT', quantity: 5 }]
  expect(refusal(await save({ ...MUG_TAB, fulfillment_availability: stock }))).toBe(
    '[Fulfillment Availability] is not part of the Amazon tab. Millrace says it from the price and the stock of the item.',
  )
  const shown = await show()
  expect(shown.ok && shown.value.tab.attributes).toEqual(MUG_TAB)
})

test('[I1][I11][T1] a saved tab makes its item configured, a dropped one ends that: each time what is said of it is looked at again', async () => {
  const seller = await makeTab()
  await switches(seller, true, false)
  const touched = async () =>
    (await seller.database.ownerPool().query('select item_id, seq::int from millrace.touched_items')).rows
  expect(await touched()).toEqual([])
  await seller.save(MUG_TAB)
  expect(await touched()).toEqual([{ item_id: 'MUG-NEW', seq: 1 }])
  expect(await dropTab(seller.deps, seller.merchant, NEW)).toEqual({ ok: true, value: true })
  expect(await touched()).toEqual([{ item_id: 'MUG-NEW', seq: 2 }])
  expect(await dropTab(seller.deps, seller.merchant, NEW)).toMatchObject({ problem: { code: 'tab-missing' } })
})

test('[T1] a preview asks Amazon and changes nothing: its remarks stand beside our fields', async () => {
  const { deps, merchant, control } = await makeTab({ item_type_keyword: undefined })
  const preview = await previewTab(deps, merchant, NEW)
  expect(preview).toMatchObject({
    ok: true,
    value: {
      listed: false,
      taken: false,
      issues: [{ severity: 'ERROR', fields: [{ attribute: 'item_type_keyword', label: 'Item Type Keyword' }] }],
    },
  })
  expect(control.listings().map(({ sku }) => sku)).not.toContain(NEW.itemId)
})

test('[T1] a listing is created only when a person confirms it, without faults, and never over one that Amazon has', async () => {
  const { deps, merchant, control, save, calls } = await makeTab({ number_of_pieces: undefined })
  const submit = (confirmed: boolean) => submitTab(deps, merchant, { ...NEW, confirmed, who: WHO })
  expect(await submit(true)).toMatchObject({ problem: { code: 'tab-has-faults' } })
  await save(MUG_TAB)
  expect(await submit(false)).toMatchObject({ problem: { code: 'submit-not-confirmed' } })
  expect(calls('putListingsItem')).toEqual([])
  expect(await submit(true)).toMatchObject({ ok: true, value: { taken: true, sellerSku: 'MUG-NEW' } })
  control.advance(5 * MINUTE)
  expect(control.listings().map(({ sku }) => sku)).toContain(NEW.itemId)
  expect(await submit(true)).toMatchObject({ problem: { code: 'sku-listed-already' } })
  expect(calls('putListingsItem')).toHaveLength(1)
  const shown = await showTab(deps, merchant, NEW)
  expect(shown.ok && shown.value.tab.submission).toMatchObject({ by: WHO, taken: true, sellerSku: 'MUG-NEW' })
})

test('[I14][T1] price and stock go into a new listing only where their sending is on, and it begins with a stock of zero', async () => {
  const seller = await makeTab()
  const ours = async () => {
    const preview = await previewTab(seller.deps, seller.merchant, NEW)
    if (!preview.ok) throw new Error(preview.problem.code)
    const { fulfillment_availability: stock, purchasable_offer: offer } = preview.value.attributes
    return { stock, offer }
  }
  expect(await ours()).toEqual({ stock: undefined, offer: undefined })
  await switches(seller, true, true)
  await seller.database
    .ownerPool()
    .query(`insert into millrace.settings (merchant_id, section, value, updated_at) values ('${seller.merchant}', 'inventory', '{"includePrice":true}', to_timestamp(0))
      on conflict (merchant_id, section) do update set value = excluded.value`)
  const { stock, offer } = await ours()
  expect(stock).toEqual([{ fulfillment_channel_code: 'DEFAULT', quantity: 0 }])
  expect(offer).toMatchObject([{ currency: 'USD', our_price: [{ schedule: [{ value_with_tax: 12.5 }] }] }])
})

test('[T1][O11] the seller SKU is the mapped one; where there are several it must be named', async () => {
  const { deps, merchant, database } = await makeTab()
  const map = (sku: string) =>
    database
      .ownerPool()
      .query(`insert into millrace.sku_mappings (merchant_id, seller_sku, item_id, ratio_amazon, ratio_ours, unit, note)
      values ('${merchant}', '${sku}', 'MUG-NEW', 1, 1, 'unit', '')`)
  await map('MUG-NEW-1')
  expect(await previewTab(deps, merchant, NEW)).toMatchObject({ ok: true, value: { sellerSku: 'MUG-NEW-1' } })
  await map('MUG-NEW-2')
  expect(await previewTab(deps, merchant, NEW)).toMatchObject({ problem: { code: 'sku-to-be-named' } })
  const named = (sku: string) => previewTab(deps, merchant, { ...NEW, sellerSku: sku as SellerSku })
  expect(await named('MUG-NEW-2')).toMatchObject({ ok: true, value: { sellerSku: 'MUG-NEW-2' } })
  expect(await named('MUG-BLUE')).toMatchObject({ problem: { code: 'not-valid' } })
})

test("[T1] product types are searched by words or from the item's title", async () => {
  const { deps, merchant } = await makeTab()
  const names = async (wish: { words: string } | { itemId: ItemId }) => {
    const found = await findTypes(deps, merchant, { marketplaceId: US, ...wish })
    return found.ok ? found.value.map(({ name }) => name) : found.problem.code
  }
  expect(await names({ words: 'luggage' })).toEqual(['LUGGAGE'])
  expect(await names({ itemId: NEW.itemId })).toEqual(['KITCHEN'])
  expect(await names({ itemId: 'NOBODY' as ItemId })).toBe('not-found')
  const elsewhere = await findTypes(deps, merchant, { marketplaceId: 'A1PA6795UKMFR9', words: 'tea' })
  expect(elsewhere).toMatchObject({ problem: { code: 'no-seller-in-marketplace' } })
})
