import { isAddress } from '#core/notifications/notified-people.ts'
import { INVITATION_LASTS } from '#core/people/invitation.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { type Invited, newInvitationId, sendInvitation } from './send-invitation.ts'

/** Invites an operator, who creates and removes merchants and sees no merchant's orders (M2). */
export async function inviteOperator(
  deps: Deps,
  { by, email }: { readonly by: string; readonly email: string },
): Promise<Result<Invited>> {
  if (!isAddress(email))
    return failed('not-valid', { field: 'email', why: 'must be an e-mail address, such as office@example.com' })
  const { secret, hash } = deps.newSecret()
  const at = deps.now()
  const given = { owner: false, permissions: [], groups: [], topics: [] }
  const times = { createdAt: at, createdBy: by, expiresAt: at + INVITATION_LASTS }
  const invitation = { invitationId: newInvitationId(deps), email: email.toLowerCase(), ...given, ...times }
  await deps.deployment.inviteOperator({ ...invitation, tokenHash: hash }, (tx) =>
    deps.deployment.noteAct(
      { at, act: 'user-invited', who: by, about: invitation.email, facts: { operator: true } },
      tx,
    ),
  )
  const whole = { ...invitation, acceptedAt: null, withdrawnAt: null }
  return ok(await sendInvitation(deps, { invitation: whole, secret, merchant: null, by }))
}
