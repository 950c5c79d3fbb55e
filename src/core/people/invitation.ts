import { isAddress } from '../notifications/notified-people.ts'
import { TOPICS, type Topic } from '../notifications/topics.ts'
import { ALL_PERMISSIONS, type Permission } from '../permissions.ts'
import { type Checked, checkedAs, collectFaults } from '../settings/faults.ts'
import { needOrdinary } from './check-group.ts'
import type { Group } from './member.ts'

/** How long the link of an invitation lets somebody in (U1). */
export const INVITATION_LASTS = 7 * 24 * 3_600_000

/** Who is invited, and what that person will be given on accepting. */
export type Wanted = {
  readonly email: string
  readonly permissions: readonly Permission[]
  readonly groups: readonly string[]
  readonly topics: readonly Topic[]
}

/** An invitation as it is kept: its secret is not. Instants in epoch ms. */
export type Invitation = {
  readonly invitationId: string
  readonly email: string
  readonly owner: boolean
  readonly permissions: readonly string[]
  readonly groups: readonly string[]
  readonly topics: readonly Topic[]
  readonly createdAt: number
  readonly createdBy: string
  readonly expiresAt: number
  readonly acceptedAt: number | null
  readonly withdrawnAt: number | null
}

/** How far an invitation is. */
export const INVITATION_STATES = ['open', 'expired', 'accepted', 'withdrawn'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

/** How far an invitation is now. */
export function invitationState({ acceptedAt, withdrawnAt, expiresAt }: Invitation, now: number): InvitationState {
  if (acceptedAt !== null) return 'accepted'
  if (withdrawnAt !== null) return 'withdrawn'
  return expiresAt <= now ? 'expired' : 'open'
}

/** What must hold to invite somebody: one plain address, groups that are there, and nothing that opens buyer data (U1, D15). */
export function checkInvitation(entered: Wanted, groups: readonly Group[]): Checked<Wanted> {
  const faults = collectFaults()
  faults.need(isAddress(entered.email), 'email', 'must be an e-mail address, such as office@example.com')
  needOrdinary(entered.permissions, faults)
  const unknown = entered.groups.find((id) => !groups.some((group) => group.groupId === id))
  faults.need(unknown === undefined, 'groups', `must be groups of this merchant: there is no [${unknown}]`)
  return checkedAs(
    {
      email: entered.email.toLowerCase(),
      permissions: ALL_PERMISSIONS.filter((each) => entered.permissions.includes(each)),
      groups: [...new Set(entered.groups)],
      topics: TOPICS.filter((topic) => entered.topics.includes(topic)),
    },
    faults,
  )
}
