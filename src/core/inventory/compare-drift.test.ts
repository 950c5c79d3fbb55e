import { describe, expect, it } from 'vitest'
import type { SellerSku } from '../ids.ts'
import { canonical } from './canonical.ts'
import { type AuditedField, type AuditedSku, type AuditRun, compareDrift } from './compare-drift.ts'
import type { FieldOutcome } from './evaluate-sku.ts'

const HOUR = 3_600_000
const ASKED = 1_000 * HOUR
const sku = 'MUG' as SellerSku
const stockText = (quantity: number | 'always') => canonical({ quantity, leadDays: null, restockOn: null })
const offerText = (price: number, change: object = {}) =>
  canonical({ currency: 'USD', price, min: null, max: null, sale: null, business: null, ...change })

const stock = (quantity: number | 'always', what: 'nothing' | 'due' = 'nothing'): FieldOutcome => ({
  sellerSku: sku,
  marketplaceId: '',
  field: 'stock',
  productType: null,
  what,
  value: stockText(quantity),
})
const price = (amount: number): FieldOutcome => ({
  sellerSku: sku,
  marketplaceId: 'US',
  field: 'price',
  productType: null,
  what: 'nothing',
  value: offerText(amount),
})
const silent = (why: 'no-item' | 'not-configured'): FieldOutcome => ({
  sellerSku: sku,
  marketplaceId: '',
  field: 'stock',
  productType: null,
  what: 'silent',
  why,
})
const field = (sent: string, change: Partial<AuditedField> = {}): AuditedField => ({
  state: 'confirmed',
  sent,
  sentAt: ASKED - 24 * HOUR,
  repeated: false,
  pinned: null,
  ...change,
})

/** A mug of which 10 are said for 12.50, and of which the report says the same. */
const audited = ({
  listing,
  ...change
}: Partial<Omit<AuditedSku, 'listing'>> & { listing?: object } = {}): AuditedSku => ({
  listing: {
    sellerSku: sku,
    marketplaceId: 'US',
    channel: 'DEFAULT',
    channelBefore: null,
    active: true,
    quantity: 10,
    price: 1250,
    currency: 'USD',
    ...listing,
  },
  stock: stock(10),
  price: price(1250),
  stockField: field(stockText(10)),
  priceField: field(offerText(1250)),
  openUnits: 0,
  ...change,
})
const ON: AuditRun = { askedAt: ASKED, sending: { stock: true, price: true } }
const OFF: AuditRun = { askedAt: ASKED, sending: { stock: false, price: false } }
const classes = (of: AuditedSku, run = ON) => compareDrift(of, run).drift.map(({ what }) => what)
const settled = (of: AuditedSku, run = ON) => compareDrift(of, run).settles.map((each) => `${each.field} ${each.end}`)

describe('what differs from the all-listings report', () => {
  it('[I12] nothing where both say the same', () => {
    expect(compareDrift(audited(), ON)).toEqual({ drift: [], settles: [] })
  })

  it.each([
    ['no item here', { stock: silent('no-item') }, ['unknown']],
    [
      'not configured, so nothing is wanted',
      { stock: silent('not-configured'), stockField: null, listing: { price: 1, quantity: 1 } },
      [],
    ],
    ['another quantity', { listing: { quantity: 9 } }, ['quantity']],
    ['more than was sent', { listing: { quantity: 11 }, openUnits: 5 }, ['quantity']],
    ['another price', { listing: { price: 1199 } }, ['price']],
    ['another currency', { listing: { currency: 'CAD' } }, ['price']],
    ['a price that the report does not tell', { listing: { price: null } }, []],
    ['a quantity that it does not tell', { listing: { quantity: null } }, []],
    ['Amazon ships what was sent as ours', { listing: { channel: 'AMAZON_NA', quantity: null } }, ['channel']],
    ['the merchant ships now', { listing: { channelBefore: 'AMAZON_NA' } }, ['channel']],
    ['Amazon always shipped it', { listing: { channel: 'AMAZON_NA', quantity: null }, stockField: null }, []],
    ['not buyable although there is stock', { listing: { active: false } }, ['inactive']],
    ['sold out', { listing: { active: false, quantity: 0 }, stock: stock(0), stockField: field(stockText(0)) }, []],
    [
      'always available, which no report tells',
      { stock: stock('always'), stockField: field(stockText('always')), listing: { quantity: 3 } },
      [],
    ],
    ['already as it is wanted now', { listing: { quantity: 7 }, stock: stock(7, 'due') }, []],
  ] as const)('[I12] %s: %j', (_, change, expected) => {
    expect(classes(audited(change))).toEqual(expected)
  })

  it.each([
    [3, 7, []],
    [3, 8, []],
    [3, 6, ['quantity']],
    [0, 9, ['quantity']],
  ])('[I12] after open orders of %i units since 10 were sent, %i at Amazon is %j', (openUnits, quantity, expected) => {
    expect(classes(audited({ openUnits, listing: { quantity } }))).toEqual(expected)
  })

  it('[I12] what was sent less than six hours before the report was asked for is left alone', () => {
    const at = (hours: number) => ({
      stockField: field(stockText(10), { sentAt: ASKED - hours * HOUR }),
      priceField: field(offerText(1250), { sentAt: ASKED - hours * HOUR }),
      listing: { quantity: 1, price: 1 },
    })
    expect(compareDrift(audited(at(5.9)), ON)).toEqual({ drift: [], settles: [] })
    expect(classes(audited(at(6.1)))).toEqual(['quantity', 'price'])
    // A file asked for before the sending, too.
    expect(classes(audited(at(-1)))).toEqual([])
  })

  it.each(['due', 'flying'] as const)(
    '[I12] what is %s is under way: no difference, and nothing is settled',
    (state) => {
      const under = { stockField: field(stockText(10), { state }), listing: { quantity: 3 } }
      expect(compareDrift(audited(under), ON)).toEqual({ drift: [], settles: [] })
    },
  )

  it('[I5][I12] a lead time is not compared', () => {
    const said = canonical({ quantity: 10, leadDays: 3, restockOn: null })
    expect(classes(audited({ stock: { ...stock(10), value: said } as FieldOutcome, stockField: field(said) }))).toEqual(
      [],
    )
  })

  it('[I4][I12] the price of a sale that runs is ours too', () => {
    const sale = offerText(1250, { sale: { price: 999, from: '2026-11-01', to: '2026-11-30' } })
    expect(classes(audited({ priceField: field(sale), listing: { price: 999 } }))).toEqual([])
    expect(classes(audited({ priceField: field(sale), listing: { price: 998 } }))).toEqual(['price'])
  })

  it('[I12] a price that was put back and is pinned is the one that is wanted', () => {
    const pinned = { pinned: offerText(1100) }
    expect(classes(audited({ priceField: field(offerText(1100), pinned), listing: { price: 1100 } }), OFF)).toEqual([])
    expect(classes(audited({ priceField: field(offerText(1100), pinned) }), OFF)).toEqual(['price'])
  })
})

describe('what the report settles', () => {
  it.each([
    ['accepted', 10, ['stock confirmed']],
    ['differs', 10, ['stock confirmed']],
    ['refused', 10, ['stock confirmed']],
    ['accepted', 9, ['stock again']],
    ['confirmed', 9, ['stock again']],
    ['differs', 9, ['stock again']],
    ['refused', 9, []],
    ['held', 9, []],
  ] as const)('[I10] a field that is %s and shows %i of 10: %j', (state, quantity, expected) => {
    expect(settled(audited({ stockField: field(stockText(10), { state }), listing: { quantity } }))).toEqual(expected)
  })

  it('[I10] what differs again within days is shown and not sent for ever', () => {
    const repeated = field(stockText(10), { repeated: true })
    expect(settled(audited({ stockField: repeated, listing: { quantity: 9 } }))).toEqual(['stock differs'])
    const shown = field(stockText(10), { repeated: true, state: 'differs' })
    expect(settled(audited({ stockField: shown, listing: { quantity: 9 } }))).toEqual([])
  })

  it('[I10] what is shown as differing is sent again once some days have passed', () => {
    const shown = field(stockText(10), { repeated: false, state: 'differs' })
    expect(settled(audited({ stockField: shown, listing: { quantity: 9 } }))).toEqual(['stock again'])
    expect(settled(audited({ stockField: shown, listing: { quantity: 10 } }))).toEqual(['stock confirmed'])
  })

  it('[I10] a price is settled in the same way', () => {
    expect(settled(audited({ priceField: field(offerText(1250), { state: 'accepted' }) }))).toEqual(['price confirmed'])
    expect(settled(audited({ listing: { price: 999 } }))).toEqual(['price again'])
  })

  it('[I10] units that orders took confirm what was sent', () => {
    const taken = { openUnits: 2, stockField: field(stockText(10), { state: 'accepted' }), listing: { quantity: 8 } }
    expect(settled(audited(taken))).toEqual(['stock confirmed'])
  })

  it('[I14] while a switch is off nothing is sent again; the difference is told all the same', () => {
    const other = audited({ listing: { quantity: 9, price: 999 } })
    expect(settled(other, OFF)).toEqual([])
    expect(classes(other, OFF)).toEqual(['quantity', 'price'])
    expect(classes(audited({ stockField: null, priceField: null, listing: { quantity: 9 } }), OFF)).toEqual([
      'quantity',
    ])
  })

  it('[I9] of what Amazon ships no quantity is settled or sent again', () => {
    const fba = audited({ listing: { channel: 'AMAZON_EU', quantity: 3 } })
    expect(compareDrift(fba, ON)).toMatchObject({ drift: [{ what: 'channel' }], settles: [] })
  })
})
