import { describe, expect, test } from 'vitest'
import { tell } from '../problems.ts'
import { readTracking } from './tracking-number.ts'

describe('tracking numbers', () => {
  test.each([
    [null, 'USPS', null, false],
    ['   ', null, null, false],
    ['1Z999AA10123456784', 'UPS', '1Z999AA10123456784', false],
    ['9400 1112 0255 5842 3326 69', 'USPS', '9400111202555842332669', true],
    ['1234-5678-9012', 'FedEx', '123456789012', true],
    ['012345678901', 'FedEx', '012345678901', false],
    ['1234E567', null, '1234E567', false],
    ['12345678901', null, '12345678901', false],
    ['100000000000', 'FedEx', '100000000000', false],
    ['JD0002/77.4', 'DHL', 'JD0002/77.4', false],
  ])('[S3] %s of %s goes up as %s', (entered, code, ...[tracking, cleaned]) => {
    expect(readTracking(entered, code)).toEqual({ ok: true, value: { tracking, cleaned } })
  })

  test.each([
    ['9.4001E+21', null, 'power of ten'],
    ['9,4E+21', 'USPS', 'power of ten'],
    ['9E+21', null, 'power of ten'],
    ['9.40E21', null, 'power of ten'],
    ['123456789012.00', 'FedEx', 'decimal point'],
    ['12345678901', 'FedEx', '11 digits, and those of FedEx have 12: a leading zero was lost'],
    ['1234 5678 9012 34', 'FedEx', '14 digits'],
    ['9400111202555840000000', 'USPS', 'rounded'],
    ['940011120255584000', null, 'rounded'],
    ['123456789', 'DHL Express', 'leading zero'],
    ['340434161094042557', 'DHL-Paket', '18 digits, and those of DHL-Paket have 20'],
  ])('[S3] %s of %s was spoilt by a spreadsheet, and the sentence says what to do', (entered, code, words) => {
    const read = readTracking(entered, code)
    if (read.ok) throw new Error('It was taken.')
    expect(read.problem.code).toBe('tracking-spoilt')
    expect(tell(read.problem).sentence).toContain(words)
    expect(tell(read.problem).sentence).toContain('format the column as text')
  })

  test.each([
    ['9'.repeat(51), 'more than 50'],
    ['N/A', 'no digit'],
    ['0000', 'nothing but zeros'],
    ['12\u0000 34', 'on no label'],
    ['12\n34', 'on no label'],
    ['１２３４', 'on no label'],
    ['-', 'on no label'],
  ])('[S3] %j stands on no label', (entered, words) => {
    const read = readTracking(entered, null)
    if (read.ok) throw new Error('It was taken.')
    expect(read.problem.code).toBe('tracking-not-valid')
    expect(tell(read.problem).sentence).toContain(words)
  })
})
