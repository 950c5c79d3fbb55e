import { expect, test } from 'vitest'
import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId, SellerSku } from '../ids.ts'
import { desiredStock, type SayingOptions, type SkuPicture } from './desired-stock.ts'
import type { Listing } from './listing.ts'

const MUG: Item = { id: 'MUG' as ItemId, description: 'A mug', price: 1250, grams: 350, tracksStock: true, kit: null }
const listing = (change: Partial<Listing> = {}): Listing => ({
  sellerSku: 'MUG-BLUE' as SellerSku,
  marketplaceId: 'ATVPDKIKX0DER',
  itemId: MUG.id,
  productType: 'KITCHEN',
  channel: 'DEFAULT',
  active: true,
  quantity: 3,
  leadDays: null,
  price: 1250,
  currency: 'USD',
  offerRead: true,
  pricingRule: false,
  automatedHandling: false,
  ...change,
})
const sku = (change: Partial<SkuPicture> = {}): SkuPicture => ({
  listings: [listing()],
  item: MUG,
  ratio: { amazon: 1, ours: 1 },
  leadTimeMinutes: null,
  restockOn: null,
  tabProductType: null,
  ...change,
})
const options: SayingOptions = { defaultLeadTimeMinutes: null, unconfiguredProductType: null }
const stock = {
  centers: [{ code: 'EAST' as CenterCode, buffer: 2 }],
  items: new Map([[MUG.id, MUG]]),
  level: () => ({ onHand: 9, allocated: 1 }),
  untracked: 1000,
}
const said = (picture: SkuPicture, change: { complete?: boolean; options?: Partial<SayingOptions> } = {}) =>
  desiredStock(picture, { options: { ...options, ...change.options }, stock, complete: change.complete ?? false })

test('[I1] an item linked to a live listing, or with a product type in its Amazon tab, is sent; a SKU mapping alone is not', () => {
  const value = { quantity: 6, leadDays: null, restockOn: null }
  expect(said(sku())).toEqual({ say: value, productType: 'KITCHEN' })
  const unlinked = [listing({ itemId: null, productType: null })]
  expect(said(sku({ listings: unlinked }))).toEqual({ silent: 'not-configured' })
  expect(said(sku({ listings: unlinked, tabProductType: 'HOME' }))).toEqual({ say: value, productType: 'HOME' })
})

test('[I6] complete files carry unconfigured items too, under the chosen product type, and only for SKUs that Amazon lists', () => {
  const unlinked = [listing({ itemId: null, productType: null })]
  const chosen = { options: { unconfiguredProductType: 'LUGGAGE' } }
  expect(said(sku({ listings: unlinked }), { ...chosen, complete: true })).toMatchObject({ productType: 'LUGGAGE' })
  expect(said(sku({ listings: unlinked }), chosen)).toEqual({ silent: 'not-configured' })
  expect(said(sku({ listings: unlinked }), { complete: true })).toEqual({ silent: 'not-configured' })
  expect(said(sku({ listings: [] }), { ...chosen, complete: true })).toEqual({ silent: 'not-listed' })
})

test('[I9] a SKU whose live channel is not DEFAULT, or was never read, never gets a quantity, whatever is set', () => {
  for (const complete of [false, true])
    for (const tabProductType of [null, 'HOME']) {
      const ask = (listings: readonly Listing[]) =>
        said(sku({ listings, tabProductType }), { complete, options: { unconfiguredProductType: 'HOME' } })
      expect(ask([listing({ channel: 'AMAZON_NA' })])).toEqual({ silent: 'fulfilled-by-amazon' })
      expect(ask([listing({ channel: null })])).toEqual({ silent: 'channel-unread' })
      // Stock is one for all marketplaces: one where Amazon ships it stops all.
      expect(ask([listing(), listing({ marketplaceId: 'A2EUQ1WTGCTBG2', channel: 'AMAZON_NA' })])).toEqual({
        silent: 'fulfilled-by-amazon',
      })
    }
})

test('[T3][I9] a SKU of which a template said that Amazon keeps its stock never gets a quantity, whatever its live channel is', () => {
  for (const complete of [false, true])
    expect(said(sku({ stockByAmazon: true }), { complete })).toEqual({ silent: 'fulfilled-by-amazon' })
})

test('[I5] the lead time goes along in days; none where Amazon sets the handling time itself', () => {
  const slow = { options: { defaultLeadTimeMinutes: 2000 } }
  expect(said(sku(), slow)).toMatchObject({ say: { leadDays: 2 } })
  expect(said(sku({ leadTimeMinutes: 100 }), slow)).toMatchObject({ say: { leadDays: 1 } })
  expect(said(sku({ listings: [listing({ automatedHandling: true })] }), slow)).toMatchObject({
    say: { leadDays: null },
  })
})

test('[O11] a SKU without an item says nothing', () => {
  expect(said(sku({ item: null }), { complete: true })).toEqual({ silent: 'no-item' })
})
