import type { MerchantId } from '#core/ids.ts'
import { invitationLetter } from '#core/notifications/people-letters.ts'
import { writeMail } from '#core/notifications/write-mail.ts'
import { INVITATION_LASTS, type Invitation } from '#core/people/invitation.ts'
import type { Problem } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** An invitation with its secret, which is given once and kept nowhere, and how its mail came out. */
export type Invited = {
  readonly invitation: Invitation
  /** What leads in: the path with the secret behind a `#`, which no browser sends and no log sees. */
  readonly path: string
  /** `sent`: the mail server took it. `none`: no mail was sent, as no mail server or no public address is set. */
  readonly mail: 'sent' | 'none' | Problem
}

/** Where an invitation leads. */
const pathOf = (secret: string): string => `/welcome#${secret}`

/** A name for a new invitation. */
export const newInvitationId = (deps: Deps): string => `I${deps.fingerprint(deps.newSecret().secret).slice(0, 16)}`

/**
 * Sends the link at once, past the list of mails: that is read by everybody who may see the settings, and a link lets in. What is not
 * taken is not tried again; who invited has the link and sees that it was not sent.
 */
export async function sendInvitation(
  deps: Deps,
  sent: {
    readonly invitation: Invitation
    readonly secret: string
    readonly merchant: MerchantId | null
    readonly by: string
  },
): Promise<Invited> {
  const { invitation, secret, merchant, by } = sent
  const path = pathOf(secret)
  const { publicUrl } = deps.mails
  if (publicUrl === null) return { invitation, path, mail: 'none' }
  const to = merchant === null ? 'this deployment' : ((await deps.deployment.findMerchant(merchant))?.name ?? merchant)
  const days = INVITATION_LASTS / 86_400_000
  const letter = writeMail(invitationLetter({ to, by, link: `${publicUrl}${path}`, days }))
  const writtenAt = deps.now()
  const name = `${invitation.invitationId.toLowerCase()}.${writtenAt}`
  const outcome = await deps.mails.send({ ...letter, name, to: invitation.email, writtenAt })
  if (outcome.ok) return { invitation, path, mail: outcome.value === 'sent' ? 'sent' : 'none' }
  return { invitation, path, mail: outcome.problem.code === 'mail-server-missing' ? 'none' : outcome.problem }
}
