import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Mail } from '#core/notifications/mail.ts'
import { testLetter } from '#core/notifications/messages.ts'
import { checkPeople, isAddress, type NotifiedPerson } from '#core/notifications/notified-people.ts'
import type { Topic } from '#core/notifications/topics.ts'
import { writeMail } from '#core/notifications/write-mail.ts'
import type { Member } from '#core/people/member.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { type Checked, checkedAs, collectFaults } from '#core/settings/faults.ts'
import type { Deps, Tx } from './deps.ts'
import { tryMail } from './send-mails.ts'
import { takeOffMails } from './told-members.ts'
import { senderOf } from './write-mails.ts'

const NO_CONNECTION = '' as ConnectionId

/**
 * Makes this the list of who is told of what; what waits for others is taken off (N1). Once a merchant has users, only they are told: an
 * address that is no user's is refused, and those named before there were users are forgotten.
 */
export async function saveNotifiedPeople(
  deps: Deps,
  merchant: MerchantId,
  entered: readonly NotifiedPerson[],
): Promise<Checked<NotifiedPerson[]>> {
  const checked = checkPeople(entered)
  if (!checked.ok) return checked
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    await tx.store.lockPeople()
    const members = await tx.store.listMembers()
    const saved = members.length === 0 ? checked : await saveForMembers(tx, members, checked.value)
    if (!saved.ok) return saved
    await tx.store.replaceNotifiedPeople(members.length === 0 ? checked.value : [])
    await tx.store.bumpConfiguration()
    await takeOffMails(tx, deps)
    return saved
  })
}

async function saveForMembers(
  tx: Tx,
  members: readonly Member[],
  people: NotifiedPerson[],
): Promise<Checked<NotifiedPerson[]>> {
  const faults = collectFaults()
  const topics = people.flatMap(({ address, topics }, at) => {
    const member = members.find((each) => each.email === address.toLowerCase())
    if (!member) faults.add(`people[${at}].address`, 'must be that of a user of this merchant: invite that person')
    return member ? [{ userId: member.userId, topics }] : []
  })
  if (faults.problems.length === 0) await tx.store.saveTopics(topics)
  return checkedAs(people, faults)
}

/** Says of what a user wants to be told; each says it for themselves (N1). */
export const saveOwnTopics = (
  deps: Deps,
  merchant: MerchantId,
  { userId, topics }: { readonly userId: string; readonly topics: readonly Topic[] },
): Promise<Result<Member>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockPeople()
    const member = await tx.store.findMember(userId)
    if (!member) return failed('not-found', { what: 'such user of this merchant' })
    const changed = { ...member, topics }
    await tx.store.saveMember(changed)
    await takeOffMails(tx, deps)
    return ok(changed)
  })

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
