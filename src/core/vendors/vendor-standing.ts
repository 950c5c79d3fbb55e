import { Temporal } from 'temporal-polyfill'
import type { Vendor } from './vendor.ts'

/** What a vendor is given of an order now; `nothing`: its orders wait, and `missing` says for what (U5). */
export type VendorStanding =
  | { readonly gives: 'order-id' | 'address' | 'print-job' }
  | { readonly gives: 'nothing'; readonly missing: readonly string[] }

/** The day it is with the merchant, and after how many days our own copy of an address is erased. */
export type Today = { readonly today: string; readonly retentionDays: number }

/** What a vendor is given now. It is asked at each handing over, so that a record that lapses stops it at once (U5, D48). */
export function vendorStanding(vendor: Vendor, now: Today): VendorStanding {
  if (vendor.mode === 'our-label') return { gives: 'print-job' }
  const missing = vendor.mode === 'own-approval' ? missingApproval(vendor, now) : missingInRecord(vendor, now)
  if (missing.length > 0) return { gives: 'nothing', missing }
  return { gives: vendor.mode === 'own-approval' ? 'order-id' : 'address' }
}

const missingApproval = ({ approvedOn }: Vendor, { today }: Today): string[] =>
  approvedOn !== null && approvedOn <= today ? [] : ["the day of Amazon's approval"]

function missingInRecord(vendor: Vendor, { today, retentionDays }: Today): string[] {
  const { purpose, contractOn, checkedOn, securityContact, consent } = vendor
  const isPast = (day: string | null | undefined): day is string => typeof day === 'string' && day <= today
  const needs: readonly (readonly [holds: boolean, what: string])[] = [
    [purpose !== '', 'the purpose'],
    [isPast(contractOn), 'the day of the contract'],
    [isPast(checkedOn) && today < yearAfter(checkedOn), 'due diligence within the last year'],
    [securityContact !== null, 'a security contact'],
    [
      vendor.retentionDays !== null && vendor.retentionDays <= retentionDays,
      `retention of at most ${retentionDays} days`,
    ],
    [isPast(consent?.on), "the seller's consent"],
  ]
  return needs.filter(([holds]) => !holds).map(([, what]) => what)
}

/** The day on which a record that is complete now lapses, and in how many days; null where nothing lapses (D48). */
export function lapseOf(vendor: Vendor, now: Today): { readonly on: string; readonly days: number } | null {
  const { checkedOn } = vendor
  if (checkedOn === null || vendorStanding(vendor, now).gives !== 'address') return null
  const on = yearAfter(checkedOn)
  const until = Temporal.PlainDate.from(now.today).until(on, { largestUnit: 'day' })
  return { on, days: until.days }
}

const yearAfter = (day: string): string => Temporal.PlainDate.from(day).add({ years: 1 }).toString()
