import type { CenterCode } from '../ids.ts'
import { isAddress } from '../notifications/notified-people.ts'
import { faultOfDay } from '../settings/calendar-day.ts'
import {
  type Checked,
  checkedAs,
  collectFaults,
  type Faults,
  findTwice,
  isKey,
  isText,
  isWhole,
} from '../settings/faults.ts'
import { MOST_VENDORS, VENDOR_MODES, type Vendor } from './vendor.ts'

/** The merchant's centers, and the vendors that hold addresses of ours: those stay until they said that these are erased. */
export type KnownForVendors = { readonly centers: ReadonlySet<CenterCode>; readonly holding: ReadonlySet<string> }

/** What must hold to save the list of vendors; a record may be incomplete: its orders wait then (U5). */
export function checkVendors(entered: readonly Vendor[], known: KnownForVendors): Checked<Vendor[]> {
  const faults = collectFaults()
  faults.need(entered.length <= MOST_VENDORS, 'vendors', `may have at most ${MOST_VENDORS} entries`)
  entered.slice(0, MOST_VENDORS).forEach((vendor, at) => {
    checkVendor(vendor, `vendors[${at}]`, faults)
    vendor.centers.forEach((center, index) => {
      faults.need(known.centers.has(center), `vendors[${at}].centers[${index}]`, 'is not a distribution center')
    })
  })
  findTwice(
    entered.map(({ id }) => id),
    (at) => `vendors[${at}].id`,
    faults,
  )
  const places = entered.flatMap(({ centers }, at) =>
    centers.map((center, index) => ({ center, field: `vendors[${at}].centers[${index}]` })),
  )
  findTwice(
    places.map(({ center }) => center),
    (at) => places[at]?.field ?? 'vendors',
    faults,
  )
  for (const id of known.holding)
    if (!entered.some((vendor) => vendor.id === id))
      faults.add('vendors', `must keep ${id}: it has not said yet that it erased every address it was given`)
  return checkedAs(
    entered.map((vendor) => ({ ...vendor, centers: [...vendor.centers].sort() })),
    faults,
  )
}

function checkVendor(vendor: Vendor, field: string, faults: Faults): void {
  const { need } = faults
  need(isKey(vendor.id, 20), `${field}.id`, 'must be 1 to 20 characters without a space at either end')
  need(isText(vendor.company, 1, 200), `${field}.company`, 'must be 1 to 200 characters')
  need(isText(vendor.purpose, 0, 500), `${field}.purpose`, 'must be at most 500 characters')
  need(VENDOR_MODES.includes(vendor.mode), `${field}.mode`, `must be one of ${VENDOR_MODES.join(', ')}`)
  const contact = vendor.securityContact
  need(contact === null || isAddress(contact), `${field}.securityContact`, 'must be an e-mail address')
  const days = vendor.retentionDays
  need(days === null || isWhole(days, 0, 3650), `${field}.retentionDays`, 'must be a whole number of days')
  if (vendor.consent) need(isText(vendor.consent.by, 1, 200), `${field}.consent.by`, 'must be 1 to 200 characters')
  const dates = { approvedOn: vendor.approvedOn, contractOn: vendor.contractOn, checkedOn: vendor.checkedOn }
  for (const [name, day] of [...Object.entries(dates), ['consent.on', vendor.consent?.on ?? null] as const]) {
    const fault = day === null ? null : faultOfDay(day)
    if (fault !== null) faults.add(`${field}.${name}`, fault)
  }
}
