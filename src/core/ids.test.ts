import { describe, expect, it } from 'vitest'
import { isAmazonOrderId, isMerchantId } from './ids.ts'

describe('ids', () => {
  it.each([
    ['HARBR', true],
    ['harbr', false],
    ['HARB', false],
    ['HARBRS', false],
    ['HARB1', false],
    ['HARBR\n', false],
    ['ÄÖÜÄÖ', false],
  ])('[M1] %j is a Merchant ID: %s', (text, is) => {
    expect(isMerchantId(text)).toBe(is)
  })

  it.each([
    ['111-2223334-4445556', true],
    ['111-2223334-444555', false],
    [' 111-2223334-4445556', false],
    ['111-2223334-4445556\n', false],
    ['１１１-2223334-4445556', false],
    ['', false],
  ])('[O3] %j is an Amazon order id: %s', (text, is) => {
    expect(isAmazonOrderId(text)).toBe(is)
  })
})
