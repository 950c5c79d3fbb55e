import { describe, expect, test } from 'vitest'
import type { Member } from '../people/member.ts'
import type { Permission } from '../permissions.ts'
import { formerAddresses, toldPeople } from './told-people.ts'
import { TOPICS, type Topic } from './topics.ts'

const NOW = Date.parse('2026-11-10T15:00Z')
const owner = 'owner@example.com'
const office = { address: 'office@example.com', topics: ['health'] as const }

const user = (name: string, permissions: readonly Permission[], topics: readonly Topic[] = []): Member => ({
  userId: `U${name}`,
  email: `${name}@example.com`,
  name,
  owner: false,
  permissions,
  groups: [],
  groupPermissions: [],
  topics,
  trainedOn: null,
  piiUntil: null,
  createdAt: 0,
  createdBy: owner,
  disabledAt: null,
})
const told = (members: readonly Member[], named: readonly { address: string; topics: readonly Topic[] }[] = []) =>
  toldPeople({ members, named, owner }, NOW)

describe('before a merchant has users', () => {
  test('[N2] with nobody named the owner is told of everything; with somebody named only they are', () => {
    expect(told([])).toEqual([{ address: owner, topics: TOPICS }])
    expect(told([], [office])).toEqual([office])
  })
})

describe('once a merchant has users', () => {
  test('[N1] every user who has the topic is told, and an address that is no user’s is told no more', () => {
    const [ann, ben] = [user('ann', [], ['health']), user('ben', [], ['health', 'deadlines'])]
    const other = TOPICS.filter((topic) => topic !== 'health' && topic !== 'deadlines')
    expect(told([ann, ben], [office])).toEqual([
      { address: 'ann@example.com', topics: ['health'] },
      { address: 'ben@example.com', topics: ['deadlines', 'health'] },
    ])
    const cara = user('cara', ['Edit Settings'])
    expect(told([ann, ben, cara])[2]).toEqual({ address: 'cara@example.com', topics: other })
    expect(
      formerAddresses({ members: [ann], named: [office, { ...office, address: 'Ann@example.com' }], owner }),
    ).toEqual(['office@example.com'])
  })

  test('[N2] of a topic that nobody has, every user with Edit Settings is told, the owner among them', () => {
    const boss = { ...user('boss', []), owner: true }
    const byGroup = { ...user('dora', []), groupPermissions: ['Edit Settings'] }
    expect(told([boss, user('ann', ['View Settings']), byGroup])).toEqual([
      { address: 'boss@example.com', topics: TOPICS },
      { address: 'dora@example.com', topics: TOPICS },
    ])
  })

  test('[N1][U6] who is disabled is told nothing and keeps no topic from others', () => {
    const gone = { ...user('gone', ['Edit Settings'], ['health']), disabledAt: NOW }
    expect(told([gone, user('eve', ['Edit Settings'])])).toEqual([{ address: 'eve@example.com', topics: TOPICS }])
    expect(told([gone])).toEqual([{ address: owner, topics: TOPICS }])
  })
})
