import { expect, test } from 'vitest'
import type { CenterCode, ItemId, SellerSku } from '#core/ids.ts'
import type { EnteredOffer } from '#core/inventory/item-offer.ts'
import type { StockChange } from '#core/inventory/shelf-move.ts'
import { DEFAULT_INVENTORY, type InventorySettings } from '#core/settings/inventory-settings.ts'
import { applyConfiguration } from '#flows/apply-configuration.ts'
import { changeStock, setRestockDays, setStock } from '#flows/change-stock.ts'
import { saveCenters, saveItems, saveMappings } from '#flows/configure.ts'
import { saveInventorySettings } from '#flows/configure-inventory.ts'
import { lookAtTouched } from '#flows/look-at-touched.ts'
import { removeOffers, saveOffer } from '#flows/save-offers.ts'
import { CENTERS, ITEMS } from '#main/demo/sample-merchant.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import type { Seller } from '../make/seller-views.ts'

const US = 'ATVPDKIKX0DER'
const MUG = 'MUG-BLUE' as ItemId
const PORTLAND = 'PORTLAND' as CenterCode
const who = 'A person'

/** A seller whose mugs, red and blue, are listed, linked and told already. */
async function makeTold(change: { readonly price?: boolean } = {}) {
  const seller = await makeSeller()
  const row = (sku: string) =>
    `('${seller.merchant}', '${seller.connection}', '${sku}', '${US}', '${sku}', 'KITCHEN', 'DEFAULT', 1, 1200, 'USD')`
  await seller.database
    .ownerPool()
    .query(`update millrace.connections set sending_stock = true, sending_price = ${change.price === true};
    insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency)
    values ${row('MUG-BLUE')}, ${row('MUG-RED')};
    insert into deployment.due (merchant_id, kind, subject, at) values ('${seller.merchant}', 'listings', '${seller.connection}', to_timestamp(0))`)
  if (change.price) await inventory(seller, { includePrice: true })
  await seller.run()
  const already = sent(seller).length
  return { seller, told: () => sent(seller).slice(already) }
}

/** What Amazon was told, in the order in which it was: SKU and the values of its attributes. */
const sent = (seller: Seller) =>
  seller.control
    .requests()
    .filter(({ operation }) => operation === 'patchListingsItem')
    .map(({ path, body }) => {
      const { patches } = body as { patches: { value: Record<string, unknown>[] }[] }
      return [decodeURIComponent(path.split('/').at(-1) ?? ''), ...patches.flatMap(({ value }) => value)]
    })
const inventory = (seller: Seller, change: Partial<InventorySettings>) =>
  saveInventorySettings(seller.deps, seller.merchant, { entered: { ...DEFAULT_INVENTORY, ...change }, who })
const stock = (quantity: number) => expect.objectContaining({ fulfillment_channel_code: 'DEFAULT', quantity })
const touched = async (seller: Seller) =>
  (await seller.store((s) => s.touchedItems(99))).map(({ itemId, byOrders }) => [itemId, byOrders])

test('[I11][I12] stock that a person changes is urgent and told within a minute, and counts as a person’s doing', async () => {
  const { seller, told } = await makeTold()
  const less = { kind: 'adjustment', center: PORTLAND, by: -30, belowZero: false, reason: 'damaged', reference: '' }
  const changes = [{ ...less, itemId: MUG } as StockChange]
  await changeStock(seller.deps, seller.merchant, { changes, who })
  expect(await touched(seller)).toEqual([[MUG, false]])
  await lookAtTouched(seller.deps, seller.merchant)
  const due = await seller.database
    .ownerPool()
    .query(`select urgent, by_orders from millrace.sku_fields where state = 'due'`)
  expect(due.rows).toEqual([{ urgent: true, by_orders: false }])
  await seller.pass(MINUTE)
  expect(told()).toEqual([['MUG-BLUE', stock(450)]])
  await setStock(seller.deps, seller.merchant, { stock: [{ itemId: MUG, center: PORTLAND, onHand: 10 }], who })
  await seller.pass(MINUTE)
  expect(told().slice(1)).toEqual([['MUG-BLUE', stock(90)]])
})

test('[I11] a transfer changes nothing that Amazon is told', async () => {
  const { seller, told } = await makeTold()
  const move = {
    kind: 'transfer',
    itemId: MUG,
    from: PORTLAND,
    to: 'RENO',
    quantity: 9,
    reason: 'moved',
    reference: '',
  }
  await changeStock(seller.deps, seller.merchant, { changes: [move as StockChange], who })
  await seller.pass(2 * MINUTE)
  expect(told()).toEqual([])
})

test('[I2] a buffer of 2 is told at once: two less than there are, in each center', async () => {
  const { seller, told } = await makeTold()
  await saveCenters(
    seller.deps,
    seller.merchant,
    CENTERS.map((center) => ({ ...center, inventoryBuffer: 2 })),
  )
  await seller.run()
  expect(told()).toEqual([
    ['MUG-BLUE', stock(480 - 4)],
    ['MUG-RED', stock(400 - 2)],
  ])
})

test('[I2] centers that change in nothing that is told begin no cycle', async () => {
  const { seller } = await makeTold()
  const cycles = async () => (await seller.store((s) => s.lastCycle(seller.connection)))?.cycleId
  const before = await cycles()
  await saveCenters(seller.deps, seller.merchant, [...CENTERS].reverse())
  expect(await cycles()).toBe(before)
})

test('[I5] a default lead time is told at once, a restock day within a minute, as days and date', async () => {
  const { seller, told } = await makeTold()
  expect(await inventory(seller, { defaultLeadTimeMinutes: 1500 })).toMatchObject({ ok: true })
  await seller.run()
  const days = { lead_time_to_ship_max_days: 2 }
  expect(told()[0]).toEqual(['MUG-BLUE', { ...DEFAULT, quantity: 480, ...days }])
  const before = told().length
  await setRestockDays(seller.deps, seller.merchant, [{ itemId: MUG, center: PORTLAND, on: '2026-12-24' }])
  await seller.pass(MINUTE)
  expect(told().slice(before)).toEqual([
    ['MUG-BLUE', { ...DEFAULT, quantity: 480, ...days, restock_date: '2026-12-24' }],
  ])
})
const DEFAULT = { fulfillment_channel_code: 'DEFAULT' }

test('[I5] the item’s own lead time wins, and saving an item as it was touches nothing', async () => {
  const { seller, told } = await makeTold()
  const mug = ITEMS.find(({ id }) => id === MUG)!
  await saveItems(seller.deps, seller.merchant, ITEMS)
  expect(await touched(seller)).toEqual([])
  await saveItems(seller.deps, seller.merchant, [{ ...mug, leadTimeMinutes: 4000 }])
  await seller.pass(MINUTE)
  expect(told()).toEqual([['MUG-BLUE', { ...DEFAULT, quantity: 480, lead_time_to_ship_max_days: 3 }]])
})

test('[I11][O11] a mapping that points elsewhere touches both items; one that is saved as it was touches none', async () => {
  const { seller, told } = await makeTold()
  const mapping = { sellerSku: 'MUG-RED' as SellerSku, itemId: MUG, ratio: { amazon: 1, ours: 6 }, unit: '', note: '' }
  await saveMappings(seller.deps, seller.merchant, [mapping])
  expect(await touched(seller)).toEqual([
    ['MUG-BLUE', false],
    ['MUG-RED', false],
  ])
  await seller.run()
  await seller.pass(MINUTE)
  await saveMappings(seller.deps, seller.merchant, [mapping])
  expect(await touched(seller)).toEqual([])
  expect(told()).toEqual([])
})

const offer = (change: Partial<EnteredOffer>): EnteredOffer => ({
  ...{ itemId: MUG, marketplaceId: null, price: null, min: null, max: null, sale: null, business: null },
  ...change,
})
const usd = (amount: string) => ({ amount, currency: 'USD' })
const priceOf = (told: unknown) =>
  JSON.stringify(told).match(/"our_price":\[\{"schedule":\[\{"value_with_tax":([\d.]+)/)?.[1]

test('[I4] an offer is told within a minute, and the item’s own price again once it is removed', async () => {
  const { seller, told } = await makeTold({ price: true })
  expect(await saveOffer(seller.deps, seller.merchant, offer({ price: usd('11.00'), min: usd('9') }))).toMatchObject({
    ok: true,
  })
  await seller.pass(MINUTE)
  expect(told().map((each) => [each[0], priceOf(each)])).toEqual([['MUG-BLUE', '11']])
  const gone = { itemId: MUG, marketplaceId: undefined }
  expect(await removeOffers(seller.deps, seller.merchant, gone)).toEqual({ ok: true, value: [] })
  await seller.pass(MINUTE)
  expect(told().map((each) => priceOf(each))).toEqual(['11', '12'])
  expect(await removeOffers(seller.deps, seller.merchant, gone)).toMatchObject({
    ok: false,
    problems: [{ code: 'not-found' }],
  })
})

test('[I11][X4] a configuration file that changes a price, an offer, a buffer or the section is told the same way', async () => {
  const { seller, told } = await makeTold()
  const apply = (entered: Parameters<typeof applyConfiguration>[2]['entered']) =>
    applyConfiguration(seller.deps, seller.merchant, { entered, dryRun: false, prune: false, version: null })
  const mug = ITEMS.find(({ id }) => id === MUG)!
  await apply({
    items: [{ ...mug, price: usd('13.00') }],
    offers: [offer({ itemId: 'MUG-RED' as ItemId, min: usd('9') })],
  })
  expect(await touched(seller)).toEqual([
    ['MUG-BLUE', false],
    ['MUG-RED', false],
  ])
  expect(await apply({ centers: CENTERS.map((each) => ({ ...each, inventoryBuffer: 2 })) })).toMatchObject({ ok: true })
  await seller.run()
  expect(told()[0]).toEqual(['MUG-BLUE', stock(476)])
  await apply({ inventory: { ...DEFAULT_INVENTORY, defaultLeadTimeMinutes: 60 } })
  await seller.pass(MINUTE)
  expect(told()).toContainEqual(['MUG-RED', { ...DEFAULT, quantity: 398, lead_time_to_ship_max_days: 1 }])
})

test('[I11] settings that change ten times before anything was looked at begin one cycle, and saved as they are none', async () => {
  const { seller } = await makeTold()
  const cycles = async () =>
    Number((await seller.database.ownerPool().query('select count(*) from millrace.cycles')).rows[0].count)
  const before = await cycles()
  for (let minutes = 1; minutes <= 10; minutes++) await inventory(seller, { defaultLeadTimeMinutes: minutes })
  expect(await cycles()).toBe(before + 1)
  await seller.run()
  await inventory(seller, { defaultLeadTimeMinutes: 10 })
  expect(await cycles()).toBe(before + 1)
})

test('[I14] while nothing is sent, changes leave no trace of items to look at', async () => {
  const seller = await makeSeller()
  await setStock(seller.deps, seller.merchant, { stock: [{ itemId: MUG, center: PORTLAND, onHand: 1 }], who })
  await inventory(seller, { untracked: 7 })
  expect(await touched(seller)).toEqual([])
  expect((await seller.database.ownerPool().query('select from millrace.cycles')).rows).toEqual([])
})

test('[I11] an item that changes while it is looked at is looked at again', async () => {
  const { seller } = await makeTold()
  const put = (onHand: number) =>
    setStock(seller.deps, seller.merchant, { stock: [{ itemId: MUG, center: PORTLAND, onHand }], who })
  expect(await put(11)).toMatchObject({ ok: true })
  const looked = await seller.store((s) => s.touchedItems(10))
  expect(looked).toMatchObject([{ itemId: MUG }])
  await put(12)
  await seller.store((s) => s.forgetTouched(looked))
  expect(await seller.store((s) => s.touchedItems(10))).toMatchObject([{ itemId: MUG }])
})
