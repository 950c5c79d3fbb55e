import { type Checked, checkedAs, collectFaults, type Faults, isKey, isWhole } from '../settings/faults.ts'

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
  channelFaults(entered, '', faults)
  return checkedAs(entered, faults)
}

/** Notes what is wrong with one channel, under the place where it stands. */
export function channelFaults({ code, name, keepDays }: Channel, place: string, { need }: Faults): void {
  need(/^[A-Z0-9]{1,10}$/.test(code), `${place}code`, 'must be 1 to 10 capital letters and digits')
  need(!/^AMAZON/.test(code), `${place}code`, 'must not be Amazon: its orders come in by themselves')
  need(isKey(name, 60), `${place}name`, 'must be 1 to 60 characters')
  need(isWhole(keepDays, 1, 3650), `${place}keepDays`, 'must be a whole number of days from 1 to 3650')
}
