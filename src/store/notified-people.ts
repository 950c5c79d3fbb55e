import type { MerchantId } from '#core/ids.ts'
import type { NotifiedPerson } from '#core/notifications/notified-people.ts'
import type { Tx } from './db.ts'

/** Who is told by mail, and of what (N1). */
export const listNotifiedPeople = (tx: Tx, merchant: MerchantId): Promise<NotifiedPerson[]> =>
  tx.query<NotifiedPerson>(
    'select address, topics from millrace.notified_people where merchant_id = $1 order by address',
    [merchant],
  )

/** Makes this the list of people. */
export async function replaceNotifiedPeople(
  tx: Tx,
  merchant: MerchantId,
  people: readonly NotifiedPerson[],
): Promise<void> {
  await tx.query('delete from millrace.notified_people where merchant_id = $1', [merchant])
  await tx.query(
    `insert into millrace.notified_people (merchant_id, address, topics)
     select $1, p.address, p.topics from jsonb_to_recordset($2::jsonb) as p (address text, topics text[])`,
    [merchant, JSON.stringify(people)],
  )
}
