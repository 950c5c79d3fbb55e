import { held, line, placed, type Story } from './story.ts'

/**
 * Orders that differ by what is in them and where they go. The ends are written by hand from the merchant's settings:
 *
 * weights   MUG 340 g, TEA 120, TOWEL 250, CANDLE 480, LAMP 3200, NOTE-CARD 20, KIT 800
 * Standard  USPS-FIRST (to 450 g), then UPS-GROUND (no PO box, no military), then USPS-PRIORITY
 * Expedited the cheaper of USPS-PRIORITY (8.50 to 1000 g, above 14.00) and UPS-GROUND (9.90; no PO box, no military)
 * Two-Day   FEDEX-2DAY, One-Day FEDEX-1DAY: the 48 states and DC, no PO box, no military
 */
export const SHIPPING_STORIES: readonly Story[] = [
  { archetype: 'single mug', draft: { lines: [line('MUG-BLUE')] }, end: placed('USPS-FIRST', { 'MUG-BLUE': 1 }) },
  {
    // 340 + 120 = 460 g: 10 g too heavy for USPS-FIRST.
    archetype: 'two lines',
    draft: { lines: [line('MUG-BLUE'), line('AMZ-TEA-EARL')] },
    end: placed('UPS-GROUND', { 'MUG-BLUE': 1, 'TEA-EARL': 1 }),
  },
  {
    // 250 + 120 + 4 x 20 = 450 g: the last gram that USPS-FIRST takes.
    archetype: 'exactly 450 g',
    draft: { lines: [line('TOWEL-LINEN'), line('AMZ-TEA-EARL'), line('NOTE-CARD', 4)] },
    end: placed('USPS-FIRST', { 'TOWEL-LINEN': 1, 'TEA-EARL': 1, 'NOTE-CARD': 4 }),
  },
  {
    archetype: 'many lines',
    draft: {
      lines: [
        line('MUG-BLUE', 2),
        line('MUG-RED'),
        line('AMZ-TEA-EARL', 2),
        line('TOWEL-LINEN'),
        line('NOTE-CARD', 5),
        line('CANDLE-SEA'),
      ],
    },
    end: placed('UPS-GROUND', {
      'MUG-BLUE': 2,
      'MUG-RED': 1,
      'TEA-EARL': 2,
      'TOWEL-LINEN': 1,
      'NOTE-CARD': 5,
      'CANDLE-SEA': 1,
    }),
  },
  {
    // One at Amazon is three of ours: 360 g.
    archetype: 'pack of three',
    draft: { lines: [line('AMZ-TEA-EARL-3PK')] },
    end: placed('USPS-FIRST', { 'TEA-EARL': 3 }),
  },
  {
    // The kit stays one line of the order; its mugs and tea are what stock is taken of.
    archetype: 'kit',
    draft: { lines: [line('KIT-BREAKFAST')] },
    end: placed('UPS-GROUND', { 'KIT-BREAKFAST': 1 }),
  },
  {
    archetype: 'item without stock tracking',
    draft: { lines: [line('NOTE-CARD', 6)] },
    end: placed('USPS-FIRST', { 'NOTE-CARD': 6 }),
  },
  { archetype: 'heavy lamp', draft: { lines: [line('LAMP-OAK')] }, end: placed('UPS-GROUND', { 'LAMP-OAK': 1 }) },
  {
    archetype: 'lamp to a PO box',
    draft: { lines: [line('LAMP-OAK')], address: 'po-box' },
    end: placed('USPS-PRIORITY', { 'LAMP-OAK': 1 }),
  },
  {
    archetype: 'mug to the military',
    draft: { lines: [line('MUG-RED')], address: 'military' },
    end: placed('USPS-FIRST', { 'MUG-RED': 1 }),
  },
  {
    archetype: 'lamp to the military',
    draft: { lines: [line('LAMP-OAK')], address: 'military' },
    end: placed('USPS-PRIORITY', { 'LAMP-OAK': 1 }),
  },
  {
    archetype: 'expedited, light',
    draft: { lines: [line('MUG-BLUE')], serviceLevel: 'EXPEDITED' },
    end: placed('USPS-PRIORITY', { 'MUG-BLUE': 1 }),
  },
  {
    // 4 x 250 = 1000 g: still the 8.50 of USPS-PRIORITY.
    archetype: 'expedited, exactly 1000 g',
    draft: { lines: [line('TOWEL-LINEN', 4)], serviceLevel: 'EXPEDITED' },
    end: placed('USPS-PRIORITY', { 'TOWEL-LINEN': 4 }),
  },
  {
    archetype: 'expedited, heavy',
    draft: { lines: [line('LAMP-OAK')], serviceLevel: 'EXPEDITED' },
    end: placed('UPS-GROUND', { 'LAMP-OAK': 1 }),
  },
  {
    archetype: 'expedited, heavy, to a PO box',
    draft: { lines: [line('LAMP-OAK')], serviceLevel: 'EXPEDITED', address: 'po-box' },
    end: placed('USPS-PRIORITY', { 'LAMP-OAK': 1 }),
  },
  {
    archetype: 'two-day',
    draft: { lines: [line('CANDLE-SEA')], serviceLevel: 'SECOND_DAY' },
    end: placed('FEDEX-2DAY', { 'CANDLE-SEA': 1 }),
  },
  {
    archetype: 'one-day',
    draft: { lines: [line('MUG-RED', 2)], serviceLevel: 'NEXT_DAY' },
    end: placed('FEDEX-1DAY', { 'MUG-RED': 2 }),
  },
  {
    archetype: 'one-day to Washington DC',
    draft: { lines: [line('CANDLE-SEA')], serviceLevel: 'NEXT_DAY', address: 'dc' },
    end: placed('FEDEX-1DAY', { 'CANDLE-SEA': 1 }),
  },
  {
    archetype: 'one-day to Hawaii',
    draft: { lines: [line('MUG-BLUE')], serviceLevel: 'NEXT_DAY', address: 'hawaii' },
    end: held('no-method'),
  },
  {
    archetype: 'two-day to a PO box',
    draft: { lines: [line('MUG-BLUE')], serviceLevel: 'SECOND_DAY', address: 'po-box' },
    end: held('no-method'),
  },
  {
    // FREE_ECONOMY is set to Standard.
    archetype: 'free economy',
    draft: { lines: [line('AMZ-TEA-EARL', 2)], serviceLevel: 'FREE_ECONOMY' },
    end: placed('USPS-FIRST', { 'TEA-EARL': 2 }),
  },
  {
    archetype: 'same-day',
    draft: { lines: [line('MUG-BLUE')], serviceLevel: 'SAME_DAY' },
    end: held('unmapped-level'),
  },
]
