import { expect } from 'vitest'
import type { SellerSku } from '#core/ids.ts'
import { askAudit } from '#flows/audit-listings.ts'
import { MINUTE, makeSeller, type SellerOptions } from './seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>
/** The marketplace of the sample merchant. */
export const US = 'ATVPDKIKX0DER'

/** A seller whose listings were audited once, as it happens after connecting. */
export async function makeAudited(options: SellerOptions = {}) {
  const seller = await makeSeller({ ...options, audited: true })
  seller.control.setListings({ lagMs: 0, priceLagMs: 0 })
  seller.control.setReports({ listingsCacheMs: 0 })
  await audit(seller, false)
  return seller
}

/** Has an audit made, and lets Amazon make its report. */
export async function audit(seller: Seller, ask = true) {
  const { deps, merchant, connection } = seller
  if (ask) await askAudit(deps, merchant, { connection, who: 'a test' })
  await seller.run()
  await seller.pass(4 * MINUTE)
  return lastAudit(seller)
}

/** The newest audit. */
export async function lastAudit(seller: Seller) {
  const [last] = await seller.store((s) => s.listAudits({ connection: seller.connection, before: null, limit: 1 }))
  if (!last) throw new Error('There was no audit.')
  return last
}

/** What the last audit found to differ, but for SKUs without an item. */
export const driftOf = async (seller: Seller) => {
  const { auditId } = await lastAudit(seller)
  const rows = await seller.store((s) => s.listDrift({ auditId, what: null, after: null, limit: 200 }))
  return rows.filter(({ what }) => what !== 'unknown').map((row) => `${row.sellerSku} ${row.what}`)
}
/** One listing as it is kept. */
export const listingOf = async (seller: Seller, sku: string) => {
  const rows = await seller.store((s) =>
    s.listListings({ connection: seller.connection, linked: null, search: sku, after: null, limit: 50 }),
  )
  return rows.find(({ sellerSku }) => sellerSku === sku)
}
/** The fields of a SKU and how far they are. */
export const fieldOf = async (seller: Seller, sku: string) => {
  const page = { connection: seller.connection, state: null, sku: sku as SellerSku, after: null, limit: 9 }
  return (await seller.store((s) => s.listFields(page))).map(({ field, state }) => `${field} ${state}`)
}
/** How many changes of listings went up by call. */
export const patches = (seller: Seller) =>
  seller.control.requests().filter(({ operation }) => operation === 'patchListingsItem').length

/** Links the mug and switches the sending of stock on; what differs goes up and is seen there. */
export async function sendMug(seller: Seller) {
  await seller.database.ownerPool().query(`update millrace.connections set sending_stock = true;
    update millrace.listings set item_id = 'MUG-BLUE' where seller_sku = 'MUG-BLUE'`)
  await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.wake('listings', seller.connection))
  await seller.run()
  await seller.pass(20 * MINUTE)
  expect(await fieldOf(seller, 'MUG-BLUE')).toEqual(['stock confirmed'])
}
