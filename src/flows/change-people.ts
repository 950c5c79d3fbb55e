import type { MerchantId } from '#core/ids.ts'
import { actingPermissions } from '#core/people/acting-permissions.ts'
import { changedMember, type MemberChange, mayChange } from '#core/people/change-member.ts'
import { type Asker, type Giver, giverOf } from '#core/people/giver.ts'
import type { Member } from '#core/people/member.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { type Checked, refused } from '#core/settings/faults.ts'
import type { Deps, Tx } from './deps.ts'
import { takeOffMails } from './told-members.ts'

/** Lets changes of people come one after the other, and gives who asks with what they may do at this moment (U1). */
export async function admitGiver(tx: Tx, asker: Asker, now: number): Promise<Result<Giver>> {
  await tx.store.lockPeople()
  return giverOf(asker, asker.userId === null ? null : await tx.store.findMember(asker.userId), now)
}

/** Changes what a member may do and is told of (U1, D15). */
export const changeMember = (
  deps: Deps,
  merchant: MerchantId,
  { asker, userId, change }: { readonly asker: Asker; readonly userId: string; readonly change: MemberChange },
): Promise<Checked<Member>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const now = deps.now()
    const giver = await admitGiver(tx, asker, now)
    if (!giver.ok) return refused(giver)
    const before = await tx.store.findMember(userId)
    if (!before) return refused(failed('not-found', { what: `user [${userId}] of this merchant` }))
    const after = changedMember(before, change, { groups: await tx.store.listGroups(), now })
    if (!after.ok) return after
    const may = mayChange(giver.value, before, after.value)
    if (!may.ok) return refused(may)
    await tx.store.saveMember(after.value)
    // A shipping run stands on what was given when it began (U3).
    await tx.store.endRuns({ userId, at: now })
    await withdrawOfWhoMayNot(tx, [after.value], now)
    const { permissions, groups, trainedOn, piiUntil } = after.value
    tx.noteAct({
      at: now,
      act: 'permissions-changed',
      who: asker.name,
      about: before.email,
      merchant,
      facts: { permissions, groups, trainedOn, piiUntil },
    })
    if (change.topics) await takeOffMails(tx, deps)
    return after
  })

/** Nobody lets others in who may not any more: what they invited to is withdrawn (U1). */
export async function withdrawOfWhoMayNot(tx: Tx, members: readonly Member[], now: number): Promise<void> {
  for (const member of members)
    if (!actingPermissions(member, now).includes('Edit Users'))
      await tx.store.withdrawInvitations({ createdBy: member.email, at: now })
}

/** Who is to be removed, and when that person left; without it: now. */
export type Leaving = { readonly asker: Asker; readonly userId: string; readonly leftAt?: number | null }

/** Ends a person's access to a merchant at once: membership, keys, open invitations they made, and with the last merchant every session (D12). */
export const removePerson = (
  deps: Deps,
  merchant: MerchantId,
  { asker, userId, leftAt }: Leaving,
): Promise<Result<Member>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const now = deps.now()
    const giver = await admitGiver(tx, asker, now)
    if (!giver.ok) return giver
    const member = await tx.store.findMember(userId)
    if (!member) return failed('not-found', { what: `user [${userId}] of this merchant` })
    if (member.owner) return failed('owner-stays')
    if (leftAt && leftAt > now) return failed('not-valid', { field: 'leftAt', why: 'must not lie in the future' })
    await endAccess(tx, { merchant, member, by: asker.name, leftAt: leftAt ?? now, now })
    await takeOffMails(tx, deps)
    return ok(member)
  })

/** What one removal is about. */
export type Ending = {
  readonly merchant: MerchantId
  readonly member: Member
  readonly by: string
  readonly leftAt: number
  readonly now: number
}

/** Ends one member's access in this transaction, with all that hangs on it (D12). */
export async function endAccess(tx: Tx, { merchant, member, by, leftAt, now }: Ending): Promise<void> {
  const { userId, email } = member
  const keys = await tx.store.endApiKeys({ ownerId: userId, at: now })
  // Those that were made for this person too: a second one would let them in again.
  await tx.store.withdrawInvitations({ createdBy: email, email, at: now })
  await tx.store.endRuns({ userId, at: now })
  const { wasLast } = await tx.store.removeMember(userId)
  await tx.store.endRuns({ userId, at: now })
  if (wasLast) await tx.endSignIn(userId)
  await tx.store.noteRemoval({ userId, email, leftAt, removedAt: now, removedBy: by })
  const hours = Math.round((now - leftAt) / 3_600_000)
  tx.noteAct({ at: now, act: 'user-removed', who: by, about: email, merchant, facts: { keys, wasLast, hours } })
}
