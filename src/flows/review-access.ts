import type { MerchantId } from '#core/ids.ts'
import type { HealthFinding } from '#core/notifications/messages.ts'
import {
  type Decision,
  type ReviewLine,
  reviewDueAt,
  reviewLines,
  type SignedLine,
  signedLines,
} from '#core/people/access-review.ts'
import type { Asker } from '#core/people/giver.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { admitGiver, endAccess } from './change-people.ts'
import type { Deps, Tx } from './deps.ts'
import { takeOffMails } from './told-members.ts'

/** Who has access now, when the list must be signed next, and a name for exactly this list. */
export type OpenReview = {
  readonly version: string
  readonly dueAt: number | null
  readonly lastSignedAt: number | null
  readonly lines: readonly ReviewLine[]
}

/** The list of who and what has access to a merchant now (D11). */
export const readReview = (deps: Deps, merchant: MerchantId): Promise<OpenReview> =>
  deps.transaction(merchant, 'app', (tx) => openReview(deps, tx))

async function openReview(deps: Deps, tx: Tx): Promise<OpenReview> {
  const seen = await tx.store.lastSeen()
  const members = (await tx.store.listMembers()).map((member) => ({
    ...member,
    lastSeenAt: seen.find((each) => each.userId === member.userId)?.at ?? null,
  }))
  const [groups, keys] = [await tx.store.listGroups(), await tx.store.apiKeysOf()]
  const lines = reviewLines({ members, groups, keys }, deps.now())
  const times = await tx.store.reviewTimes()
  // What moves by itself, when somebody was last here, is no reason to read the list again.
  const stays = lines.map(({ kind, id, may, groups: of, pii }) => [kind, id, may, of, pii])
  const version = deps.fingerprint(JSON.stringify(stays))
  return { version, dueAt: reviewDueAt(times), lastSignedAt: times.lastSignedAt, lines }
}

/** A review as somebody signs it: the list that was read, and what is to be done about each line. */
export type Signing = { readonly asker: Asker; readonly version: string; readonly decisions: readonly Decision[] }

/** Signs the list: what it said is kept, and what was not to be kept ends at once (D11, D12). */
export const signReview = (
  deps: Deps,
  merchant: MerchantId,
  { asker, version, decisions }: Signing,
): Promise<Result<{ readonly reviewId: number; readonly lines: readonly SignedLine[] }>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const now = deps.now()
    const giver = await admitGiver(tx, asker, now)
    if (!giver.ok) return giver
    const open = await openReview(deps, tx)
    if (open.version !== version) return failed('review-moved')
    const signed = signedLines(open.lines, decisions)
    if (!signed.ok) return signed
    const reviewId = await tx.store.addAccessReview({ signedAt: now, signedBy: asker.name, lines: signed.value })
    const revoked = signed.value.filter((line) => line.decision === 'revoke')
    for (const line of revoked) await revoke(tx, line, { merchant, by: asker.name, now })
    if (revoked.length > 0) await takeOffMails(tx, deps)
    const facts = { kept: signed.value.length - revoked.length, revoked: revoked.map((line) => line.id) }
    tx.noteAct({ at: now, act: 'access-reviewed', who: asker.name, about: `review ${reviewId}`, merchant, facts })
    return ok({ reviewId, lines: signed.value })
  })

async function revoke(
  tx: Tx,
  { kind, id }: SignedLine,
  { merchant, by, now }: { readonly merchant: MerchantId; readonly by: string; readonly now: number },
): Promise<void> {
  if (kind === 'member') {
    const member = await tx.store.findMember(id)
    if (member) await endAccess(tx, { merchant, member, by, leftAt: now, now })
    return
  }
  await tx.store.endApiKeys({ keyId: id, at: now })
  tx.noteAct({ at: now, act: 'api-key-revoked', who: by, about: id, merchant })
}

/** An access review that is overdue, for the daily mail (D11, N3). */
export async function overdueReview(deps: Deps, merchant: MerchantId, now: number): Promise<readonly HealthFinding[]> {
  const times = await deps.transaction(merchant, 'app', (tx) => tx.store.reviewTimes())
  const dueAt = reviewDueAt(times)
  if (dueAt === null || dueAt > now) return []
  const days = Math.floor((now - dueAt) / 86_400_000)
  return [{ says: `Nobody has looked through who may do what; it was due ${days} days ago`, look: 'review show' }]
}
