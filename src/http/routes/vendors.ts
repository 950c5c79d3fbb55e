import { listOf, pageOf, saved } from '#contract/parts.ts'
import {
  allVendors,
  purgeAcknowledged,
  vendorNow,
  vendorOrder,
  vendorOrderParams,
  vendorPurge,
  vendorQuery,
  writeVendorNow,
  writeVendorOrder,
  writeVendorPurge,
} from '#contract/vendors.ts'
import type { Deps } from '#flows/deps.ts'
import { handToVendor, listForVendor } from '#flows/hand-to-vendor.ts'
import { readVendors } from '#flows/read-vendors.ts'
import { saveVendors } from '#flows/save-vendors.ts'
import { acknowledgeVendorPurge, listVendorPurges } from '#flows/vendor-purges.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { type Caller, callerOf, nameOf } from '../guard.ts'
import { checkedValue, goodValue } from '../refusal.ts'
import { inItsVersion } from '../versions.ts'

const TAG = 'Vendors'

/** Vendors that run distribution centers, as the merchant sees them; and their own door (U5). */
export function vendorRoutes(api: Api, deps: Deps): void {
  const list = about('settings:read', ['listVendors', TAG, 'Vendors, and what each is given now'], listOf(vendorNow))
  api.get('/vendors', list, async (request) => ({
    rows: (await readVendors(deps, callerOf(request).merchant)).map(writeVendorNow),
  }))

  const put = about('settings:write', ['saveVendors', TAG, 'Replaces the list of vendors'], saved)
  api.put('/vendors', { ...put, schema: { ...put.schema, body: allVendors } }, async (request) => {
    const caller = callerOf(request)
    const entered = { entered: request.body.vendors, who: nameOf(caller) }
    return { saved: checkedValue(await saveVendors(inItsVersion(deps, request), caller.merchant, entered)).length }
  })
  orderRoutes(api, deps)
  purgeRoutes(api, deps)
}

/** A vendor comes with a key of its own; a person is none. */
const keyIdOf = ({ by }: Caller): string => (by.kind === 'key' ? by.keyId : '')

function orderRoutes(api: Api, deps: Deps): void {
  const list = about(
    'vendor:orders',
    ['listVendorOrders', TAG, "Orders that wait in this vendor's centers; without addresses"],
    pageOf(vendorOrder),
  )
  api.get('/vendor-orders', { ...list, schema: { ...list.schema, querystring: vendorQuery } }, async (request) => {
    const caller = callerOf(request)
    const { after, limit } = request.query
    const page = { keyId: keyIdOf(caller), after: readCursor(after, ['number'])?.[0] ?? 0, limit }
    const rows = goodValue(await listForVendor(deps, caller.merchant, page))
    return pageReply(rows, { limit, write: ({ order }) => writeVendorOrder(order), keyOf: ({ key }) => [key] })
  })

  const get = about(
    'vendor:orders',
    ['getVendorOrder', TAG, 'One order with its address, where this vendor may know it; it stands in the audit'],
    vendorOrder,
  )
  const getOptions = { ...get, schema: { ...get.schema, params: vendorOrderParams } }
  api.get('/vendor-orders/:orderNumber', getOptions, async (request) => {
    const caller = callerOf(request)
    const wanted = { keyId: keyIdOf(caller), orderId: Number(request.params.orderNumber) }
    return writeVendorOrder(goodValue(await handToVendor(deps, caller.merchant, wanted)))
  })
}

function purgeRoutes(api: Api, deps: Deps): void {
  const list = about(
    'vendor:orders',
    ['listVendorPurges', TAG, 'Addresses that this vendor must erase'],
    pageOf(vendorPurge),
  )
  api.get('/vendor-purges', { ...list, schema: { ...list.schema, querystring: vendorQuery } }, async (request) => {
    const caller = callerOf(request)
    const { after, limit } = request.query
    const page = { keyId: keyIdOf(caller), after: readCursor(after, ['number'])?.[0] ?? 0, limit }
    const rows = goodValue(await listVendorPurges(deps, caller.merchant, page))
    return pageReply(rows, { limit, write: writeVendorPurge, keyOf: ({ orderId }) => [orderId] })
  })

  const words = ['acknowledgeVendorPurge', TAG, 'This vendor erased the address of an order'] as const
  const post = about('vendor:orders', words, purgeAcknowledged)
  const postOptions = { ...post, schema: { ...post.schema, params: vendorOrderParams } }
  api.post('/vendor-purges/:orderNumber/acknowledge', postOptions, async (request) => {
    const caller = callerOf(request)
    const said = { keyId: keyIdOf(caller), orderId: Number(request.params.orderNumber) }
    goodValue(await acknowledgeVendorPurge(deps, caller.merchant, said))
    return { acknowledged: true as const }
  })
}
