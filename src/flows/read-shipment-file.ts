import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Problem, problem, type Result } from '#core/problems.ts'
import type { PackageEntry } from '#core/shipments/package-entry.ts'
import type { PackageOfFile } from '#core/shipments/package-of-file.ts'
import { type RowsOfPackage, shipmentRows } from '#core/shipments/shipment-rows.ts'
import { visibleText } from '#core/visible-text.ts'
import type { Deps } from './deps.ts'
import { enterOne, type ShipmentResult } from './enter-shipments.ts'

/** Most packages that a person can look through at once; a program has its own door. */
const MOST_PACKAGES = 2_000

/**
 * Reads a file that a carrier's program wrote, and says of each package what entering it would do (S2). It is entered for this and taken
 * back: what a person is shown is what the same entries do by hand, and nothing of it stays.
 */
export async function readShipmentFile(
  deps: Deps,
  merchant: MerchantId,
  { bytes, who }: { readonly bytes: Uint8Array; readonly who: string },
): Promise<Result<{ readonly packages: readonly PackageOfFile[]; readonly unread: readonly string[] }>> {
  const table = await deps.readTable(bytes)
  if (!table.ok) return failed('shipments-file', { why: table.why })
  const read = shipmentRows(table.value.header, table.value.rows)
  if (!read.ok) return read
  const { packages } = read.value
  if (packages.length === 0) return failed('shipments-file', { why: 'it has no rows below its first line' })
  if (packages.length > MOST_PACKAGES)
    return failed('shipments-file', { why: `it has more than ${MOST_PACKAGES} packages: bring it in parts` })
  const found: PackageOfFile[] = []
  for (const group of byOrder(packages)) found.push(...(await tryPackages(deps, merchant, { group, who })))
  found.sort((one, other) => (one.lines[0] ?? 0) - (other.lines[0] ?? 0))
  return ok({ packages: found, unread: read.value.unread.map((name) => visibleText(name, 60)) })
}

/** Packages of one order are tried together: what one takes, the next one lacks. */
function byOrder(packages: readonly RowsOfPackage[]): readonly (readonly RowsOfPackage[])[] {
  const groups = new Map<string, RowsOfPackage[]>()
  for (const each of packages) groups.set(each.order, [...(groups.get(each.order) ?? []), each])
  return [...groups.values()]
}

/** Ends a transaction that leaves nothing behind. */
class TakenBack extends Error {}

async function tryPackages(
  deps: Deps,
  merchant: MerchantId,
  { group, who }: { readonly group: readonly RowsOfPackage[]; readonly who: string },
): Promise<readonly PackageOfFile[]> {
  const found: PackageOfFile[] = []
  const trying = deps.transaction(merchant, 'app', async (tx) => {
    for (const { lines, order, entry } of group) {
      const checked = entry.ok ? whyNotTwice(entry.value, lines) : entry.problem
      const result: ShipmentResult =
        entry.ok && checked === null
          ? await enterOne(tx, { ...entry.value, order }, { who, at: deps.now(), keptBack: 0 })
          : { outcome: 'refused', problem: checked ?? problem('shipments-file', { why: 'it has no rows' }) }
      found.push({
        lines,
        order: visibleText(order, 60),
        entry: entry.ok && !checked ? entry.value : null,
        ...seen(result),
      })
    }
    throw new TakenBack()
  })
  await trying.catch((error) => {
    if (!(error instanceof TakenBack)) throw error
  })
  return found
}

/** Without a number of any kind the same file, read twice, would ship twice. */
const whyNotTwice = ({ tracking, reference }: PackageEntry, lines: readonly number[]): Problem | null =>
  tracking === null && reference === null
    ? problem('shipments-row', {
        line: lines[0] ?? 0,
        why: 'has no tracking number. Write it, or a reference of your own for a package without one, so that the file can be read twice',
      })
    : null

function seen(result: ShipmentResult): Omit<PackageOfFile, 'lines' | 'order' | 'entry'> {
  if (result.outcome === 'refused') {
    const none = { orderId: null, amazonOrderId: null, carrier: null, tracking: null, units: null }
    return { outcome: 'refused', ...none, problem: result.problem }
  }
  const { carrier, tracking, items } = result.package
  return {
    outcome: result.outcome,
    orderId: result.orderId,
    amazonOrderId: result.amazonOrderId,
    carrier,
    tracking,
    units: items.reduce((sum, { quantity }) => sum + quantity, 0),
    problem: null,
  }
}
