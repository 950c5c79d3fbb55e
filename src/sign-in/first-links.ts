import { type Tx, withoutMerchant } from '#store/db.ts'
import type { Engine } from './engine.ts'
import { at } from './parts.ts'
import { hashOf, newId, newSecret } from './secret.ts'
import { plainEmail } from './users.ts'

/** A link for somebody without whom nobody could let anybody in; `merchant`: null for an operator. */
export type FirstLink = { readonly merchant: string | null; readonly email: string; readonly secret: string }

/** Who makes these invitations, as it is noted; only its own are withdrawn by the next start. */
const STARTED = 'Millrace, at its start'
const GOOD_FOR = 7 * 86_400_000

/**
 * One link for the owner of each merchant for whom nobody works yet, and one for an operator where there is none and an address for one is
 * known; made anew at each start, the ones of the start before are withdrawn (U1, M2). There is no default account and no default password.
 */
export const makeFirstLinks = (engine: Engine, operator: string | null): Promise<FirstLink[]> =>
  withoutMerchant(engine.pool, async (tx) => {
    const alone = await tx.query<{ merchant: string; email: string }>(
      `select merchant_id as merchant, lower(owner) as email from deployment.merchants m
       where not exists (select from deployment.memberships s where s.merchant_id = m.merchant_id) order by merchant_id limit 100`,
    )
    await tx.query(
      `update deployment.invitations set withdrawn_at = ${at(1)} where created_by = $2 and accepted_at is null and withdrawn_at is null`,
      [engine.now(), STARTED],
    )
    const operators = await tx.query('select 1 from auth.users where operator limit 1')
    const wanted: { merchant: string | null; email: string }[] = [...alone]
    if (operator !== null && operators.length === 0) wanted.push({ merchant: null, email: plainEmail(operator) })
    const links: FirstLink[] = []
    for (const each of wanted) links.push(await keepLink(engine, tx, each))
    return links
  })

async function keepLink(
  { now }: Engine,
  tx: Tx,
  { merchant, email }: { merchant: string | null; email: string },
): Promise<FirstLink> {
  const secret = newSecret()
  await tx.query(
    `insert into deployment.invitations (invitation_id, token_hash, merchant_id, email, owner, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $3::text is not null, ${at(5)}, $6, ${at(7)})`,
    [newId('I'), hashOf(secret), merchant, email, now(), STARTED, now() + GOOD_FOR],
  )
  return { merchant, email, secret }
}
