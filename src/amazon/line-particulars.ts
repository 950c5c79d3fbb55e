import { type LineParticulars, particularsOrNull } from '#core/orders/line-particulars.ts'
import { SHIPPING_CONSTRAINTS } from './kept-fields.ts'
import { type Block, block, count, instant, isObject, money, text, texts } from './read-wire.ts'

/** Reads what is particular about a line; null where nothing is. `currency` is the line's own. */
export function lineParticulars(item: Block, currency: string | null): LineParticulars | null {
  const fulfillment = block(item, 'fulfillment')
  const packing = fulfillment && block(fulfillment, 'packing')
  const gift = packing && block(packing, 'giftOption')
  const shipping = fulfillment && block(fulfillment, 'shipping')
  const international = shipping && block(shipping, 'internationalShipping')
  return particularsOrNull({
    points: pointsOf(item, currency),
    scheduled: scheduledOf(shipping),
    customized: isCustomized(item),
    giftWrap: gift && (text(gift, 'giftWrapLevel') || null),
    demands: demandsOf(shipping),
    iossNumber: international && (text(international, 'iossNumber') || null),
    programs: texts(item, 'programs'),
  })
}

/** Points without a number, or none at all, are no points. Their worth counts only in the currency of the line. */
function pointsOf(item: Block, currency: string | null): LineParticulars['points'] {
  const expense = block(item, 'expense')
  const cost = expense && block(expense, 'pointsCost')
  const granted = cost && block(cost, 'pointsGranted')
  const number = granted && count(granted, 'pointsNumber')
  if (!granted || !number) return null
  const worth = money(granted, 'pointsMonetaryValue')
  return { number, worth: worth && (currency === null || worth.currency === currency) ? worth.minor : null }
}

function scheduledOf(shipping: Block | null): LineParticulars['scheduled'] {
  const window = shipping && block(shipping, 'scheduledDeliveryWindow')
  if (!window) return null
  const scheduled = { from: instant(window, 'earliestDateTime'), to: instant(window, 'latestDateTime') }
  return scheduled.from === null && scheduled.to === null ? null : scheduled
}

/** Whether there is a design, which is buyer data and goes its own way; one that cannot be read must not hold the order. */
function isCustomized({ fields: { product } }: Block): boolean {
  const customization = isObject(product) ? product.customization : null
  const url = isObject(customization) ? customization.customizedUrl : null
  return typeof url === 'string' && url.trim() !== ''
}

/** The demands that Amazon may make of a parcel. A name we do not know may be a buyer's text: it goes to the buyer data alone. */
const KNOWN_DEMANDS = Object.keys(SHIPPING_CONSTRAINTS)

/** What Amazon demands of the parcel; a demand that is not mandatory says so in Amazon's own word. */
function demandsOf(shipping: Block | null): readonly string[] {
  const constraints = shipping && block(shipping, 'shippingConstraints')
  if (!constraints) return []
  return KNOWN_DEMANDS.flatMap((name) => {
    const kind = text(constraints, name)
    if (!kind) return []
    return kind === 'MANDATORY'
      ? [name]
      : [/^[A-Z_]{1,40}$/.test(kind) ? `${name}: ${kind}` : `${name}: (not readable)`]
  })
}
