import { describe, expect, it } from 'vitest'
import type { ItemId, SellerSku } from '../ids.ts'
import {
  type ItemToMatch,
  type ListingToMatch,
  longBarcode,
  type MatchGround,
  matchListing,
  spellingsOf,
  wordsOf,
} from './match-listings.ts'

const item = (id: string, description = id, barcode: string | null = null): ItemToMatch => ({
  itemId: id as ItemId,
  description,
  barcode,
})
const listing = (change: Partial<Omit<ListingToMatch, 'sellerSku'>> & { sku?: string } = {}): ListingToMatch => ({
  sellerSku: (change.sku ?? 'AMZ-MUG') as SellerSku,
  barcode: change.barcode ?? null,
  title: change.title ?? '',
})
const ground = (items: readonly ItemToMatch[], change: Partial<MatchGround> = {}): MatchGround => ({
  mappings: new Map(),
  items: new Map(items.map((each) => [each.itemId, each])),
  barcodes: new Map(),
  similar: new Map(),
  ...change,
})
const proposed = (of: ListingToMatch, on: MatchGround) =>
  matchListing(of, on).map((each) => `${each.itemId} ${each.by} ${each.percent}`)

/** What is proposed by title alone of these items. */
const byTitle = (title: string, items: readonly ItemToMatch[]) =>
  proposed(listing({ title }), ground([], { similar: new Map([['AMZ-MUG' as SellerSku, items]]) }))

describe('a match of a listing', () => {
  it('[T4] a mapping is the merchant’s own word and stands alone', () => {
    const mappings = new Map([['MUG' as SellerSku, 'CUP' as ItemId]])
    expect(proposed(listing({ sku: 'MUG' }), ground([item('MUG'), item('CUP')], { mappings }))).toEqual([
      'CUP mapping 100',
    ])
  })

  it('[T4] an item id equal to the SKU comes before one with the same barcode, and that before a similar title', () => {
    const [own, coded, named] = [item('AMZ-MUG'), item('CUP', 'Cup', '4006381333931'), item('POT', 'Blue stone mug')]
    const sure = ground([own], {
      barcodes: new Map([[longBarcode('4006381333931'), [coded]]]),
      similar: new Map([['AMZ-MUG' as SellerSku, [named]]]),
    })
    expect(proposed(listing({ barcode: '4006381333931', title: 'Blue mug of stone, stone mug' }), sure)).toEqual([
      'AMZ-MUG item-id 100',
      'CUP barcode 100',
      'POT title 100',
    ])
  })

  it('[T4] the same barcode may be written as UPC, EAN, GTIN or ISBN', () => {
    expect(longBarcode('036000291452')).toBe(longBarcode('0036000291452'))
    expect(longBarcode('0306406152')).toBe('09780306406157')
    expect(spellingsOf('036000291452')).toEqual(['036000291452', '00036000291452', '0036000291452'])
    expect(spellingsOf('9780306406157')).toContain('0306406152')
    expect(spellingsOf('0306406152')).toContain('9780306406157')
    expect(spellingsOf('080442957X')).toContain('080442957X')
  })

  it.each([
    ['Harbor Goods Stoneware Mug, Blue', 'Stoneware mug, blue', ['A title 100']],
    ['Harbor Goods Stoneware Mug, Red', 'Stoneware mug, blue', ['A title 66']],
    ['Stoneware Lamp', 'Stoneware mug, blue', []],
    ['Becher grün', 'BECHER GRUN', ['A title 100']],
    ['Mug', 'Mug', []],
    ['青い湯のみ 大', '青い湯のみ', ['A title 100']],
    ['', 'Stoneware mug', []],
    ['Stoneware mug', '', []],
  ])('[T4] the title [%s] and the description [%s]: %j', (title, description, expected) => {
    expect(byTitle(title, [item('A', description)])).toEqual(expected)
  })

  it('[T4] at most three are proposed, the most similar first', () => {
    const items = ['blue mug', 'blue mug large', 'blue mug large stone', 'blue mug stone'].map((text, at) =>
      item(`I${at}`, text),
    )
    expect(byTitle('Blue mug, stone', items)).toEqual(['I3 title 100', 'I0 title 100', 'I2 title 75'])
  })

  it('[T4] words are told apart by what is no letter or digit', () => {
    expect([...wordsOf("Café-Crème 0,3 l (2 St.) 'Ñandú'")]).toEqual([
      'cafe',
      'creme',
      '0',
      '3',
      'l',
      '2',
      'st',
      'nandu',
    ])
  })
})
