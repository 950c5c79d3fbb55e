import { expect, test } from 'vitest'
import { readScan } from './read-scan.ts'

test.each([
  ['  ', { kind: 'nothing' }],
  ['111-2222222-3333333', { kind: 'order', key: '111-2222222-3333333' }],
  [' 1042 ', { kind: 'order', key: '1042' }],
  ['#1042', { kind: 'order', key: '1042' }],
  ['1Z 999 AA1 01 2345 6784', { kind: 'tracking', known: true }],
  ['TBA123456789012', { kind: 'tracking', known: true }],
  ['SHOP-7001', { kind: 'tracking', known: false }],
] as const)('[S2] %j is told apart by its form', (text, scan) => {
  expect(readScan(text)).toEqual(scan)
})

test.each([
  ['1Z999AA10123456785', 'UPS'],
  ['1z 999 aa1 01 2345 6783', 'UPS'],
  ['RR123456786GB', 'Royal Mail'],
  ['9400100000000000000001', 'USPS'],
])('[S3] %s has the form of a number of %s, and its check digit does not fit', (text, code) => {
  expect(readScan(text)).toMatchObject({ kind: 'misread', code })
})

test('[S3] digits that could be of any carrier are not called misread', () => {
  expect(readScan('12345678901')).toEqual({ kind: 'tracking', known: false })
})
