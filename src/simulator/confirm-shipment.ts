import { takeFault } from './faults.ts'
import { readConfirmation } from './read-confirmation.ts'
import { isReply } from './search-parameters.ts'
import { ownOrder, shipPackage } from './ship-package.ts'
import type { Visit } from './visit.ts'
import { invalidInput, problem, type Reply } from './wire.ts'

/** POST /orders/v0/orders/{orderId}/shipmentConfirmation: one package, or an edit of one. */
export function confirmShipment(visit: Visit): Reply {
  const { world, sellerId } = visit
  const read = readConfirmation(visit.call)
  if (isReply(read)) return read
  const { marketplaceId, shipment } = read
  const order = ownOrder(world, sellerId, shipment.orderId)
  if (!order)
    return problem(404, { code: 'NotFound', message: 'The requested order was not found.', details: shipment.orderId })
  if (order.salesChannel.marketplaceId !== marketplaceId)
    return invalidInput(`The order ${shipment.orderId} is not one of marketplace ${marketplaceId}.`, 'marketplaceId')
  if (takeFault(world, visit, ['invalid-package-version']))
    return invalidInput('InvalidPackageVersion: the version of the package is not the current one.')
  const taken = shipPackage(world, { sellerId, operation: 'confirmShipment' }, shipment)
  return 'text' in taken ? invalidInput(taken.text) : { status: 204, body: undefined }
}
