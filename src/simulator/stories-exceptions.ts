import { held, line, placed, type Story, skipped } from './story.ts'

/** Orders that differ by who buys, by SKU trouble, or by what their own fields say. Ends written by hand, as in the shipping stories. */
export const EXCEPTION_STORIES: readonly Story[] = [
  // One unknown SKU holds the whole order, also beside a known one.
  {
    archetype: 'unknown SKU',
    draft: { lines: [line('MUG-BLUE'), line('MUG-GREEN')] },
    end: held('unknown-sku'),
  },
  {
    archetype: 'unknown SKU with slash and percent',
    draft: { lines: [line('TOWEL/BEACH #2 100%')] },
    end: held('unknown-sku'),
  },
  {
    // Both faults are named at once.
    archetype: 'unknown SKU and unmapped level',
    draft: { lines: [line('MUG-GREEN', 2)], serviceLevel: 'SAME_DAY' },
    end: held('unknown-sku', 'unmapped-level'),
  },
  {
    archetype: 'gift with message',
    draft: {
      lines: [
        line('MUG-RED', 1, {
          gift: { message: 'For your invented birthday!', wrapLevel: 'STANDARD', wrapPrice: '3.99' },
        }),
      ],
    },
    end: placed('USPS-FIRST', { 'MUG-RED': 1 }),
  },
  {
    // 3 x 480 = 1440 g.
    archetype: 'business with PO number',
    draft: {
      lines: [line('CANDLE-SEA', 3, { businessPrice: true, price: '20.00' })],
      programs: ['AMAZON_BUSINESS'],
      address: 'company',
      buyer: { companyName: 'Example Trading LLC', purchaseOrderNumber: 'PO-2026-0042' },
      taxRate: 0,
    },
    end: placed('UPS-GROUND', { 'CANDLE-SEA': 3 }),
  },
  {
    archetype: 'replacement at zero',
    draft: { lines: [line('MUG-BLUE', 1, { price: '0.00' })], shipping: '0.00', replaces: '111-0000000-0000900' },
    end: placed('USPS-FIRST', { 'MUG-BLUE': 1 }),
  },
  {
    archetype: 'discount stated as negative',
    draft: {
      lines: [line('TOWEL-LINEN', 1, { discount: '3.00', promotionIds: ['HARBOR-3-OFF'] })],
      discountSign: 'negative',
    },
    end: placed('USPS-FIRST', { 'TOWEL-LINEN': 1 }),
  },
  {
    archetype: 'discount stated as positive',
    draft: {
      lines: [line('TOWEL-LINEN', 1, { discount: '2.50', shippingDiscount: '1.00' })],
      discountSign: 'positive',
    },
    end: placed('USPS-FIRST', { 'TOWEL-LINEN': 1 }),
  },
  {
    archetype: 'fulfilled by Amazon',
    draft: { lines: [line('MUG-BLUE')], fulfilledBy: 'AMAZON' },
    end: skipped('fulfilled-by-amazon'),
  },
  {
    archetype: 'status that a merchant order never has',
    draft: { lines: [line('MUG-BLUE')], status: 'UNFULFILLABLE' },
    end: held('unknown-status'),
  },
  {
    archetype: 'ignored order',
    draft: { orderId: '111-0000000-0000001', lines: [line('MUG-BLUE')] },
    end: skipped('ignored-order'),
    once: true,
  },
  {
    // Amazon says 18.71; the order's total is that of the line that stays: 12.00 + 4.49 shipping + 1.15 tax.
    archetype: 'ignored line among others',
    draft: { lines: [line('MUG-RED'), line('SAMPLE-SWATCH', 2)] },
    end: { ...placed('USPS-FIRST', { 'MUG-RED': 1 }), marketplaceTotal: '17.64 USD' },
  },
  {
    archetype: 'only an ignored line',
    draft: { lines: [line('SAMPLE-SWATCH', 3)] },
    end: skipped('ignored-items'),
  },
]
