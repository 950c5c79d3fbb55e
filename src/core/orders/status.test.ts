import { expect, it } from 'vitest'
import { statusMeaning } from './status.ts'

it.each([
  ['PENDING', 'pending'],
  ['PENDING_AVAILABILITY', 'pending'],
  ['UNSHIPPED', 'open'],
  ['PARTIALLY_SHIPPED', 'open'],
  ['SHIPPED', 'shipped'],
  ['CANCELLED', 'cancelled'],
  ['UNFULFILLABLE', null],
  ['INVOICE_UNCONFIRMED', null],
  ['Shipped', null],
  ['constructor', null],
  ['', null],
])('[O13] the status %s means %s', (status, meaning) => {
  expect(statusMeaning(status)).toBe(meaning)
})
