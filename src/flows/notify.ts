import type { MerchantId } from '#core/ids.ts'
import type { Deps } from './deps.ts'
import { sendMails } from './send-mails.ts'
import { watchVendors } from './watch-vendors.ts'
import { writeMails } from './write-mails.ts'

const HOUR = 3_600_000

/** Looks after vendors, writes the mails that people are to have, sends what waits, and comes again within the hour (N1, N3, S6, C4). */
export async function notify(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  await deps.transaction(merchant, 'app', (tx) => watchVendors(deps, tx))
  const mayWriteAt = await writeMails(deps, merchant)
  const nextMailAt = await sendMails(deps, merchant)
  const times = [deps.now() + HOUR, mayWriteAt, nextMailAt].filter((at) => at !== null)
  return { again: Math.min(...times) }
}
