import { expect, test } from 'vitest'
import type { Checked } from '../settings/faults.ts'
import { checkMerchant, drawMerchantId, type EnteredMerchant } from './check-merchant.ts'

const shipFrom = {
  name: 'Cedar Shelf',
  line1: '4 Mill Lane',
  city: 'Bath',
  state: '',
  postalCode: 'BA1 1AA',
  country: 'GB',
}
const cedar: EnteredMerchant = {
  id: 'CEDAR',
  name: 'Cedar Shelf',
  owner: 'owner@cedar.example',
  timeZone: 'Europe/London',
  currency: 'GBP',
  weightUnit: 'kg',
  shipFrom,
}
const fieldsOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.problems.map((each) => each.facts.field))
const check = (change: Partial<EnteredMerchant>) => checkMerchant({ ...cedar, ...change })

test('[M1] a merchant has an id of five capitals, name, time zone, currency, weight unit and ship-from address', () => {
  expect(checkMerchant(cedar)).toEqual({ ok: true, value: cedar })
  expect(check({ id: null }).ok).toBe(true)
})

test.each(['', 'nobody', 'a@b@c', 'two words@example.com'])(
  '[M3] a merchant has one owner: [%s] is no e-mail address',
  (owner) => {
    expect(fieldsOf(check({ owner }))).toEqual(['owner'])
  },
)

test.each(['cedar', 'CEDA', 'CEDARS', 'CED4R', ''])('[M1] the Merchant ID [%s] is refused', (id) => {
  expect(fieldsOf(check({ id }))).toEqual(['id'])
})

test.each(['America/New_York', 'UTC', 'Asia/Kolkata'])('[M1] %s is a time zone', (timeZone) => {
  expect(check({ timeZone }).ok).toBe(true)
})

test('[M1] a time zone is kept as it is usually written', () => {
  expect(check({ timeZone: 'america/new_york' })).toMatchObject({ value: { timeZone: 'America/New_York' } })
})

test.each(['Mars/Base', '+02:00', 'New York', ''])('[M1] the time zone [%s] is refused', (timeZone) => {
  expect(fieldsOf(check({ timeZone }))).toEqual(['timeZone'])
})

test('[M1] everything that is wrong is told at once', () => {
  const all = { id: 'x', name: ' ', timeZone: 'x', currency: 'usd', weightUnit: 'stone' }
  const wrong = check({ ...all, shipFrom: { ...shipFrom, city: '', country: 'ZZ' } })
  expect(fieldsOf(wrong)).toEqual([
    'id',
    'name',
    'timeZone',
    'currency',
    'weightUnit',
    'shipFrom.city',
    'shipFrom.country',
  ])
})

test('[M1] a drawn Merchant ID is five capitals', () => {
  expect(drawMerchantId(() => 0)).toBe('AAAAA')
  expect(drawMerchantId(() => 0.999999)).toBe('ZZZZZ')
})
