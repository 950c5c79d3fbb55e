import { describe, expect, test } from 'vitest'
import { knownWords } from '../../src/amazon/known-words.ts'

describe('what Amazon says about an order', () => {
  test.each([
    ['The input you have submitted is not valid'],
    ["Invalid type for field 'packageReferenceId': expected string."],
    ['NonexistentOrderItem: Failed to find order item list'],
    ['Ship+ orders are confirmed automatically'],
    ['The order 111-2222222-3333333 was cancelled by the buyer.'],
    ['orderItems[].quantity must be greater than zero'],
  ])('[U2] is told as it is where all of it is known: %s', (text) => {
    expect(knownWords(text)).toBe(text)
  })

  test.each([
    ['The address 77 Xylophone Crescent of Quentina Zebrafield is not valid', 'The […] of […] is not valid'],
    ["Invalid phone '+1 555-0177' for order 111-2222222-3333333.", 'Invalid […] for order 111-2222222-3333333.'],
    ['buyer zq77@marketplace.amazon.example is blocked', 'buyer […] is blocked'],
    ['Name: QUENTINA', 'Name: […]'],
    ['quentinaZebrafield does not exist', '[…] does not exist'],
    ['Value "Happy\u00a0birthday" is too long', 'Value […] is too long'],
    ['postal code ZQ94XY is invalid', '[…] code […] is invalid'],
    ['UXVlbnRpbmEgWmVicmE= is invalid', '[…] is invalid'],
    ['大阪府 is invalid', '[…] is invalid'],
  ])('[U2] is hidden where it may be of a buyer: %s', (text, told) => {
    expect(knownWords(text)).toBe(told)
  })

  test('[U2] what we asked for ourselves is told again', () => {
    expect(knownWords('package 2 of L-77 is wrong', ['package 2 of L-77'])).toBe('package 2 of L-77 is wrong')
  })
})
