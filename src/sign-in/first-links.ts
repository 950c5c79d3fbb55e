import { type Tx, withoutMerchant } from '#store/db.ts'
import type { Engine } from './engine.ts'
import { at } from './parts.ts'
import { hashOf, newId, newSecret } from './secret.ts'

/** A link for somebody without whom nobody could let anybody in. */
export type FirstLink = { readonly merchant: string | null; readonly email: string; readonly secret: string }

/** Who makes these invitations, as it is noted; only its own are withdrawn by the next start. */
const STARTED = 'the start of the program'
const GOOD_FOR = 7 * 86_400_000

/**
 * One link for the owner of each merchant for whom nobody works yet, made anew at each start; the ones of the start before are
 * withdrawn (U1). There is no default account and no default password.
 */
export const makeFirstLinks = (engine: Engine): Promise<FirstLink[]> =>
  withoutMerchant(engine.pool, async (tx) => {
    const alone = await tx.query<{ merchant: string; email: string }>(
      `select merchant_id as merchant, lower(owner) as email from deployment.merchants m
       where not exists (select from deployment.memberships s where s.merchant_id = m.merchant_id) order by merchant_id limit 100`,
    )
    await tx.query(
      `update deployment.invitations set withdrawn_at = ${at(1)} where created_by = $2 and accepted_at is null and withdrawn_at is null`,
      [engine.now(), STARTED],
    )
    const links: FirstLink[] = []
    for (const { merchant, email } of alone) links.push(await keepLink(engine, tx, { merchant, email }))
    return links
  })

async function keepLink(
  { now }: Engine,
  tx: Tx,
  { merchant, email }: { merchant: string; email: string },
): Promise<FirstLink> {
  const secret = newSecret()
  await tx.query(
    `insert into deployment.invitations (invitation_id, token_hash, merchant_id, email, owner, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, true, ${at(5)}, $6, ${at(7)})`,
    [newId('I'), hashOf(secret), merchant, email, now(), STARTED, now() + GOOD_FOR],
  )
  return { merchant, email, secret }
}
