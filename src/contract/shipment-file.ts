import { z } from 'zod'
import type { PackageOfFile } from '#core/shipments/package-of-file.ts'
import { toldProblem, writeProblem } from './problem.ts'
import { shipment } from './shipments.ts'

/** A file of packages, as a carrier's program wrote it. */
export const shipmentFileBody = z
  .strictObject({
    file: z.base64().describe('The file as it is, in base64: columns with commas, semicolons, tabs or bars between.'),
  })
  .meta({ id: 'ReadShipmentFile' })

const packageOfFile = z
  .object({
    lines: z.array(z.int()).describe('On which lines of the file it stands.'),
    order: z.string().describe('The order as the file names it.'),
    orderNumber: z.int().nullable(),
    amazonOrderId: z.string().nullable(),
    carrier: z.string().nullable(),
    tracking: z.string().nullable(),
    units: z.int().nullable().describe('How many units are in it.'),
    outcome: z
      .enum(['entered', 'known', 'refused'])
      .describe('What entering it would do now: `known` changes nothing, since it was entered before.'),
    problem: toldProblem.nullable().describe('What is wrong, and what to write instead.'),
    entry: shipment.nullable().describe('As it can be entered; null where the file is wrong.'),
  })
  .meta({ id: 'PackageOfFile' })

/** What a file says, and what entering it would do; nothing was entered. */
export const readShipmentFile = z
  .object({
    packages: z.array(packageOfFile),
    unread: z.array(z.string()).describe('Columns that nobody reads.'),
  })
  .meta({ id: 'ReadShipments' })

/** Writes one package of a file. */
export const writePackageOfFile = (read: PackageOfFile): z.output<typeof packageOfFile> => {
  const { lines, order, entry, orderId, problem, ...rest } = read
  return {
    lines: [...lines],
    order,
    orderNumber: orderId,
    ...rest,
    problem: problem && writeProblem(problem),
    entry: entry && { ...entry, order, items: entry.items?.map((item) => ({ ...item })) ?? null },
  }
}
