import { expect, test } from 'vitest'
import { ORDINARY_PERMISSIONS, PII_PERMISSIONS } from '../permissions.ts'
import { actingPermissions, type Given } from './acting-permissions.ts'

const NOW = Date.parse('2026-11-10T15:00Z')
const nobody: Given = { owner: false, permissions: [], groupPermissions: [], trainedOn: '2026-11-01', piiUntil: null }
const acting = (given: Partial<Given>, now = NOW) => actingPermissions({ ...nobody, ...given }, now)

test('[U1] nobody may do anything by default; what was given by name and through groups adds up', () => {
  expect(acting({})).toEqual([])
  expect(acting({ permissions: ['View Items'], groupPermissions: ['View Orders', 'View Items'] })).toEqual([
    'View Orders',
    'View Items',
  ])
})

test('[M3][U1] the owner may do everything but open buyer data without being given it', () => {
  expect(acting({ owner: true })).toEqual(ORDINARY_PERMISSIONS)
  expect(acting({ owner: true, permissions: ['View Amazon PII'] })).toEqual([
    ...ORDINARY_PERMISSIONS,
    'View Amazon PII',
  ])
})

test('[U1] what stands in a group or a row and is no permission of ours gives nothing, and buyer data never comes through a group', () => {
  expect(acting({ permissions: ['owner', 'users:write'], groupPermissions: [...PII_PERMISSIONS] })).toEqual([])
})

test.each([
  ['2026-11-10', null, true],
  ['2025-11-11', null, true],
  ['2025-11-10', null, false],
  [null, null, false],
  ['2026-11-01', NOW + 1, true],
  ['2026-11-01', NOW, false],
])('[U3][U6] trained on %s and given until %s: buyer data opens is %s', (trainedOn, piiUntil, opens) => {
  const permissions = ['View Orders', ...PII_PERMISSIONS]
  expect(acting({ permissions, trainedOn, piiUntil })).toEqual(opens ? permissions : ['View Orders'])
})
