import { TOPICS, type Topic } from '../notifications/topics.ts'
import { ALL_PERMISSIONS, isOfPii, type Permission } from '../permissions.ts'
import { failed, type Result } from '../problems.ts'
import { faultOfDay } from '../settings/calendar-day.ts'
import { type Checked, checkedAs, collectFaults } from '../settings/faults.ts'
import { type Giver, mayGive } from './giver.ts'
import type { Group, Member } from './member.ts'

const DAY = 24 * 3_600_000

/** What is to be changed of a member; what is absent stays. */
export type MemberChange = {
  readonly permissions?: readonly Permission[] | undefined
  readonly groups?: readonly string[] | undefined
  readonly topics?: readonly Topic[] | undefined
  readonly trainedOn?: string | null | undefined
  readonly piiUntil?: number | null | undefined
}

/** A member as it would be after a change; everything that is wrong with it is told at once. */
export function changedMember(
  member: Member,
  change: MemberChange,
  { groups, now }: { readonly groups: readonly Group[]; readonly now: number },
): Checked<Member> {
  const faults = collectFaults()
  const wanted = { ...member, ...withoutAbsent(change) }
  const unknown = wanted.groups.find((id) => !groups.some((group) => group.groupId === id))
  faults.need(unknown === undefined, 'groups', `must be groups of this merchant: there is no [${unknown}]`)
  const { trainedOn, piiUntil } = wanted
  // A training of today may be entered where today has begun earlier than in UTC.
  const isPast = trainedOn === null || (faultOfDay(trainedOn) === null && Date.parse(trainedOn) <= now + DAY)
  faults.need(isPast, 'trainedOn', 'must be a day that is not in the future, such as 2026-11-10')
  const lies = change.piiUntil === undefined || piiUntil === null || piiUntil > now
  faults.need(lies, 'piiUntil', 'must lie in the future')
  return checkedAs(
    {
      ...wanted,
      permissions: ALL_PERMISSIONS.filter((each) => wanted.permissions.includes(each)),
      topics: TOPICS.filter((topic) => wanted.topics.includes(topic)),
      groups: [...new Set(wanted.groups)],
      groupPermissions: permissionsOfGroups(wanted.groups, groups),
    },
    faults,
  )
}

/**
 * Whether somebody may make that change: the owner is changed by the owner only, nobody gives what they do not hold (U1, M3), and nobody but
 * the owner lets buyer data open for themselves, or for longer (D15).
 */
export function mayChange(giver: Giver, before: Member, after: Member): Result<null> {
  if (before.owner && giver.userId !== null && giver.userId !== before.userId) return failed('owner-stays')
  const added = addedBy(before, after)
  const own = added.find(isOfPii)
  if (own !== undefined && giver.may !== 'everything' && giver.userId === before.userId)
    return failed('may-not-give-oneself', { permission: own })
  return mayGive(giver, added)
}

/** The permissions that a change gives. To let those act longer that open buyer data is to give them (D15). */
function addedBy(before: Member, after: Member): readonly Permission[] {
  const held = (member: Member, each: Permission) =>
    member.permissions.includes(each) || (member.groupPermissions.includes(each) && !isOfPii(each))
  const lasts = ({ piiUntil }: Member) => piiUntil ?? Number.POSITIVE_INFINITY
  const isLonger = lasts(after) > lasts(before) || (after.trainedOn ?? '') > (before.trainedOn ?? '')
  return ALL_PERMISSIONS.filter((each) => held(after, each) && (!held(before, each) || (isOfPii(each) && isLonger)))
}

/** The permissions of some groups, together. */
export const permissionsOfGroups = (ids: readonly string[], groups: readonly Group[]): readonly Permission[] =>
  ALL_PERMISSIONS.filter((each) =>
    groups.some((group) => ids.includes(group.groupId) && group.permissions.includes(each)),
  )

const withoutAbsent = <T extends object>(change: T): { [Name in keyof T]: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never
