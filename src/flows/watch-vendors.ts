import type { CenterCode, ConnectionId } from '#core/ids.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import { type Problem, problem } from '#core/problems.ts'
import { isSame } from '#core/settings/configuration-diff.ts'
import type { Vendor } from '#core/vendors/vendor.ts'
import { type Today, vendorStanding } from '#core/vendors/vendor-standing.ts'
import type { Deps, Tx } from './deps.ts'

const DAY = 24 * 3_600_000
/** So long a vendor may take to say that it erased an address. */
const ANSWERS_WITHIN_DAYS = 7

/** Vendors belong to no connection. */
const NO_CONNECTION = '' as ConnectionId

/** What a vendor's standing is judged by now. */
export async function todayOf(deps: Deps, { store }: Tx): Promise<Today> {
  const { timeZone } = await store.merchantFacts()
  return { today: dayOf(deps.now(), timeZone), retentionDays: deps.retention.days }
}

/**
 * Tells of orders that wait because their center is run by a vendor who may be given nothing, and of vendors that do not say that they
 * erased what they were given; what is mended is told no more (U5).
 */
export async function watchVendors(deps: Deps, tx: Tx): Promise<void> {
  const vendors = await tx.store.listVendors()
  const at = deps.now()
  const now = await todayOf(deps, tx)
  const open = await tx.store.openOrdersByCenter()
  const waits = new Map(
    vendors.flatMap((vendor) =>
      vendor.centers.flatMap((center) => {
        const orders = open.get(center) ?? 0
        const why = orders > 0 ? waitOf(vendor, { ...now, center, orders }) : null
        return why ? [[center as string, why] as const] : []
      }),
    ),
  )
  const overdue = await tx.store.overdueVendors(at - ANSWERS_WITHIN_DAYS * DAY)
  const late = new Map(
    overdue.map(({ vendor, orders }) => {
      const told = problem('vendor-purge-overdue', { vendor, orders, days: ANSWERS_WITHIN_DAYS })
      return [vendor, told] as const
    }),
  )
  await tellOf(tx, 'vendor-not-approved', waits, at)
  await tellOf(tx, 'vendor-purge-overdue', late, at)
}

/** Why the orders of a vendor's center wait, in the reference's sentence; null where they do not (U5). */
export function waitOf(
  vendor: Vendor,
  about: Today & { readonly center: string; readonly orders: number },
): Problem | null {
  const standing = vendorStanding(vendor, about)
  if (standing.gives !== 'nothing') return null
  const { center, orders } = about
  return problem('vendor-not-approved', {
    vendor: vendor.company,
    center,
    orders,
    missing: standing.missing.join(', '),
  })
}

/** Why an order that is to be shipped waits, where a vendor who may be given nothing runs its center; null for any other (U5). */
export async function vendorWait(
  deps: Deps,
  tx: Tx,
  { stage, center }: { readonly stage: string; readonly center: string | null },
): Promise<Problem | null> {
  if (stage !== 'Shipping Department' || center === null) return null
  const vendor = (await tx.store.listVendors()).find(({ centers }) => centers.some((code) => code === center))
  if (!vendor) return null
  const orders = (await tx.store.openOrdersByCenter()).get(center as CenterCode) ?? 1
  return waitOf(vendor, { ...(await todayOf(deps, tx)), center, orders })
}

type Code = 'vendor-not-approved' | 'vendor-purge-overdue'

async function tellOf(tx: Tx, ...[code, now, at]: [Code, ReadonlyMap<string, Problem>, number]): Promise<void> {
  const before = (await tx.store.listProblems()).filter((each) => each.problem.code === code)
  const over = before.map(({ subject }) => subject).filter((subject) => !now.has(subject))
  if (over.length > 0) await tx.store.clearProblems({ connection: NO_CONNECTION, codes: [code], subjects: over, at })
  const known = new Map(before.map((each) => [each.subject, each.problem.facts]))
  for (const [subject, told] of now) {
    // The same again would wake the work that is looking.
    if (isSame(known.get(subject), told.facts)) continue
    await tx.store.noteProblem({ connection: NO_CONNECTION, subject, problem: told, at })
  }
}
