import { createHash } from 'node:crypto'
import type { NotedMerchantAct } from '#core/audit/acts.ts'
import type { Scope } from '#core/permissions.ts'
import { STANDARD_LAYOUT } from '#core/pii/file-layout.ts'
import type { Viewer } from '#core/pii/grant.ts'
import { MINUTE, makeSeller } from './seller.ts'
import type { Seller } from './seller-views.ts'

/** What differs from a person who may do everything. */
export type Change = Partial<Extract<Viewer, { kind: 'user' }>>

/** A person who may do everything with buyer data and just showed the second factor. */
export const viewer = (seller: Seller, change: Change = {}): Viewer => ({
  kind: 'user',
  userId: 'U00000000000000a1',
  email: 'packer@example.com',
  sessionId: 'session-1',
  secondFactorAt: seller.deps.now(),
  scopes: ['orders:read', 'shipments:write', 'pii:reveal', 'pii:print', 'pii:export'] satisfies Scope[],
  ...change,
})

/** The acts of people in a merchant's audit, the oldest first: everything but what machines opened. */
export async function actsOf(seller: Seller) {
  const rows = await seller.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.list({ after: 0, limit: 1000 }))
  return rows.flatMap((row) => ('who' in row ? [row as NotedMerchantAct & { readonly seq: number }] : []))
}

/** The file as it is without a layout of the merchant's own. */
export const LAYOUT = { ...STANDARD_LAYOUT, name: null }

/** How it ended: `ok`, or the code of the problem. */
export const endOf = (result: { ok: true } | { ok: false; problem: { code: string } }) =>
  result.ok ? 'ok' : result.problem.code

/** What is kept of a word. */
export const hashOf = (word: string) => createHash('sha256').update(word).digest()

/** An invented buyer. */
export const BUYER = {
  buyer: {
    name: 'Quentina Zebrafield',
    email: 'zq77@marketplace.amazon.example',
    companyName: 'Zebrafield Trading',
    purchaseOrderNumber: 'PO-ZQ-1',
  },
  deliveryInstruction: 'Behind the violet gnome',
  address: {
    name: 'Quentina Zebrafield',
    addressLine1: '77 Xylophone Crescent',
    addressLine2: 'Flat 9',
    city: 'Sampleton',
    stateOrRegion: 'NY',
    postalCode: '02207',
    countryCode: 'US',
    phone: '555-0177',
  },
} as const
/** A line that says all a buyer can say. */
export const GIFT_LINE = {
  sku: 'MUG-BLUE',
  gift: { message: 'Happy birthday' },
  customizedUrl: 'https://example.com/zq.zip',
}

/** A seller with some imported orders of that buyer. */
export async function withOrders(count = 1, lines: readonly object[] = [GIFT_LINE]) {
  const seller = await makeSeller()
  const ids = Array.from({ length: count }, () =>
    seller.control.placeOrder({ ...BUYER, lines } as Parameters<Seller['control']['placeOrder']>[0]),
  )
  await seller.pass(10 * MINUTE)
  const orders = await Promise.all(ids.map(async (id) => (await seller.store((s) => s.findOrder(id)))?.orderId ?? 0))
  return { seller, ids, orders }
}
