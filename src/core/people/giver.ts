import { isOfPii, type Permission } from '../permissions.ts'
import { failed, ok, type Result } from '../problems.ts'
import { actingPermissions } from './acting-permissions.ts'
import type { Member } from './member.ts'

/** Who asks for a change of people: a member, or the operator at the command line (no `userId`). `fresh`: the second factor was shown within 15 minutes. */
export type Asker = { readonly name: string; readonly userId: string | null; readonly fresh: boolean }

/** The same with what that one may do now; the operator may give everything. */
export type Giver = Asker & { readonly may: 'everything' | readonly Permission[] }

/** The operator at the command line. */
export const operatorAs = (name: string): Giver => ({ name, userId: null, fresh: true, may: 'everything' })

/** Who asks, with what they may do now; nobody without Edit Users changes people (U1). */
export function giverOf(asker: Asker, member: Member | null, now: number): Result<Giver> {
  if (asker.userId === null) return ok({ ...asker, may: 'everything' })
  const acting = member && member.disabledAt === null ? actingPermissions(member, now) : []
  if (!member || !acting.includes('Edit Users')) return failed('may-not-change-people')
  // The owner gives what opens buyer data without holding it (D15).
  return ok({ ...asker, may: member.owner ? 'everything' : acting })
}

/** Nobody gives what they do not hold, but the owner; what opens buyer data is given with a fresh second factor (U1, U3). */
export function mayGive(giver: Giver, given: readonly Permission[]): Result<null> {
  const { may } = giver
  const lacking = may === 'everything' ? undefined : given.find((each) => !may.includes(each))
  if (lacking !== undefined) return failed('may-not-give', { permission: lacking })
  if (given.some(isOfPii) && !giver.fresh) return failed('second-factor-needed')
  return ok(null)
}
