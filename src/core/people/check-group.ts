import { ALL_PERMISSIONS, isOfPii, type Permission } from '../permissions.ts'
import { type Checked, checkedAs, collectFaults, type Faults, isKey } from '../settings/faults.ts'
import type { Group } from './member.ts'

/** A group as it is entered. */
export type EnteredGroup = { readonly name: string; readonly permissions: readonly Permission[] }

/** How many groups a merchant may have. */
export const MOST_GROUPS = 100

/** What must hold to save a group: a name of its own, and nothing that opens buyer data (U1, D15). */
export function checkGroup(entered: EnteredGroup, others: readonly Group[]): Checked<EnteredGroup> {
  const faults = collectFaults()
  faults.need(isKey(entered.name, 60), 'name', 'must have 1 to 60 characters and no space at either end')
  const isTaken = others.some((group) => group.name.toLowerCase() === entered.name.toLowerCase())
  faults.need(!isTaken, 'name', 'must differ from the names of the other groups')
  faults.need(others.length < MOST_GROUPS, 'name', `must be one of at most ${MOST_GROUPS} groups`)
  needOrdinary(entered.permissions, faults)
  return checkedAs(
    { ...entered, permissions: ALL_PERMISSIONS.filter((one) => entered.permissions.includes(one)) },
    faults,
  )
}

/** What opens buyer data is given to a person by name, so that each such gift is looked at (D15). */
export function needOrdinary(permissions: readonly Permission[], faults: Faults): void {
  const pii = permissions.find(isOfPii)
  faults.need(pii === undefined, 'permissions', `must not hold [${pii}]: it is given to each person by name`)
}
