import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Mail } from '#core/notifications/mail.ts'
import { testLetter } from '#core/notifications/messages.ts'
import { checkPeople, isAddress, type NotifiedPerson, toldPeople } from '#core/notifications/notified-people.ts'
import { writeMail } from '#core/notifications/write-mail.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import type { Deps } from './deps.ts'
import { tryMail } from './send-mails.ts'
import { senderOf } from './write-mails.ts'

const NO_CONNECTION = '' as ConnectionId

/** Makes this the list of who is told of what; what waits for others is taken off (N1). */
export async function saveNotifiedPeople(
  deps: Deps,
  merchant: MerchantId,
  entered: readonly NotifiedPerson[],
): Promise<Checked<NotifiedPerson[]>> {
  const checked = checkPeople(entered)
  const sender = checked.ok && (await senderOf(deps, merchant))
  if (!checked.ok || !sender) return checked
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    await tx.store.lockConfiguration()
    await tx.store.replaceNotifiedPeople(checked.value)
    const addresses = toldPeople(checked.value, sender.owner).map((person) => person.address)
    const subjects = await tx.store.removeMailsExcept({ addresses, at })
    await tx.store.clearProblems({ connection: NO_CONNECTION, codes: ['mail-refused'], subjects, at })
    await tx.wake('notify')
    return checked
  })
}

/** Sends one mail to an address now and gives how it came out: the button that proves that mails arrive. */
export async function sendTestMail(deps: Deps, merchant: MerchantId, address: string): Promise<Result<Mail>> {
  if (!isAddress(address))
    return failed('not-valid', { field: 'address', why: 'must be an e-mail address, such as office@example.com' })
  const sender = await senderOf(deps, merchant)
  if (!sender) return failed('not-found', { what: `merchant ${merchant}` })
  const at = deps.now()
  const letter = writeMail(testLetter(sender, at))
  const claimed = await deps.transaction(merchant, 'app', async (tx) => {
    const mailId = await tx.store.addMail({ ...letter, address, topic: 'test', at })
    return tx.store.claimMail({ mailId, at, until: at + 5 * 60_000 })
  })
  if (!claimed) throw new Error('The test mail was not there.')
  await tryMail(deps, merchant, claimed)
  const tried = await deps.transaction(merchant, 'app', (tx) => tx.store.findMail(claimed.mailId))
  return tried ? ok(tried) : failed('not-found', { what: `mail ${claimed.mailId}` })
}

/** Takes a waiting mail off the list, for good. */
export const removeWaitingMail = (deps: Deps, merchant: MerchantId, mailId: number): Promise<Result<Mail>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const found = await tx.store.findMail(mailId)
    if (!found || !(await tx.store.removeMail({ mailId, at })))
      return failed('not-found', { what: `waiting mail ${mailId}` })
    await tx.store.clearProblems({ connection: NO_CONNECTION, codes: ['mail-refused'], subjects: [found.address], at })
    return ok({ ...found, state: 'removed' as const, endedAt: at })
  })
