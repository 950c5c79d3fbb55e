import { type Permission, PII_PERMISSIONS } from '../permissions.ts'
import { failed, ok, type Result } from '../problems.ts'
import { actingPermissions, piiActs } from './acting-permissions.ts'
import { type KeyTimes, keyState } from './api-key.ts'
import type { Group, Member } from './member.ts'

const DAY = 24 * 3_600_000

/** How often somebody goes through who may do what (D11). */
export const REVIEW_EVERY_DAYS = 90

/** One line of the list: a person or a key, what it may do, and when it was last seen. Instants in epoch ms. */
export type ReviewLine = {
  readonly kind: 'member' | 'key'
  readonly id: string
  readonly name: string
  readonly owner: boolean
  /** Permissions of a person, scopes of a key. */
  readonly may: readonly string[]
  readonly groups: readonly string[]
  /** What was given that opens buyer data, and whether it acts now. */
  readonly pii: readonly Permission[]
  readonly piiActs: boolean
  readonly lastSeenAt: number | null
  /** What catches the eye: a person who never came, a key that nobody uses. */
  readonly remarks: readonly string[]
}

/** What was decided about a line. */
export type Decision = { readonly kind: ReviewLine['kind']; readonly id: string; readonly decision: 'keep' | 'revoke' }

/** A line as it was signed. */
export type SignedLine = ReviewLine & { readonly decision: 'keep' | 'revoke' }

/** A key as the review sees it. */
export type ReviewedKey = KeyTimes & {
  readonly keyId: string
  readonly name: string
  readonly scopes: readonly string[]
}

/** A member as the review sees it. */
export type ReviewedMember = Member & { readonly lastSeenAt: number | null }

/** Everybody and everything that has access now, people first (D11). */
export function reviewLines(
  access: {
    readonly members: readonly ReviewedMember[]
    readonly groups: readonly Group[]
    readonly keys: readonly ReviewedKey[]
  },
  now: number,
): readonly ReviewLine[] {
  const nameOf = (id: string) => access.groups.find((group) => group.groupId === id)?.name ?? id
  const keys = access.keys.filter((key) => ['good', 'stale'].includes(keyState(key, now)))
  return [
    ...access.members.map((member) => memberLine(member, member.groups.map(nameOf), now)),
    ...keys.map((key) => keyLine(key, now)),
  ]
}

function memberLine(member: ReviewedMember, groups: readonly string[], now: number): ReviewLine {
  const quiet = now - (member.lastSeenAt ?? member.createdAt) >= REVIEW_EVERY_DAYS * DAY
  const pii = PII_PERMISSIONS.filter((each) => member.permissions.includes(each))
  const acts = pii.length > 0 && piiActs(member, now)
  return {
    kind: 'member',
    id: member.userId,
    name: member.email,
    owner: member.owner,
    may: actingPermissions(member, now),
    groups,
    pii,
    piiActs: acts,
    lastSeenAt: member.lastSeenAt,
    remarks: [
      ...(quiet ? [`not here for ${REVIEW_EVERY_DAYS} days`] : []),
      ...(pii.length > 0 && !acts ? ['training or time over: buyer data stays closed'] : []),
      ...(member.disabledAt === null ? [] : ['disabled']),
    ],
  }
}

const keyLine = (key: ReviewedKey, now: number): ReviewLine => ({
  kind: 'key',
  id: key.keyId,
  name: key.name,
  owner: false,
  may: key.scopes,
  groups: [],
  pii: [],
  piiActs: false,
  lastSeenAt: key.lastUsedAt,
  remarks: [
    ...(keyState(key, now) === 'stale' ? [`not used for ${REVIEW_EVERY_DAYS} days`] : []),
    ...(key.expiresAt === null ? ['does not expire'] : []),
  ],
})

/** The lines with what was decided of each: every line once, none that is not there, and never without the owner (D11, M3). */
export function signedLines(
  lines: readonly ReviewLine[],
  decisions: readonly Decision[],
): Result<readonly SignedLine[]> {
  const keyOf = ({ kind, id }: Pick<ReviewLine, 'kind' | 'id'>) => `${kind} ${id}`
  const decided = new Map(decisions.map((each) => [keyOf(each), each.decision]))
  const isWhole = decided.size === lines.length && decisions.length === lines.length
  const signed = lines.flatMap((line) => {
    const decision = decided.get(keyOf(line))
    return decision ? [{ ...line, decision }] : []
  })
  if (!isWhole || signed.length !== lines.length) return failed('review-moved')
  return signed.some((line) => line.owner && line.decision === 'revoke') ? failed('owner-stays') : ok(signed)
}

/** When the next review is due, or null where nobody has access: 90 days after the last, or after the first came (D11). */
export const reviewDueAt = (since: { readonly lastSignedAt: number | null; readonly firstCameAt: number | null }) => {
  const from = since.lastSignedAt ?? since.firstCameAt
  return from === null ? null : from + REVIEW_EVERY_DAYS * DAY
}
