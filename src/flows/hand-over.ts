import type { MerchantId } from '#core/ids.ts'
import { handOverLetter } from '#core/notifications/people-letters.ts'
import { writeMail } from '#core/notifications/write-mail.ts'
import type { Asker } from '#core/people/giver.ts'
import type { Member } from '#core/people/member.ts'
import { isOfPii, ORDINARY_PERMISSIONS, type Permission } from '#core/permissions.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { senderOf } from './write-mails.ts'

/**
 * Hands a merchant over to another member, at once; both are told by mail (M3). Only the owner does it, with a fresh second factor, or the
 * operator. Who was the owner stays a member with every ordinary permission, which the new owner may take away.
 */
export async function handOver(
  deps: Deps,
  merchant: MerchantId,
  { asker, to }: { readonly asker: Asker; readonly to: string },
): Promise<Result<Member>> {
  const sender = await senderOf(deps, merchant)
  if (!sender) return failed('not-found', { what: `merchant ${merchant}` })
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    await tx.store.lockPeople()
    const members = await tx.store.listMembers()
    const owner = members.find((member) => member.owner)
    const next = members.find((member) => member.userId === to)
    if (!owner || (asker.userId !== null && asker.userId !== owner.userId)) return failed('only-the-owner')
    if (!asker.fresh) return failed('second-factor-needed')
    if (!next || next.disabledAt !== null || next.owner)
      return failed('not-found', { what: `other user [${to}] of this merchant` })
    const kept = [...ORDINARY_PERMISSIONS, ...owner.permissions.filter((each) => isOfPii(each as Permission))]
    await tx.store.handOver({ from: owner.userId, to: next, kept })
    tx.noteAct({
      at,
      act: 'owner-changed',
      who: asker.name,
      about: next.email,
      merchant,
      facts: { before: owner.email },
    })
    const letter = writeMail(handOverLetter(sender, { from: owner.email, to: next.email, by: asker.name, at }))
    for (const address of [owner.email, next.email]) await tx.store.addMail({ ...letter, address, topic: 'people', at })
    await tx.wake('notify')
    return ok({ ...next, owner: true })
  })
}
