import type { CenterCode } from '#core/ids.ts'
import type { Vendor } from '#core/vendors/vendor.ts'

/** The center that it runs. */
export const PORTLAND = 'PORTLAND' as CenterCode

/** A vendor of which everything is written down, so that it may be given addresses. */
export const COMPLETE: Vendor = {
  id: 'PARCELS',
  company: 'Invented Parcels Ltd',
  purpose: 'Packs and ships',
  mode: 'complete-record',
  centers: [PORTLAND],
  approvedOn: null,
  contractOn: '2026-01-15',
  checkedOn: '2026-03-01',
  securityContact: 'security@example.com',
  retentionDays: 30,
  consent: { by: 'A person of Harbor Goods', on: '2026-01-15' },
}
