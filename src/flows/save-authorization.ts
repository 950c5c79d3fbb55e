import { connectionId, type Marketplace } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { OF_DEPLOYMENT } from '#core/known-authorization-problems.ts'
import type { ProblemCode } from '#core/known-problems.ts'
import { lapseDay } from '#core/notifications/authorization-ladder.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import type { Deps, Tx } from './deps.ts'
import { moveAuthorization } from './move-authorization.ts'
import { noteSettings } from './note-settings.ts'
import { raisePlan } from './raise-plan.ts'
import { noteMarketplaces } from './reread-marketplaces.ts'

const DAY = 86_400_000

/** A refresh token, how it came, who brought it, and whether they agree that the merchant's plan is raised (C8). */
export type Brought = {
  readonly region: Region
  readonly sellingPartnerId: string
  readonly refreshToken: string
  readonly consent: 'website' | 'pasted'
  readonly who: string
  readonly raisesPlan: boolean
}

/**
 * Proves a refresh token at Amazon (one token call, one participations call) and saves it sealed (C1, C3). The same selling partner again is a
 * renewal: the token is replaced, its day set anew, the clock of C6 is over, and work goes on where it stopped (C4).
 */
export async function saveAuthorization(
  deps: Deps,
  merchant: MerchantId,
  brought: Brought,
): Promise<Result<ConnectionId>> {
  const { region, sellingPartnerId, refreshToken } = brought
  const proof = await deps.amazon.proveAuthorization(merchant, region, sellingPartnerId, refreshToken)
  if (proof.ok === 'wait') return failed('throttled', { operation: 'getMarketplaceParticipations' })
  if (!proof.ok) return proof
  const id = connectionId(region, sellingPartnerId)
  const sealedToken = deps.secrets.seal(refreshToken, `refresh token ${merchant} ${id}`)
  const saved = await deps.transaction(merchant, 'app', async (tx): Promise<Result<ConnectionId>> => {
    const plan = await raisePlan(deps, tx, { merchant, ...brought })
    if (!plan.ok) return plan
    if (!(await tx.store.claimSellingPartner({ region, sellingPartnerId })))
      return refuseMixUp(deps, tx, { id, brought })
    await keep(deps, tx, { id, brought, sealedToken, marketplaces: proof.value })
    tx.noteAct({ at: deps.now(), act: 'connection-authorized', who: brought.who, about: id, merchant })
    return ok(id)
  })
  if (!saved.ok && saved.problem.code === 'held-by-other-merchant')
    deps.log.alarm('A selling partner of another merchant was refused.', { merchant, connection: id })
  return saved
}

type Kept = {
  readonly id: ConnectionId
  readonly brought: Brought
  readonly sealedToken: Buffer
  readonly marketplaces: readonly Marketplace[]
}

async function keep(deps: Deps, tx: Tx, { id, brought, sealedToken, marketplaces }: Kept): Promise<void> {
  const { region, sellingPartnerId, consent } = brought
  const at = deps.now()
  const known = await tx.store.findConnection(id)
  // What worked by files was never authorized before: this is the first time (H1).
  const before = known?.state === 'by-files' ? null : known
  const { timeZone } = await tx.store.merchantFacts()
  // Who said that a self-authorized one has no end means the next one too.
  const hasNoEnd = consent === 'pasted' && before?.consent === 'pasted' && before.lapsesOn === null
  const lapsesOn = hasNoEnd ? null : lapseDay(at, timeZone)
  await tx.store.saveConnection({
    id,
    region,
    sellingPartnerId,
    sealedToken,
    consent,
    lapsesOn,
    authorizedAt: at,
    marketplaces,
  })
  await noteLapse(deps, tx, { id, from: before?.lapsesOn ?? null, to: lapsesOn })
  await moveAuthorization(tx, { connection: id, signal: 'proven', at })
  await tx.store.clearProblems({ connection: id, codes: OVER_WITH_PROOF, at })
  await noteMarketplaces(tx, { connection: id, marketplaces, at })
  await resume(tx, id, { isRenewal: known !== null, at })
  if (deps.hintQueue) await tx.wake('subscriptions', id)
}

type Lapse = { readonly id: ConnectionId; readonly from: string | null; readonly to: string | null }

/** The last day that an authorization brings stands in the history of the credentials, beside the days that people set (C4, D38). */
const noteLapse = (deps: Deps, tx: Tx, { id, from, to }: Lapse): Promise<void> =>
  noteSettings(deps, tx, {
    section: 'importing',
    before: { [id]: { lapsesOn: from } },
    after: { [id]: { lapsesOn: to } },
  })

const OVER_WITH_PROOF: readonly ProblemCode[] = [
  'authorization-revoked',
  'access-denied',
  'confirmations-denied',
  'marketplace-refused',
  'held-by-other-merchant',
  'deletion-overdue',
  ...(OF_DEPLOYMENT as readonly ProblemCode[]),
]

/** Everything that rested goes on where it stopped; what is held is tried again, since a role may have been granted (C4, E4). */
async function resume(tx: Tx, id: ConnectionId, { isRenewal, at }: { isRenewal: boolean; at: number }): Promise<void> {
  await tx.store.lockConfiguration()
  await tx.store.bumpConfiguration()
  await tx.wake('reprocess')
  await tx.wake('sweep-orders', id)
  await tx.wake('confirm-shipments', id)
  await tx.wake('notify')
  await tx.wake('drift-audit', id)
  await tx.wake('authorization', id, at + DAY)
  if (!isRenewal) return
  for (const kind of ['order-feeds', 'listings', 'listings-feed', 'listing-results', 'backfill'] as const)
    await tx.wake(kind, id)
}

/** A selling partner that another merchant holds: nobody is told whose it is (C3). */
async function refuseMixUp(
  deps: Deps,
  tx: Tx,
  { id, brought }: { id: ConnectionId; brought: Brought },
): Promise<Result<ConnectionId>> {
  const refused = failed('held-by-other-merchant')
  const at = deps.now()
  await tx.store.noteProblem({ connection: id, problem: refused.problem, at })
  await tx.store.noteMixUp({ connection: id, at })
  tx.noteAct({ at, act: 'authorization-refused', who: brought.who, about: id, facts: { why: refused.problem.code } })
  await tx.wake('authorization', '')
  return refused
}
