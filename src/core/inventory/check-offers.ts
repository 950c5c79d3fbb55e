import type { Item } from '../catalog/item.ts'
import type { ItemId } from '../ids.ts'
import { decimalsOf, formatMoney, parseMoney } from '../money.ts'
import { faultOfDay } from '../settings/calendar-day.ts'
import {
  type Checked,
  checkedAs,
  collectFaults,
  type EnteredMoney,
  type Faults,
  findTwice,
  isWhole,
} from '../settings/faults.ts'
import { canonical } from './canonical.ts'
import { type EnteredOffer, type ItemOffer, offerName } from './item-offer.ts'

/** What checking offers needs: the items named, the merchant's currency, those of its marketplaces by id, and the offers that are there. */
export type KnownOffers = {
  readonly items: ReadonlyMap<ItemId, Pick<Item, 'price'>>
  readonly currency: string
  readonly marketplaces: ReadonlyMap<string, string>
  readonly stored: readonly ItemOffer[]
}

/** Amazon takes so many steps of a quantity discount. */
const MOST_TIERS = 5
const MOST_UNITS = 1_000_000

/**
 * What must hold to save offers (I4): amounts above zero in the right currency with its decimals, min ≤ price ≤ max, sale days that are
 * in the calendar and in order, tiers that rise in quantity and fall in price. What was there already needs no check (X4).
 */
export function checkOffers(entered: readonly EnteredOffer[], known: KnownOffers): Checked<ItemOffer[]> {
  const faults = collectFaults()
  const stored = new Map(known.stored.map((offer) => [offerName(offer), canonical(offer)]))
  const offers = entered.map((offer, at) => {
    const own = collectFaults()
    const read = readOffer(offer, { field: `offers[${at}]`, known, faults: own })
    if (stored.get(offerName(read)) !== canonical(read))
      for (const { facts } of own.problems) faults.add(String(facts.field), String(facts.why))
    return read
  })
  findTwice(offers.map(offerName), (at) => `offers[${at}]`, faults)
  return checkedAs(offers, faults)
}

type Place = { readonly field: string; readonly currency: string; readonly faults: Faults }

function readOffer(
  entered: EnteredOffer,
  { field, known, faults }: { readonly field: string; readonly known: KnownOffers; readonly faults: Faults },
): ItemOffer {
  const { itemId, marketplaceId } = entered
  const item = known.items.get(itemId)
  const sold = marketplaceId === null ? known.currency : known.marketplaces.get(marketplaceId)
  faults.need(item !== undefined, `${field}.itemId`, 'is not an item of this merchant')
  faults.need(sold !== undefined, `${field}.marketplaceId`, 'is not a marketplace in which this merchant sells')
  const currency = sold ?? amountsOf(entered)[0]?.currency ?? known.currency
  const place = (name: string): Place => ({ field: `${field}.${name}`, currency, faults })
  const amount = (money: EnteredMoney | null, name: string) => money && readPrice(money, place(name))
  const offer: ItemOffer = {
    itemId,
    marketplaceId,
    currency,
    price: amount(entered.price, 'price'),
    min: amount(entered.min, 'min'),
    max: amount(entered.max, 'max'),
    sale: entered.sale && { ...entered.sale, price: readPrice(entered.sale.price, place('sale.price')) ?? 0 },
    business: readBusiness(entered.business, (name) => place(name)),
  }
  const itemPrice = currency === known.currency ? (item?.price ?? null) : null
  checkLimits(offer, { field, price: offer.price ?? itemPrice, faults })
  checkSale(offer, { field, price: offer.price ?? itemPrice, faults })
  checkTiers(offer, { field, faults })
  return offer
}

const amountsOf = ({ price, min, max, sale, business }: EnteredOffer): readonly EnteredMoney[] =>
  [price, min, max, sale?.price, business?.price].filter((each) => each !== null && each !== undefined)

function readBusiness(entered: EnteredOffer['business'], place: (name: string) => Place): ItemOffer['business'] {
  if (entered === null || (entered.price === null && entered.tiers.length === 0)) return null
  return {
    price: entered.price && readPrice(entered.price, place('business.price')),
    tiers: entered.tiers.map(({ from, price }, at) => ({
      from,
      price: readPrice(price, place(`business.tiers[${at}].price`)) ?? 0,
    })),
  }
}

/** An amount above zero in minor units; null where it is wrong, which is noted. */
function readPrice(money: EnteredMoney, { field, currency, faults }: Place): number | null {
  if (money.currency !== currency) {
    faults.add(`${field}.currency`, `must be ${currency}, in which it is sold there`)
    return null
  }
  const read = parseMoney(money.amount, currency)
  if (read.ok && read.value.minor > 0) return read.value.minor
  const decimals = decimalsOf(currency)
  const example = decimals === 0 ? '12' : `12.${'5'.padEnd(decimals, '0')}`
  const why = `must be a decimal number above 0 with at most ${decimals} decimals, such as ${example}`
  faults.add(`${field}.amount`, why)
  return null
}

type Against = { readonly field: string; readonly price: number | null; readonly faults: Faults }

/** Amazon switches an offer off whose price lies outside its own limits. */
function checkLimits(offer: ItemOffer, { field, price, faults }: Against): void {
  const { min, max, sale, business, currency } = offer
  const told = (minor: number) => formatMoney({ minor, currency })
  if (min !== null && max !== null && min > max) faults.add(`${field}.min`, `must not be above the max of ${told(max)}`)
  const prices = [
    ['price', price],
    ['sale.price', sale?.price ?? null],
    ['business.price', business?.price ?? null],
  ] as const
  for (const [name, each] of prices) {
    if (each === null || each === 0) continue
    if (min !== null && each < min)
      faults.add(`${field}.${name}`, `of ${told(each)} lies below the min of ${told(min)}`)
    if (max !== null && each > max)
      faults.add(`${field}.${name}`, `of ${told(each)} lies above the max of ${told(max)}`)
  }
}

function checkSale({ sale, currency }: ItemOffer, { field, price, faults }: Against): void {
  if (sale === null) return
  const days = [
    ['from', faultOfDay(sale.from)],
    ['to', faultOfDay(sale.to)],
  ] as const
  for (const [name, why] of days) if (why !== null) faults.add(`${field}.sale.${name}`, why)
  if (days.every(([, why]) => why === null) && sale.to < sale.from)
    faults.add(`${field}.sale.to`, `must not lie before the sale begins, on ${sale.from}`)
  if (price !== null && sale.price >= price && sale.price > 0)
    faults.add(`${field}.sale.price`, `must be below the price of ${formatMoney({ minor: price, currency })}`)
}

function checkTiers({ business, currency }: ItemOffer, { field, faults }: Omit<Against, 'price'>): void {
  if (business === null) return
  const { price, tiers } = business
  faults.need(tiers.length <= MOST_TIERS, `${field}.business.tiers`, `may have at most ${MOST_TIERS} steps`)
  faults.need(price !== null || tiers.length === 0, `${field}.business.price`, 'must be there, where there are tiers')
  let before = { from: 1, price: price ?? Number.POSITIVE_INFINITY }
  tiers.forEach((tier, at) => {
    const place = `${field}.business.tiers[${at}]`
    const least = before.from + 1
    const from = isWhole(tier.from, least, MOST_UNITS)
    faults.need(from, `${place}.from`, `must be a whole number of units from ${least}: more than the step before`)
    if (tier.price > 0 && tier.price >= before.price)
      faults.add(
        `${place}.price`,
        `must be below ${formatMoney({ minor: before.price, currency })}, the price before it`,
      )
    before = { from: from ? tier.from : least, price: tier.price > 0 ? tier.price : before.price }
  })
}
