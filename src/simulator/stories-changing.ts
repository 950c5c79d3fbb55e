import { line, pending, placed, rejected, type Story, skipped } from './story.ts'

/** Orders to which something happens at Amazon. */
export const CHANGING_STORIES: readonly Story[] = [
  {
    archetype: 'pending that stays',
    draft: { lines: [line('CANDLE-SEA')], status: 'PENDING' },
    end: pending({ 'CANDLE-SEA': 1 }),
  },
  {
    archetype: 'pending that becomes payable',
    draft: { lines: [line('MUG-BLUE')], status: 'PENDING' },
    end: pending({ 'MUG-BLUE': 1 }),
    change: { wait: 'later', alteration: { status: 'UNSHIPPED' }, end: placed('USPS-FIRST', { 'MUG-BLUE': 1 }) },
  },
  {
    archetype: 'pending that is cancelled',
    draft: { lines: [line('MUG-RED')], status: 'PENDING' },
    end: pending({ 'MUG-RED': 1 }),
    change: { wait: 'later', alteration: { cancel: { by: 'AMAZON', reason: 'Payment declined' } }, end: rejected },
  },
  {
    archetype: 'cancelled after placing',
    draft: { lines: [line('TOWEL-LINEN')] },
    end: placed('USPS-FIRST', { 'TOWEL-LINEN': 1 }),
    change: { wait: 'later', alteration: { cancel: { by: 'BUYER', reason: 'No longer needed' } }, end: rejected },
  },
  {
    archetype: 'cancelled before seen',
    draft: { lines: [line('MUG-BLUE')] },
    end: skipped('cancelled'),
    change: { wait: 'at-once', alteration: { cancel: { by: 'BUYER' } }, end: skipped('cancelled') },
  },
  {
    archetype: 'shipped before import',
    draft: { lines: [line('AMZ-TEA-EARL')] },
    end: skipped('shipped-before-import'),
    change: { wait: 'at-once', alteration: { ship: 'all' }, end: skipped('shipped-before-import') },
  },
  {
    archetype: 'placed, then shipped by hand',
    draft: { lines: [line('MUG-RED')] },
    end: placed('USPS-FIRST', { 'MUG-RED': 1 }),
    change: {
      wait: 'later',
      alteration: { ship: 'all' },
      end: { ...placed('USPS-FIRST', { 'MUG-RED': 1 }), stage: 'Completed Order' },
    },
  },
  {
    // 2 x 340 + 250 = 930 g.
    archetype: 'part shipped by hand',
    draft: { lines: [line('MUG-BLUE', 2), line('TOWEL-LINEN')] },
    end: placed('UPS-GROUND', { 'MUG-BLUE': 2, 'TOWEL-LINEN': 1 }),
    change: {
      wait: 'later',
      alteration: { ship: { 'MUG-BLUE': 1 } },
      end: placed('UPS-GROUND', { 'MUG-BLUE': 2, 'TOWEL-LINEN': 1 }),
    },
  },
  {
    // Older than the merchant's cut-off date; an update must not bring it in.
    archetype: 'old order, updated today',
    draft: { lines: [line('MUG-BLUE')] },
    end: skipped('before-cutoff'),
    change: { wait: 'later', alteration: { replace: {} }, end: skipped('before-cutoff') },
    daysOld: 5,
  },
]
