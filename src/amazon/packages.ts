import type { PackageAtAmazon } from '#core/shipments/package.ts'
import * as read from './read-wire.ts'

/** The packages that Amazon shows in an order; null where the block is absent. One that cannot be read is left out: it must not hold the order (S4). */
export function packagesOf(root: read.Block): readonly PackageAtAmazon[] | null {
  const { packages } = root.fields
  if (!Array.isArray(packages)) return null
  return packages.flatMap((one: unknown): PackageAtAmazon[] => {
    if (!read.isObject(one)) return []
    // A reading of its own: what is odd in a package is no trouble of the order.
    const block = read.readFrom(one)
    const status = read.block(block, 'packageStatus')
    const shown: PackageAtAmazon = {
      number: read.requiredText(block, 'packageReferenceId'),
      carrier: read.text(block, 'carrier') || null,
      tracking: read.text(block, 'trackingNumber') || null,
      status: status && (read.text(status, 'status') || null),
      items: read.blocks(block, 'packageItems').map((item) => ({
        line: read.requiredText(item, 'orderItemId'),
        quantity: read.requiredCount(item, 'quantity'),
      })),
    }
    return block.reading.trouble === null ? [shown] : []
  })
}
