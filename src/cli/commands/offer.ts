import { type Command, InvalidArgumentError } from 'commander'
import { writeOffer } from '#contract/offers.ts'
import type { ItemId } from '#core/ids.ts'
import type { EnteredOffer, ItemOffer } from '#core/inventory/item-offer.ts'
import { formatMoney } from '#core/money.ts'
import { removeOffers, saveOffer, soldIn } from '#flows/save-offers.ts'
import { readPrice } from '../arguments.ts'
import { aboutMerchant, atDesk, checkedEntry, checkedValue, type Desk, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

/** The options as the checks name their fields. */
const TYPED = {
  itemId: 'the item',
  marketplaceId: '--marketplace',
  'price.amount': '--price',
  'price.currency': '--price',
  price: '--price',
  min: '--min',
  max: '--max',
  'sale.price': '--sale-price',
  'sale.price.amount': '--sale-price',
  'sale.price.currency': '--sale-price',
  'sale.from': '--sale-from',
  'sale.to': '--sale-to',
  'business.price': '--business-price',
  'business.price.amount': '--business-price',
  'business.price.currency': '--business-price',
  business: '--tier',
}

type Price = ReturnType<typeof readPrice>
type Tier = { readonly from: number; readonly price: Price }
type Entered = MerchantOptions & {
  readonly marketplace?: string
  readonly price?: Price
  readonly min?: Price
  readonly max?: Price
  readonly salePrice?: Price
  readonly saleFrom?: string
  readonly saleTo?: string
  readonly businessPrice?: Price
  readonly tier?: readonly Tier[]
}

/** Adds `offer`: what items are offered for at Amazon, beyond their own price (I4). */
export function offerCommand(program: Command): void {
  const noun = program
    .command('offer')
    .description('prices at Amazon: limits, sales, business prices: set, list, remove')
  addSet(noun)
  aboutMerchant(noun.command('list').description('all offers, or those of one item'))
    .option('--item <id>', 'only this item')
    .action((options: MerchantOptions & { item?: string }) =>
      atDesk(options, async ({ store }) => {
        const of = options.item as ItemId | undefined
        const offers = await store((tx) =>
          of === undefined ? tx.listOffers({ after: null, limit: 10_000_000 }) : tx.findOffers([of]),
        )
        const whose = of === undefined ? 'There are no offers: every item' : `${of} has no offer: it`
        const none = `${whose} goes at its own price. ./millrace offer set --help`
        const lines = offers.length === 0 ? [none] : [...tableOf(offers), '', count(offers.length, 'offer')]
        print(options, { json: { offers: offers.map(writeOffer) }, lines })
      }),
    )
  aboutMerchant(noun.command('remove <item>').description('remove the offers of an item: it goes at its own price'))
    .option('--marketplace <place>', 'only the one in this marketplace (US, or its id), or general')
    .action((item: string, options: MerchantOptions & { marketplace?: string }) =>
      atDesk(options, async (desk) => {
        const { marketplace } = options
        const marketplaceId =
          marketplace === undefined || marketplace === 'general'
            ? marketplace && null
            : await marketplaceOf(desk, marketplace)
        const gone = { itemId: item as ItemId, marketplaceId }
        const left = checkedValue(await removeOffers(desk.deps, desk.merchant.id, gone))
        print(options, {
          json: { offers: left.map(writeOffer) },
          lines: [`${item}: ${count(left.length, 'offer')} left.`],
        })
      }),
    )
}

function addSet(noun: Command): void {
  aboutMerchant(noun.command('set <item>').description('create or replace one offer of an item'))
    .option('--marketplace <place>', 'only there (US, or its id), in its currency; without it wherever yours is paid')
    .option('--price <amount>', "without it the item's own price", readPrice)
    .option('--min <amount>', 'the lowest price that Amazon may show', readPrice)
    .option('--max <amount>', 'the highest', readPrice)
    .option('--sale-price <amount>', 'the price of a sale', readPrice)
    .option('--sale-from <day>', 'its first day, YYYY-MM-DD')
    .option('--sale-to <day>', 'its last day')
    .option('--business-price <amount>', 'what a business buyer pays for one', readPrice)
    .option('--tier <from=amount>', 'and from so many on, such as 5=10.50; up to five times', readTier)
    .action((item: string, options: Entered) =>
      atDesk(options, async (desk) => {
        const offer = await offerOf(item, options, desk)
        const offers = checkedEntry(await saveOffer(desk.deps, desk.merchant.id, offer), TYPED)
        print(options, { json: { offers: offers.map(writeOffer) }, lines: tableOf(offers) })
      }),
    )
}

async function offerOf(item: string, options: Entered, desk: Desk): Promise<EnteredOffer> {
  const { marketplace, salePrice, saleFrom, saleTo, businessPrice, tier = [] } = options
  const { currency: own, marketplaces } = await desk.store(soldIn)
  const marketplaceId = marketplace === undefined ? null : await marketplaceOf(desk, marketplace)
  const currency = (marketplaceId === null ? own : marketplaces.get(marketplaceId)) ?? own
  const amount = (price: Price | undefined) => price?.(currency) ?? null
  const [price, from, to] = [amount(salePrice), saleFrom, saleTo]
  const parts = [price, from, to].filter((each) => each !== null && each !== undefined).length
  if (parts !== 0 && parts !== 3)
    throw new CliRefusal('A sale has a price and two days: --sale-price, --sale-from and --sale-to.', 2)
  const business = {
    price: amount(businessPrice),
    tiers: tier.map((each) => ({ ...each, price: each.price(currency) })),
  }
  return {
    itemId: item as ItemId,
    marketplaceId,
    price: amount(options.price),
    min: amount(options.min),
    max: amount(options.max),
    sale: price && from && to ? { price, from, to } : null,
    business: business.price === null && business.tiers.length === 0 ? null : business,
  }
}

/** A marketplace of the merchant by its country or its id. */
async function marketplaceOf({ store }: Desk, named: string): Promise<string> {
  const places = (await store((tx) => tx.listConnections())).flatMap(({ marketplaces }) => marketplaces)
  const found = places.find(({ id, country }) => id === named || country === named.toUpperCase())
  if (found) return found.id
  const there = places.map(({ country }) => country).join(', ') || 'none yet: ./millrace connect'
  throw new CliRefusal(`You do not sell in [${named}]. Your marketplaces: ${there}.`)
}

function readTier(text: string, before: readonly Tier[] = []): readonly Tier[] {
  const match = /^(\d{1,7})=(.+)$/.exec(text)
  if (!match) throw new InvalidArgumentError('It must be FROM=AMOUNT, such as 5=10.50.')
  return [...before, { from: Number(match[1]), price: readPrice(match[2] ?? '') }]
}

const tableOf = (offers: readonly ItemOffer[]): string[] =>
  table(
    ['Item', 'Marketplace', 'Price', 'Min', 'Max', 'Sale', 'Business'],
    offers.map((offer) => {
      const told = (minor: number | null) => (minor === null ? '' : formatMoney({ minor, currency: offer.currency }))
      const { sale, business } = offer
      const tiers = (business?.tiers ?? []).map(({ from, price }) => `${from}+ ${told(price)}`)
      return [
        ...[offer.itemId, offer.marketplaceId ?? 'general', told(offer.price) || "the item's own"],
        ...[told(offer.min), told(offer.max), sale && `${told(sale.price)} ${sale.from} to ${sale.to}`],
        [told(business?.price ?? null), ...tiers].filter(Boolean).join(', '),
      ]
    }),
  )
