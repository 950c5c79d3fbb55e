import { describe, expect, test } from 'vitest'
import { tell } from '../problems.ts'
import { FACTOR_FRESH } from '../sign-in/session-ends.ts'
import { type Asked, decideGrant, type Viewer } from './grant.ts'
import { FIELDS_FOR, REVEAL_PURPOSES } from './purposes.ts'

const NOW = Date.parse('2026-11-10T15:00:00Z')
const person = {
  kind: 'user',
  userId: 'U0000000000000001',
  email: 'packer@example.com',
  sessionId: 'S1',
  secondFactorAt: NOW - 60_000,
  scopes: ['orders:read', 'pii:reveal'],
} as const satisfies Viewer
const asked: Asked = {
  viewer: person,
  way: 'reveal',
  purpose: 'ship',
  origins: ['amazon'],
  opened: 1,
  allowed: 50,
  coveredByRun: false,
  now: NOW,
}
const endOf = (change: Partial<Asked>): string => {
  const granted = decideGrant({ ...asked, ...change })
  return granted.ok ? 'granted' : granted.problem.code
}
const factorAt = (secondFactorAt: number | null): Viewer => ({ ...person, secondFactorAt })
const all: Viewer = { ...person, scopes: ['pii:reveal', 'pii:print', 'pii:export'] }

describe('whether buyer data may be opened', () => {
  test.each<[what: string, change: Partial<Asked>, end: string]>([
    ['a person with the permission, a purpose and a fresh second factor', {}, 'granted'],
    ['a key, whatever it carries', { viewer: { kind: 'key', keyId: 'k' } }, 'buyer-only-for-people'],
    ['a person without the permission', { viewer: { ...person, scopes: ['orders:read'] } }, 'buyer-not-permitted'],
    ['who may reveal, to print', { way: 'print' }, 'buyer-not-permitted'],
    ['who may reveal, to export', { way: 'export' }, 'buyer-not-permitted'],
    [
      'who may print and export, to reveal',
      { viewer: { ...person, scopes: ['pii:print', 'pii:export'] } },
      'buyer-not-permitted',
    ],
    ['who may print, to print', { way: 'print', viewer: all }, 'granted'],
    ['who may export, to export', { way: 'export', viewer: all }, 'granted'],
    ['a second factor of exactly 15 minutes ago', { viewer: factorAt(NOW - FACTOR_FRESH) }, 'granted'],
    ['one of a millisecond more', { viewer: factorAt(NOW - FACTOR_FRESH - 1) }, 'second-factor-needed'],
    ['no second factor in this session', { viewer: factorAt(null) }, 'second-factor-needed'],
    ['a second factor that lies ahead', { viewer: factorAt(NOW + 1) }, 'second-factor-needed'],
    ['the last order that the limit allows', { opened: 50 }, 'granted'],
    ['one more', { opened: 51 }, 'reveal-quota'],
    ['a limit of none', { opened: 1, allowed: 0 }, 'reveal-quota'],
    ['an order whose buyer was purged', { origins: [null] }, 'buyer-gone'],
    ['several orders of which one was purged', { origins: ['amazon', null] }, 'buyer-gone'],
    [
      'an order of a channel of the merchant, with an old second factor',
      { origins: ['web shop'], viewer: factorAt(null), opened: 99 },
      'granted',
    ],
    [
      'the same without the permission',
      { origins: ['web shop'], viewer: { ...person, scopes: [] } },
      'buyer-not-permitted',
    ],
    [
      'orders of both, with an old second factor',
      { origins: ['web shop', 'amazon'], viewer: factorAt(null) },
      'second-factor-needed',
    ],
  ])('[U3] %s', (_, change, end) => {
    expect(endOf(change)).toBe(end)
  })

  test.each<[what: string, change: Partial<Asked>, end: string]>([
    ['shows an order that it covers with an old second factor', { way: 'run' }, 'granted'],
    ['shows beyond the limit of single reveals', { way: 'run', opened: 999 }, 'granted'],
    ['shows nothing that it does not cover', { way: 'run', coveredByRun: false }, 'shipping-run-closed'],
    ['is for shipping and nothing else', { way: 'run', purpose: 'legal' }, 'shipping-run-closed'],
    ['lets labels be printed by who may print', { way: 'print', viewer: { ...all, secondFactorAt: null } }, 'granted'],
    ['lets nobody print without that permission', { way: 'print' }, 'buyer-not-permitted'],
    ['makes no single reveal easier', { way: 'reveal' }, 'second-factor-needed'],
    ['makes no export easier', { way: 'export', viewer: { ...all, secondFactorAt: null } }, 'second-factor-needed'],
  ])('[U3] a shipping run %s', (_, change, end) => {
    expect(endOf({ viewer: factorAt(null), coveredByRun: true, ...change })).toBe(end)
  })

  test('[U3] each purpose shows what it needs: shipping no e-mail address and no tax number, and no purpose is open', () => {
    expect(REVEAL_PURPOSES).toEqual(['ship', 'contact-about-order', 'tax-or-invoice', 'return-or-claim', 'legal'])
    for (const hidden of ['email', 'taxNumbers', 'purchaseOrder'] as const)
      expect(FIELDS_FOR.ship).not.toContain(hidden)
    expect(FIELDS_FOR['contact-about-order']).not.toContain('shipTo')
  })

  test('[E4] each refusal says what helps', () => {
    const refusal = decideGrant({ ...asked, viewer: factorAt(null) })
    expect(refusal.ok ? '' : tell(refusal.problem).sentence).toContain('Show your second factor again')
  })
})
