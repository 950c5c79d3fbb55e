import { expect, test } from 'vitest'
import type { SellerSku } from '#core/ids.ts'
import { makeListed } from '../make/listed.ts'

const PLACE = { id: 'ATVPDKIKX0DER', currency: 'USD' }

/** Five listed SKUs, each of which finds its item in another way, and what a look loads of them. */
async function look() {
  const seller = await makeListed({ skus: ['OWN', 'MAPPED', 'LINKED', 'KIT', 'NOBODY'], onHand: 7 })
  await seller.database.ownerPool().query(`
    insert into millrace.items (merchant_id, item_id, description, price, grams, tracks_stock, kit)
      values ('${seller.merchant}', 'PART', 'Part', 100, 10, true, null), ('${seller.merchant}', 'OTHER', 'Other', 900, 10, true, null);
    insert into millrace.stock (merchant_id, item_id, center_code, on_hand, allocated, restock_on)
      values ('${seller.merchant}', 'PART', 'RENO', 40, 0, '2026-12-24'), ('${seller.merchant}', 'OTHER', 'PORTLAND', 5, 0, '2026-12-20'),
        ('${seller.merchant}', 'OTHER', 'RENO', 6, 0, '2026-12-10');
    insert into millrace.sku_mappings (merchant_id, seller_sku, item_id, ratio_amazon, ratio_ours) values ('${seller.merchant}', 'MAPPED', 'OTHER', 1, 2);
    update millrace.items set kit = '[{"itemId": "PART", "quantity": 2}]' where item_id = 'KIT';
    delete from millrace.items where item_id in ('LINKED', 'NOBODY');
    update millrace.listings set item_id = 'OTHER' where seller_sku in ('LINKED', 'OWN');
    insert into millrace.item_offers (merchant_id, item_id, marketplace_id, currency, price, min_price) values ('${seller.merchant}', 'OTHER', '${PLACE.id}', 'USD', 850, 800);
    insert into millrace.amazon_tabs (merchant_id, item_id, marketplace_id, product_type, updated_at) values ('${seller.merchant}', 'KIT', '${PLACE.id}', 'KITCHEN', to_timestamp(0))`)
  const skus = ['KIT', 'LINKED', 'MAPPED', 'NOBODY', 'OWN'] as SellerSku[]
  const request = { connection: seller.connection, skus, places: [PLACE], currency: 'USD' }
  return seller.store((store) => store.skuPictures(request))
}

test('[O11][T4] a SKU is its mapping, else the item of that name, else the link of its listing, else nothing', async () => {
  const { skus } = await look()
  expect(skus.map(({ sellerSku, picture }) => [sellerSku, picture.item?.id ?? null, picture.ratio.ours])).toEqual([
    ['KIT', 'KIT', 1],
    ['LINKED', 'OTHER', 1],
    ['MAPPED', 'OTHER', 2],
    ['NOBODY', null, 1],
    ['OWN', 'OWN', 1],
  ])
})

test('[I2][I6] with them come stock of every center, components of kits, the earliest day of more, tabs and offers', async () => {
  const loaded = await look()
  const level = (item: string, center: string) => loaded.level(item as never, center as never)
  expect(level('PART', 'RENO')).toMatchObject({ onHand: 40, allocated: 0 })
  expect(level('PART', 'PORTLAND')).toBeNull()
  expect(level('OTHER', 'RENO')).toMatchObject({ onHand: 6, allocated: 0 })
  expect(loaded.items.get('PART' as never)?.tracksStock).toBe(true)
  const [kit, linked] = loaded.skus
  expect(kit?.picture).toMatchObject({ tabProductType: 'KITCHEN', restockOn: null })
  expect(linked?.picture).toMatchObject({ tabProductType: null, restockOn: '2026-12-10' })
  expect(linked?.terms.get(PLACE.id)).toMatchObject({ price: 850, min: 800 })
  expect(loaded.skus[3]).toMatchObject({ terms: new Map(), stockField: null })
})
