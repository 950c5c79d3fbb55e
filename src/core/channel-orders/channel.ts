import { type Checked, checkedAs, collectFaults, isKey, isWhole } from '../settings/faults.ts'

/** A channel of the merchant beside Amazon: its own shop, another marketplace (H3). */
export type Channel = {
  /** Stands before the number of each of its orders; never changes. */
  readonly code: string
  readonly name: string
  /** For how many days its buyers' data is kept after an order has ended; the merchant's own word (U4). */
  readonly keepDays: number
}

/** A channel, and how many of its orders are here. */
export type CountedChannel = Channel & { readonly orders: number }

/** For how many days buyers are kept where nobody says otherwise: as long as Amazon's. */
export const USUAL_KEEP_DAYS = 30

/** What must hold to save a channel (H3). */
export function checkChannel(entered: Channel): Checked<Channel> {
  const faults = collectFaults()
  faults.need(/^[A-Z0-9]{1,10}$/.test(entered.code), 'code', 'must be 1 to 10 capital letters and digits')
  faults.need(!/^AMAZON/.test(entered.code), 'code', 'must not be Amazon: its orders come in by themselves')
  faults.need(isKey(entered.name, 60), 'name', 'must be 1 to 60 characters')
  faults.need(isWhole(entered.keepDays, 1, 3650), 'keepDays', 'must be a whole number of days from 1 to 3650')
  return checkedAs(entered, faults)
}
