import type { z } from 'zod'
import { orderDetail } from '#contract/orders.ts'
import { packedItem, writePackedItem } from '#contract/packed-items.ts'
import { pageOf, pageQuery } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import { readShipmentFile as readFileReply, shipmentFileBody, writePackageOfFile } from '#contract/shipment-file.ts'
import { correctionBody, packageParams, shipmentsBody, shipmentsReply, writePackage } from '#contract/shipments.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import { type CarrierMap, carrierMap } from '#core/shipments/carrier-codes.ts'
import { correctPackage } from '#flows/correct-package.ts'
import type { Deps } from '#flows/deps.ts'
import { enterShipments, type ShipmentResult } from '#flows/enter-shipments.ts'
import { readShipmentFile } from '#flows/read-shipment-file.ts'
import { voidPackage } from '#flows/void-package.ts'
import { type Api, about, BULK_BYTES } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'
import { replyWithOrder } from './orders.ts'

/** Packages that left: entered up to 100 at once with a result each, corrected, voided (S1, S2). */
export function shipmentRoutes(api: Api, deps: Deps): void {
  const enter = about(
    'shipments:write',
    ['enterShipments', 'Shipments', 'Enters packages that left, each by itself, with a result each'],
    shipmentsReply,
  )
  api.post('/shipments', { ...enter, schema: { ...enter.schema, body: shipmentsBody } }, async (request) => {
    const caller = callerOf(request)
    const { shipments, keepBack } = request.body
    const said = { entries: shipments, who: nameOf(caller), keptBack: keepBack * 1000 }
    const results = await enterShipments(deps, caller.merchant, said)
    const carriers = await deps.transaction(caller.merchant, 'app', (tx) => tx.store.listCarriers())
    return { results: results.map((each) => writeResult(each, carrierMap(carriers))) }
  })

  listRoute(api, deps)
  fileRoute(api, deps)
  changeRoutes(api, deps)
}

function listRoute(api: Api, deps: Deps): void {
  const list = about(
    'orders:read',
    ['listShipments', 'Shipments', 'What lies in packages, line by line, those of the newest order first'],
    pageOf(packedItem),
  )
  api.get('/shipments', { ...list, schema: { ...list.schema, querystring: pageQuery } }, async (request) => {
    const { after, limit } = request.query
    const key = readCursor(after, ['number', 'number', 'string'])
    return deps.transaction(callerOf(request).merchant, 'app', async ({ store }) => {
      const { timeZone } = await store.merchantFacts()
      const rows = await store.listPackedItems({ after: key, limit })
      return pageReply(rows, {
        limit,
        write: (row) => writePackedItem(row, (at) => dayOf(at, timeZone)),
        keyOf: (row) => [row.orderId, row.number, row.line],
      })
    })
  })
}

function fileRoute(api: Api, deps: Deps): void {
  const read = about(
    'shipments:write',
    [
      'readShipmentFile',
      'Shipments',
      "Reads a file of packages, such as a carrier's program writes, and says what entering each would do; nothing is entered",
    ],
    readFileReply,
  )
  const options = { ...read, bodyLimit: BULK_BYTES, schema: { ...read.schema, body: shipmentFileBody } }
  api.post('/shipments/file', options, async (request) => {
    const caller = callerOf(request)
    const said = { bytes: Buffer.from(request.body.file, 'base64'), who: nameOf(caller) }
    const { packages, unread } = goodValue(await readShipmentFile(deps, caller.merchant, said))
    return { packages: packages.map(writePackageOfFile), unread: [...unread] }
  })
}

function changeRoutes(api: Api, deps: Deps): void {
  const correct = about(
    'shipments:write',
    ['correctPackage', 'Shipments', 'Corrects carrier, service, tracking or ship date; Amazon is told again'],
    orderDetail,
  )
  const correctOptions = { ...correct, schema: { ...correct.schema, params: packageParams, body: correctionBody } }
  api.patch('/orders/:order/packages/:number', correctOptions, async (request) => {
    const caller = callerOf(request)
    const named = { ...request.params, correction: request.body, who: nameOf(caller) }
    const { orderId } = goodValue(await correctPackage(deps, caller.merchant, named))
    return replyWithOrder(deps, caller.merchant, orderId)
  })

  const remove = about(
    'shipments:write',
    ['voidPackage', 'Shipments', 'Takes back a package while Amazon cannot have heard of it; its stock comes back'],
    orderDetail,
  )
  const removeOptions = { ...remove, schema: { ...remove.schema, params: packageParams } }
  api.delete('/orders/:order/packages/:number', removeOptions, async (request) => {
    const caller = callerOf(request)
    const named = { ...request.params, who: nameOf(caller) }
    const { orderId } = goodValue(await voidPackage(deps, caller.merchant, named))
    return replyWithOrder(deps, caller.merchant, orderId)
  })
}

type Written = z.output<typeof shipmentsReply>['results'][number]

function writeResult(result: ShipmentResult, carriers: CarrierMap): Written {
  if (result.outcome === 'refused') {
    const none = { orderNumber: null, amazonOrderId: null, package: null, trackingCleaned: false }
    return { outcome: 'refused', ...none, problem: writeProblem(result.problem) }
  }
  return {
    outcome: result.outcome,
    orderNumber: result.orderId,
    amazonOrderId: result.amazonOrderId,
    package: writePackage(result.package, carriers),
    trackingCleaned: result.cleaned,
    problem: null,
  }
}
