import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '../ids.ts'
import type { Checked } from '../settings/faults.ts'
import { checkItems, checkMappings, type EnteredItem, type KnownItems } from './check-items.ts'
import type { Item } from './item.ts'

const id = (text: string) => text as ItemId
const item = (change: Partial<EnteredItem> = {}): EnteredItem => ({
  id: id('MUG'),
  description: 'A mug',
  price: { amount: '12.50', currency: 'USD' },
  grams: 350,
  tracksStock: true,
  kit: null,
  ...change,
})
const stored = (name: string, kit: Item['kit'] = null): Item => ({ ...item({ id: id(name), kit }), price: null })
const known = (items: Item[] = [], kits: KnownItems['kits'] = []): KnownItems => ({
  currency: 'USD',
  items: new Map(items.map((each) => [each.id, each])),
  kits,
})
const fieldsOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.problems.map((each) => each.facts.field))
const kitOf = (...parts: string[]) => parts.map((part) => ({ itemId: id(part), quantity: 1 }))

test('[O15] a price is a decimal string and kept in minor units', () => {
  const checked = checkItems([item()], known())
  expect(checked.ok && checked.value[0]?.price).toBe(1250)
})

test.each(['-0.01', '1.234', '1e3', '', '12,50', '99999999999999'])('[O15] the price [%s] is refused', (amount) => {
  expect(fieldsOf(checkItems([item({ price: { amount, currency: 'USD' } })], known()))).toEqual([
    'items[0].price.amount',
  ])
})

test.each([0, 1440, 86_400])('[I5] an item may have a lead time of %s minutes of its own', (leadTimeMinutes) => {
  const checked = checkItems([item({ leadTimeMinutes })], known())
  expect(checked.ok && checked.value[0]?.leadTimeMinutes).toBe(leadTimeMinutes)
})

test.each([-1, 0.5, 86_401])('[I5] a lead time of %s minutes is refused', (leadTimeMinutes) => {
  expect(fieldsOf(checkItems([item({ leadTimeMinutes })], known()))).toEqual(['items[0].leadTimeMinutes'])
})

test('[T4] a barcode with a wrong check digit is refused; none is none', () => {
  expect(fieldsOf(checkItems([item({ barcode: '4006381333932' })], known()))).toEqual(['items[0].barcode'])
  const checked = checkItems([item()], known())
  expect(checked.ok && checked.value[0]?.barcode).toBeNull()
})

test('[M1] a price in another currency than the merchant is refused', () => {
  expect(fieldsOf(checkItems([item({ price: { amount: '1', currency: 'EUR' } })], known()))).toEqual([
    'items[0].price.currency',
  ])
})

test('[E4] all faults of all items are told at once, each with its field', () => {
  const bad = item({ id: id(' '), description: '', grams: -1 })
  expect(fieldsOf(checkItems([item(), bad], known()))).toEqual([
    'items[1].id',
    'items[1].description',
    'items[1].grams',
  ])
})

test('[E4] an item id is refused when it is too long, holds control characters or is there twice', () => {
  const ids = ['x'.repeat(41), 'a\nb', 'SAME', 'SAME']
  expect(
    fieldsOf(
      checkItems(
        ids.map((each) => item({ id: id(each) })),
        known(),
      ),
    ),
  ).toEqual(['items[0].id', 'items[1].id', 'items[3].id'])
})

test('[O20] a kit has components that exist, in the store or in the same input', () => {
  const kit = item({ id: id('SET'), tracksStock: false, kit: kitOf('MUG', 'PLATE') })
  expect(checkItems([kit, item()], known([stored('PLATE')])).ok).toBe(true)
  expect(fieldsOf(checkItems([kit], known([stored('PLATE')])))).toEqual(['items[0].kit[0].itemId'])
})

test('[O20] a kit holds no kit, not itself, and no component twice', () => {
  const set = item({ id: id('SET'), tracksStock: false, kit: kitOf('SET', 'BOX', 'MUG', 'MUG') })
  const checked = checkItems([set], known([stored('BOX', kitOf('MUG')), stored('MUG')]))
  expect(fieldsOf(checked)).toEqual(['items[0].kit[0].itemId', 'items[0].kit[1].itemId', 'items[0].kit[3].itemId'])
})

test('[O20] a kit does not track stock itself, and its quantities are at least 1', () => {
  const kit = [{ itemId: id('MUG'), quantity: 0 }]
  const checked = checkItems([item({ id: id('SET'), kit })], known([stored('MUG')]))
  expect(fieldsOf(checked)).toEqual(['items[0].tracksStock', 'items[0].kit[0].quantity'])
})

test('[O20] a component of a kit cannot become a kit, unless that kit changes in the same input', () => {
  const kits = [{ component: id('MUG'), kit: id('SET') }]
  const items = [stored('MUG'), stored('CUP'), stored('SET', kitOf('MUG'))]
  const mug = item({ tracksStock: false, kit: kitOf('CUP') })
  expect(fieldsOf(checkItems([mug], known(items, kits)))).toEqual(['items[0].kit'])
  expect(checkItems([mug, item({ id: id('SET') })], known(items, kits)).ok).toBe(true)
})

const mapping = (sellerSku: string, ratio = { amazon: 1, ours: 1 }) => ({
  sellerSku: sellerSku as SellerSku,
  itemId: id('MUG'),
  ratio,
  unit: '',
  note: 'first line\nsecond line',
})
const ITEMS = new Set([id('MUG')])

test.each(['MUG/RED #2 100%', '🍵-茶', ' leading', '__proto__', 'x'.repeat(200)])(
  '[O11] the seller SKU [%s] may be mapped',
  (sku) => {
    expect(checkMappings([mapping(sku)], ITEMS).ok).toBe(true)
  },
)

test.each(['', 'x'.repeat(201), 'x'.repeat(10_000), 'a\u0000'])(
  '[O11] a seller SKU that cannot be kept is refused',
  (sku) => {
    expect(fieldsOf(checkMappings([mapping(sku)], ITEMS))).toEqual(['mappings[0].sellerSku'])
  },
)

test('[O11] a mapping needs an item that exists and a ratio of whole numbers of at least 1', () => {
  const checked = checkMappings(
    [{ ...mapping('A', { amazon: 0, ours: 1.5 }), itemId: id('CUP') }, mapping('B'), mapping('B')],
    ITEMS,
  )
  expect(fieldsOf(checked)).toEqual([
    'mappings[0].itemId',
    'mappings[0].ratio.amazon',
    'mappings[0].ratio.ours',
    'mappings[2].sellerSku',
  ])
})
