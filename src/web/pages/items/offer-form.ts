import type { ItemId } from '#core/ids.ts'
import { checkOffers } from '#core/inventory/check-offers.ts'
import type { EnteredOffer } from '#core/inventory/item-offer.ts'
import { parseMoney } from '#core/money.ts'
import type { components } from '../../generated/api.ts'
import type { FieldFaults } from '../../parts/use-section.ts'
import { faultsOf, numberOf } from '../amazon/form.ts'
import type { Item } from './item-api.ts'
import type { Place } from './use-places.ts'

type Offer = components['schemas']['ItemOffer']
type Tier = { readonly from: string; readonly price: string }

/** An offer as it is typed; `place` '': in every marketplace of the merchant's currency. */
export type OfferForm = {
  readonly place: string
  readonly price: string
  readonly min: string
  readonly max: string
  readonly salePrice: string
  readonly saleFrom: string
  readonly saleTo: string
  readonly businessPrice: string
  readonly tiers: readonly Tier[]
}
/** All offers of an item. */
export type OffersForm = { readonly offers: readonly OfferForm[] }

/** An offer that says nothing yet. */
export const emptyOffer = (place: string): OfferForm => ({
  ...{ place, price: '', min: '', max: '', salePrice: '', saleFrom: '', saleTo: '', businessPrice: '' },
  tiers: [],
})

/** An offer of the server as it is typed. */
export const toOffer = (offer: Offer): OfferForm => ({
  place: offer.marketplaceId ?? '',
  price: offer.price?.amount ?? '',
  min: offer.min?.amount ?? '',
  max: offer.max?.amount ?? '',
  salePrice: offer.sale?.price.amount ?? '',
  saleFrom: offer.sale?.from ?? '',
  saleTo: offer.sale?.to ?? '',
  businessPrice: offer.business?.price?.amount ?? '',
  tiers: (offer.business?.tiers ?? []).map(({ from, price }) => ({ from: String(from), price: price.amount })),
})

type Where = { readonly places: readonly Place[]; readonly currency: string }

/** In which currency an offer is. */
export const currencyOf = (place: string, { places, currency }: Where): string =>
  places.find(({ marketplaceId }) => marketplaceId === place)?.currency ?? currency

/** What is typed, as it is saved. */
export function fromOffer(form: OfferForm, where: Where) {
  const currency = currencyOf(form.place, where)
  const money = (text: string) => (text.trim() === '' ? null : { amount: text.trim(), currency })
  const hasSale = [form.salePrice, form.saleFrom, form.saleTo].some((text) => text.trim() !== '')
  const hasBusiness = form.businessPrice.trim() !== '' || form.tiers.length > 0
  return {
    marketplaceId: form.place === '' ? null : form.place,
    price: money(form.price),
    min: money(form.min),
    max: money(form.max),
    sale: hasSale
      ? { price: money(form.salePrice) ?? { amount: '', currency }, from: form.saleFrom, to: form.saleTo }
      : null,
    business: hasBusiness
      ? {
          price: money(form.businessPrice),
          tiers: form.tiers.map(({ from, price }) => ({
            from: numberOf(from),
            price: money(price) ?? { amount: '', currency },
          })),
        }
      : null,
  }
}

/** The server's own rules (I4), by field: `offers[0].price`. */
export function faultsOfOffers({ offers }: OffersForm, item: Item, where: Where): FieldFaults {
  const price = item.price && parseMoney(item.price.amount, item.price.currency)
  const entered = offers.map((each) => ({ ...fromOffer(each, where), itemId: item.id as ItemId })) as EnteredOffer[]
  const checked = checkOffers(entered, {
    items: new Map([[item.id as ItemId, { price: price?.ok ? price.value.minor : null }]]),
    currency: where.currency,
    marketplaces: new Map(where.places.map((each) => [each.marketplaceId, each.currency])),
    stored: [],
  })
  return Object.fromEntries(
    Object.entries(faultsOf(checked)).map(([field, why]) => [field.replace(/\.(amount|currency)$/, ''), why]),
  )
}
