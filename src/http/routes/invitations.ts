import type { z } from 'zod'
import { listOf } from '#contract/parts.ts'
import { invitation, invitationBody, invitationParams, invited, writeInvitation } from '#contract/people.ts'
import type { Deps } from '#flows/deps.ts'
import { inviteAgain, invitePerson, withdrawInvitation } from '#flows/invite-person.ts'
import type { Invited } from '#flows/send-invitation.ts'
import { type Api, about } from '../api.ts'
import { askerOf } from '../asker.ts'
import { callerOf } from '../guard.ts'
import { checkedValue, goodValue } from '../refusal.ts'

/** Invitations: nobody comes in but by one (U1). */
export function invitationRoutes(api: Api, deps: Deps): void {
  const list = about('users:read', ['listInvitations', 'Users', 'Invitations, the newest first'], listOf(invitation))
  api.get('/invitations', list, async (request) => {
    const all = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listInvitations())
    return { rows: all.map((each) => writeInvitation(each, deps.now())) }
  })

  const invite = about('users:write', ['inviteUser', 'Users', 'Invites somebody; the link is shown once'], invited)
  api.post('/invitations', { ...invite, schema: { ...invite.schema, body: invitationBody } }, async (request) => {
    const wish = { asker: askerOf(request, deps), wanted: request.body }
    return writeInvited(checkedValue(await invitePerson(deps, callerOf(request).merchant, wish)), deps.now())
  })

  const one = { params: invitationParams }
  const again = about('users:write', ['inviteAgain', 'Users', 'Makes a new link; the old one ends'], invited)
  api.post('/invitations/:invitationId/renew', { ...again, schema: { ...again.schema, ...one } }, async (request) => {
    const wish = { asker: askerOf(request, deps), invitationId: request.params.invitationId }
    return writeInvited(goodValue(await inviteAgain(deps, callerOf(request).merchant, wish)), deps.now())
  })

  const withdraw = about('users:write', ['withdrawInvitation', 'Users', 'Withdraws an invitation'], invitation)
  api.delete('/invitations/:invitationId', { ...withdraw, schema: { ...withdraw.schema, ...one } }, async (request) => {
    const wish = { asker: askerOf(request, deps), invitationId: request.params.invitationId }
    return writeInvitation(goodValue(await withdrawInvitation(deps, callerOf(request).merchant, wish)), deps.now())
  })
}

/** A new invitation as it goes out: with its link, this once. */
export const writeInvited = (made: Invited, now: number): z.output<typeof invited> => ({
  ...writeInvitation(made.invitation, now),
  path: made.path,
  mail: typeof made.mail === 'string' ? made.mail : 'refused',
})
