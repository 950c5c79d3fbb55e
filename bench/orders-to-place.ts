// What buyers order in these measurements: an invented but ordinary mix, two lines an order on average.
import type { LineDraft, OrderDraft } from '../src/simulator/order-draft.ts'

const line = (sku: string, price: string, quantity = 1): LineDraft => ({ sku, price, quantity })

/** Ten orders with 20 lines and 18 allocations: mapped SKUs, a kit, gifts, promotions, every service level, all to be placed. */
export const ORDINARY: readonly OrderDraft[] = [
  { lines: [line('MUG-BLUE', '12.00')] },
  { lines: [line('MUG-RED', '12.00', 2), line('AMZ-TEA-EARL', '9.50')] },
  { lines: [line('AMZ-TEA-EARL-3PK', '27.00'), line('TOWEL-LINEN', '18.00', 2)], serviceLevel: 'EXPEDITED' },
  { lines: [line('KIT-BREAKFAST', '30.00'), line('NOTE-CARD', '3.00', 4)] },
  { lines: [{ ...line('CANDLE-SEA', '22.00'), promotionIds: ['invented autumn offer'], discount: '2.00' }] },
  {
    lines: [
      { ...line('MUG-BLUE', '12.00', 2), gift: { message: 'With invented greetings', wrapPrice: '3.50' } },
      line('TOWEL-LINEN', '18.00'),
      line('NOTE-CARD', '3.00'),
    ],
  },
  { lines: [line('LAMP-OAK', '89.00'), line('CANDLE-SEA', '22.00')], address: 'po-box' },
  { lines: [line('TOWEL-LINEN', '18.00'), line('MUG-RED', '12.00'), line('AMZ-TEA-EARL', '9.50', 3)] },
  { lines: [line('CANDLE-SEA', '22.00', 2), line('MUG-BLUE', '12.00')], serviceLevel: 'SECOND_DAY' },
  { lines: [line('AMZ-TEA-EARL', '9.50', 2), line('NOTE-CARD', '3.00', 2)], address: 'company' },
]
