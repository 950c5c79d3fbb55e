import { describe, expect, test } from 'vitest'
import { ORDINARY_PERMISSIONS, type Permission, PII_PERMISSIONS, type Scope } from '../permissions.ts'
import { type ReviewedMember, reviewDueAt, reviewLines, signedLines } from './access-review.ts'
import { checkKey, KEY_LASTS_DAYS, keyState, scopesOfKey } from './api-key.ts'
import { changedMember, type MemberChange, mayChange } from './change-member.ts'
import { checkGroup } from './check-group.ts'
import { type Giver, giverOf, mayGive, operatorAs } from './giver.ts'
import { checkInvitation, invitationState } from './invitation.ts'
import type { Group, Member } from './member.ts'

const DAY = 24 * 3_600_000
const NOW = Date.parse('2026-11-10T15:00Z')
const ann: Member = {
  userId: 'U1',
  email: 'ann@example.com',
  name: 'Ann',
  owner: false,
  permissions: ['View Orders'],
  groups: [],
  groupPermissions: [],
  topics: [],
  trainedOn: '2026-11-01',
  piiUntil: null,
  createdAt: NOW - 10 * DAY,
  createdBy: 'boss@example.com',
  disabledAt: null,
}
const dock: Group = { groupId: 'G1', name: 'Dock', permissions: ['Shipping Department'] }
const giver = (may: Giver['may'], fresh = true): Giver => ({ name: 'boss@example.com', userId: 'U9', fresh, may })
const codeOf = (result: { ok: boolean; problem?: { code: string } }) => (result.ok ? 'ok' : result.problem?.code)

describe('who gives what', () => {
  test('[U1] nobody without Edit Users changes people, a disabled one neither; the owner may give everything', () => {
    const asker = { name: 'x', userId: 'U1', fresh: true }
    const code = (member: Member | null) => codeOf(giverOf(asker, member, NOW))
    expect(code(ann)).toBe('may-not-change-people')
    expect(code(null)).toBe('may-not-change-people')
    expect(code({ ...ann, permissions: ['Edit Users'] })).toBe('ok')
    expect(code({ ...ann, permissions: ['Edit Users'], disabledAt: NOW })).toBe('may-not-change-people')
    expect(giverOf(asker, { ...ann, owner: true }, NOW)).toMatchObject({ value: { may: 'everything' } })
  })

  test('[U1] nobody gives a permission that they do not hold, by name or through a group', () => {
    expect(codeOf(mayGive(giver(['Edit Users', 'View Orders']), ['View Orders']))).toBe('ok')
    expect(mayGive(giver(['Edit Users']), ['View Orders'])).toMatchObject({
      problem: { code: 'may-not-give', facts: { permission: 'View Orders' } },
    })
    const inGroup = changedMember(ann, { groups: ['G1'] }, { groups: [dock], now: NOW })
    if (!inGroup.ok) throw new Error('not valid')
    expect(codeOf(mayChange(giver(['Edit Users']), ann, inGroup.value))).toBe('may-not-give')
    expect(codeOf(mayChange(giver(['Edit Users', 'Shipping Department']), ann, inGroup.value))).toBe('ok')
  })

  test.each([
    [giver('everything'), 'ok'],
    [giver('everything', false), 'second-factor-needed'],
    [giver(['Edit Users', 'View Amazon PII']), 'ok'],
    [giver([...ORDINARY_PERMISSIONS]), 'may-not-give'],
    [operatorAs('the command line'), 'ok'],
  ])(
    '[U1][U3] what opens buyer data is given by who holds it or owns the merchant, with a fresh second factor (%#)',
    (by, end) => {
      const after = { ...ann, permissions: [...ann.permissions, 'View Amazon PII'] }
      expect(codeOf(mayChange(by, ann, after))).toBe(end)
    },
  )

  test.each<[string, Partial<Member>]>([
    ['a later end', { piiUntil: NOW + 2 * DAY }],
    ['no end', { piiUntil: null }],
    ['a newer training', { trainedOn: '2026-11-09' }],
  ])('[U3] %s of what opens buyer data is a gift as well', (_, change) => {
    const before = { ...ann, permissions: ['View Amazon PII'], piiUntil: NOW + DAY }
    expect(codeOf(mayChange(giver(['Edit Users']), before, { ...before, ...change }))).toBe('may-not-give')
    expect(codeOf(mayChange(giver(['Edit Users']), before, { ...before, piiUntil: NOW + 1 }))).toBe('ok')
  })

  test('[U3] nobody but the owner lets buyer data open for themselves, or for longer', () => {
    const before = { ...ann, permissions: ['Edit Users', 'View Amazon PII'], piiUntil: NOW + DAY }
    const longer = { ...before, piiUntil: NOW + 2 * DAY }
    const herself = { ...giver(['Edit Users', 'View Amazon PII']), userId: ann.userId }
    expect(codeOf(mayChange(herself, before, longer))).toBe('may-not-give-oneself')
    expect(codeOf(mayChange({ ...herself, userId: 'U9' }, before, longer))).toBe('ok')
    expect(codeOf(mayChange({ ...herself, may: 'everything' }, { ...before, owner: true }, longer))).toBe('ok')
  })

  test('[M3] nobody but the owner changes the owner', () => {
    const boss = { ...ann, owner: true }
    expect(codeOf(mayChange(giver('everything'), boss, boss))).toBe('owner-stays')
    expect(codeOf(mayChange({ ...giver('everything'), userId: 'U1' }, boss, boss))).toBe('ok')
  })

  test('[U1] a change is refused with everything that is wrong, and sorts what it takes', () => {
    const check = (change: MemberChange) => changedMember(ann, change, { groups: [dock], now: NOW })
    const wrong = check({ groups: ['G7'], trainedOn: '2026-11-12', piiUntil: NOW })
    expect(wrong.ok ? [] : wrong.problems.map((each) => each.facts.field)).toEqual(['groups', 'trainedOn', 'piiUntil'])
    expect(check({ permissions: ['Edit Items', 'View Orders', 'Edit Items'], topics: ['health'] })).toMatchObject({
      value: { permissions: ['View Orders', 'Edit Items'], topics: ['health'], trainedOn: '2026-11-01' },
    })
  })
})

describe('groups and invitations', () => {
  test('[U1] a group has a name of its own, and neither it nor an invitation opens buyer data', () => {
    const fields = (name: string, permissions: readonly Permission[]) => {
      const checked = checkGroup({ name, permissions }, [dock])
      return checked.ok ? [] : checked.problems.map((each) => each.facts.field)
    }
    expect(fields('Office', ['View Orders'])).toEqual([])
    expect(fields('dock', [PII_PERMISSIONS[2]])).toEqual(['name', 'permissions'])
    expect(fields(' x', [])).toEqual(['name'])
    const wanted = { email: 'Ben@Example.com', permissions: [], groups: ['G1'], topics: [] } as const
    expect(checkInvitation(wanted, [dock])).toMatchObject({ value: { email: 'ben@example.com' } })
    const bad = checkInvitation({ ...wanted, email: 'ben', permissions: ['View Amazon PII'] }, [])
    expect(bad.ok ? [] : bad.problems.map((each) => each.facts.field)).toEqual(['email', 'permissions', 'groups'])
  })

  test('[U1] an invitation is open until it is accepted, withdrawn or a week old', () => {
    const base = { email: 'b@example.com', permissions: [], groups: [], topics: [], owner: false, createdBy: 'x' }
    const one = { ...base, invitationId: 'I1', createdAt: 0, expiresAt: NOW, acceptedAt: null, withdrawnAt: null }
    expect(invitationState(one, NOW - 1)).toBe('open')
    expect(invitationState(one, NOW)).toBe('expired')
    expect(invitationState({ ...one, acceptedAt: 1 }, NOW)).toBe('accepted')
    expect(invitationState({ ...one, withdrawnAt: 1 }, NOW - 1)).toBe('withdrawn')
  })
})

describe('keys', () => {
  const wanted = {
    name: 'Till',
    purpose: 'reads stock',
    scopes: ['items:read'] as readonly Scope[],
    expiresAt: NOW + 30 * DAY,
    networks: [],
  }
  const fields = (change: Partial<typeof wanted>, by: Giver = giver('everything')) => {
    const checked = checkKey({ ...wanted, ...change }, by, NOW)
    return checked.ok ? [] : checked.problems.map((each) => each.facts.field)
  }

  test('[U6][X1] a key has a purpose, ends within a year, and may no more than its maker', () => {
    expect(fields({})).toEqual([])
    expect(fields({ purpose: '' })).toEqual(['purpose'])
    expect(fields({ expiresAt: NOW })).toEqual(['expiresAt'])
    expect(fields({ expiresAt: NOW + KEY_LASTS_DAYS * DAY })).toEqual([])
    expect(fields({ expiresAt: NOW + KEY_LASTS_DAYS * DAY + 1 })).toEqual(['expiresAt'])
    expect(fields({}, giver(['Edit Users', 'View Items']))).toEqual([])
    expect(fields({}, giver(['Edit Users']))).toEqual(['scopes'])
    expect(fields({ scopes: ['items:read', 'pii:reveal'] })).toEqual(['scopes'])
    expect(fields({ scopes: ['users:write'] })).toEqual(['scopes', 'scopes'])
  })

  test('[U6] a key that nobody used for 90 days is stale', () => {
    const key = { createdAt: NOW - 90 * DAY, expiresAt: NOW + DAY, revokedAt: null, lastUsedAt: null }
    expect(keyState(key, NOW)).toBe('stale')
    expect(keyState({ ...key, lastUsedAt: NOW - 90 * DAY + 1 }, NOW)).toBe('good')
    expect(keyState({ ...key, expiresAt: NOW }, NOW)).toBe('expired')
    expect(keyState({ ...key, revokedAt: NOW }, NOW)).toBe('revoked')
  })

  test('[U6][U3] a key never does more than who answers for it may do now, and never what only people may', () => {
    const scopes = ['items:read', 'orders:read', 'users:write', 'pii:reveal']
    expect(scopesOfKey(scopes, null, NOW)).toEqual(['orders:read', 'items:read'])
    expect(scopesOfKey(scopes, ann, NOW)).toEqual(['orders:read'])
    expect(scopesOfKey(scopes, { ...ann, permissions: [] }, NOW)).toEqual([])
  })
})

describe('the access review', () => {
  const member: ReviewedMember = { ...ann, permissions: ['View Orders', 'View Amazon PII'], lastSeenAt: NOW - DAY }
  const boss: ReviewedMember = { ...member, userId: 'U2', email: 'boss@example.com', owner: true, lastSeenAt: null }
  const key = {
    keyId: 'K1',
    name: 'Till',
    scopes: ['items:read'],
    createdAt: NOW - 100 * DAY,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
  }
  const access = {
    members: [member, { ...boss, createdAt: NOW - 100 * DAY }],
    groups: [dock],
    keys: [key, { ...key, keyId: 'K2', revokedAt: 1 }],
  }
  const lines = reviewLines(access, NOW)

  test('[U6] it lists everybody and everything that has access, with what catches the eye', () => {
    expect(lines.map(({ id, remarks }) => [id, remarks])).toEqual([
      ['U1', []],
      ['U2', ['not here for 90 days']],
      ['K1', ['not used for 90 days', 'does not expire']],
    ])
    expect(lines[0]).toMatchObject({ pii: ['View Amazon PII'], piiActs: true })
    expect(reviewLines({ ...access, members: [{ ...member, trainedOn: null }] }, NOW)[0]).toMatchObject({
      piiActs: false,
      remarks: ['training or time over: buyer data stays closed'],
    })
  })

  test('[U6][M3] it is signed whole: each line once, and the owner stays', () => {
    const all = lines.map(({ kind, id }) => ({ kind, id, decision: 'keep' as const }))
    expect(codeOf(signedLines(lines, all))).toBe('ok')
    expect(codeOf(signedLines(lines, all.slice(1)))).toBe('review-moved')
    expect(codeOf(signedLines(lines, [...all, { kind: 'key', id: 'K9', decision: 'keep' }]))).toBe('review-moved')
    expect(codeOf(signedLines(lines, [...all.slice(1), ...all.slice(1, 2)]))).toBe('review-moved')
    const revoke = (id: string) => all.map((each) => (each.id === id ? { ...each, decision: 'revoke' as const } : each))
    expect(codeOf(signedLines(lines, revoke('U1')))).toBe('ok')
    expect(codeOf(signedLines(lines, revoke('U2')))).toBe('owner-stays')
  })

  test('[U6] it is due 90 days after the last one, or after the first who had access came', () => {
    expect(reviewDueAt({ lastSignedAt: null, firstCameAt: null })).toBeNull()
    expect(reviewDueAt({ lastSignedAt: null, firstCameAt: NOW })).toBe(NOW + 90 * DAY)
    expect(reviewDueAt({ lastSignedAt: NOW, firstCameAt: 0 })).toBe(NOW + 90 * DAY)
  })
})
