import type { MerchantId } from '#core/ids.ts'
import { permissionsOfGroups } from '#core/people/change-member.ts'
import { type Asker, mayGive } from '#core/people/giver.ts'
import { checkInvitation, INVITATION_LASTS, type Invitation, type Wanted } from '#core/people/invitation.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { type Checked, refused } from '#core/settings/faults.ts'
import { admitGiver } from './change-people.ts'
import type { Deps } from './deps.ts'
import { type Invited, newInvitationId, sendInvitation } from './send-invitation.ts'

/**
 * Invites somebody to a merchant (U1). The answer is the same whether or not that address is known in the deployment. An address that is told
 * by mail already keeps what it is told of. Only the operator invites an owner, where there is none.
 */
export async function invitePerson(
  deps: Deps,
  merchant: MerchantId,
  { asker, wanted, asOwner = false }: { readonly asker: Asker; readonly wanted: Wanted; readonly asOwner?: boolean },
): Promise<Checked<Invited>> {
  const { secret, hash } = deps.newSecret()
  const now = deps.now()
  const made = await deps.transaction(merchant, 'app', async (tx): Promise<Checked<Invitation>> => {
    const giver = await admitGiver(tx, asker, now)
    if (!giver.ok) return refused(giver)
    const groups = await tx.store.listGroups()
    const members = await tx.store.listMembers()
    const checked = checkInvitation(wanted, groups)
    if (!checked.ok) return checked
    const { email, permissions, groups: ids } = checked.value
    if (members.some((member) => member.email === email))
      return refused(failed('already-exists', { what: `The user ${email} of this merchant` }))
    if (asOwner && (asker.userId !== null || members.some((member) => member.owner)))
      return refused(failed('owner-there', { merchant }))
    const may = mayGive(giver.value, [...permissions, ...permissionsOfGroups(ids, groups)])
    if (!may.ok) return refused(may)
    const told = (await tx.store.listNotifiedPeople()).find((person) => person.address.toLowerCase() === email)
    const invitation = {
      ...checked.value,
      topics: checked.value.topics.length > 0 ? checked.value.topics : (told?.topics ?? []),
      invitationId: newInvitationId(deps),
      owner: asOwner,
      createdAt: now,
      createdBy: asker.name,
      expiresAt: now + INVITATION_LASTS,
    }
    await tx.store.addInvitation({ ...invitation, tokenHash: hash })
    const facts = { permissions, groups: ids, owner: asOwner }
    tx.noteAct({ at: now, act: 'user-invited', who: asker.name, about: email, merchant, facts })
    return { ok: true, value: { ...invitation, acceptedAt: null, withdrawnAt: null } }
  })
  if (!made.ok) return made
  return { ok: true, value: await sendInvitation(deps, { invitation: made.value, secret, merchant, by: asker.name }) }
}

/** Gives an open or expired invitation a new link for another week and sends it again; the old link leads nowhere (U1). */
export async function inviteAgain(
  deps: Deps,
  merchant: MerchantId,
  { asker, invitationId }: { readonly asker: Asker; readonly invitationId: string },
): Promise<Result<Invited>> {
  const { secret, hash } = deps.newSecret()
  const now = deps.now()
  const renewed = await deps.transaction(merchant, 'app', async (tx): Promise<Result<Invitation>> => {
    const giver = await admitGiver(tx, asker, now)
    if (!giver.ok) return giver
    const found = await tx.store.lockInvitation(invitationId)
    if (!found) return failed('not-found', { what: `invitation [${invitationId}]` })
    if (found.acceptedAt !== null || found.withdrawnAt !== null) return failed('invitation-over')
    if (found.owner && asker.userId !== null) return failed('only-the-owner')
    const groups = await tx.store.listGroups()
    const given = checkInvitation({ ...found, permissions: found.permissions as Wanted['permissions'] }, groups)
    const may = given.ok
      ? mayGive(giver.value, [...given.value.permissions, ...permissionsOfGroups(given.value.groups, groups)])
      : failed('invitation-over')
    if (!may.ok) return may
    const expiresAt = now + INVITATION_LASTS
    await tx.store.renewInvitation({ invitationId, tokenHash: hash, createdBy: asker.name, expiresAt })
    tx.noteAct({ at: now, act: 'user-invited', who: asker.name, about: found.email, merchant, facts: { again: true } })
    return ok({ ...found, createdBy: asker.name, expiresAt })
  })
  return renewed.ok
    ? ok(await sendInvitation(deps, { invitation: renewed.value, secret, merchant, by: asker.name }))
    : renewed
}

/** Withdraws an invitation: its link leads nowhere from now on (U1). */
export const withdrawInvitation = (
  deps: Deps,
  merchant: MerchantId,
  { asker, invitationId }: { readonly asker: Asker; readonly invitationId: string },
): Promise<Result<Invitation>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const giver = await admitGiver(tx, asker, at)
    if (!giver.ok) return giver
    const found = await tx.store.lockInvitation(invitationId)
    if (!found) return failed('not-found', { what: `invitation [${invitationId}]` })
    if (found.acceptedAt !== null || found.withdrawnAt !== null) return failed('invitation-over')
    await tx.store.withdrawInvitations({ invitationId, at })
    tx.noteAct({ at, act: 'invitation-withdrawn', who: asker.name, about: found.email, merchant })
    return ok({ ...found, withdrawnAt: at })
  })
