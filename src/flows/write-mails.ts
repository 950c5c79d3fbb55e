import type { MerchantId } from '#core/ids.ts'
import { BETWEEN_MAILS } from '#core/notifications/mail-pauses.ts'
import type { Sender } from '#core/notifications/messages.ts'
import { toldPeople } from '#core/notifications/told-people.ts'
import { toldCodes } from '#core/notifications/told-problems.ts'
import type { Topic } from '#core/notifications/topics.ts'
import { writeMail } from '#core/notifications/write-mail.ts'
import type { Deps, Tx } from './deps.ts'
import { healthFindings } from './health-findings.ts'
import { type Addressee, isHealthTime, letterAbout } from './letters.ts'
import { readPeople } from './told-members.ts'

const KEPT_FOR = 30 * 24 * 3_600_000

/** The merchant as its mails name it. */
export async function senderOf(deps: Deps, merchant: MerchantId): Promise<Sender | null> {
  const found = await deps.deployment.findMerchant(merchant)
  if (!found) return null
  const { id, name, timeZone, shipFrom } = found
  const publicUrl = deps.mails.publicUrl ?? deps.mails.localUrl?.() ?? null
  return { merchantId: id, merchant: name, timeZone, country: shipFrom.country, publicUrl }
}

/**
 * Writes down the mails that are to be sent, each in the transaction that notes what it tells: nothing is told twice, and nothing that is
 * told is lost (N3). Gives when the next one may be written at the earliest, or null.
 */
export async function writeMails(deps: Deps, merchant: MerchantId): Promise<number | null> {
  const sender = await senderOf(deps, merchant)
  if (!sender) return null
  const now = deps.now()
  // Before the transaction: what is found lies in other places too, and nobody waits for one connection while holding another.
  const findings = isHealthTime(sender, now) ? await healthFindings(deps, merchant) : []
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.forgetTold({ codes: [toldCodes('file-errors'), toldCodes('authorization')], at: now })
    await tx.store.forgetMails(now - KEPT_FOR)
    const last = await tx.store.lastMails()
    const soon: number[] = []
    for (const { address, topics } of toldPeople(await readPeople(tx), now)) {
      for (const topic of topics) {
        const before = last.find((mail) => mail.address === address && mail.topic === topic)
        // A mail that still waits is the one message of a bad night: what is new meanwhile comes in the next.
        if (before?.waiting) continue
        if (before && before.writtenAt + BETWEEN_MAILS > now) soon.push(before.writtenAt + BETWEEN_MAILS)
        else await writeOne(tx, sender, { address, topic, now, findings })
      }
    }
    return soon.length === 0 ? null : Math.min(...soon)
  })
}

async function writeOne(tx: Tx, sender: Sender, to: Addressee & { readonly topic: Topic }): Promise<void> {
  const letter = await letterAbout(tx, sender, to)
  if (letter) await tx.store.addMail({ ...writeMail(letter), address: to.address, topic: to.topic, at: to.now })
}
