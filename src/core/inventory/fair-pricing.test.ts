import { expect, test } from 'vitest'
import { priceNotices } from './fair-pricing.ts'

test('[I13] each marketplace has the policy that holds there today, and Germany its own', () => {
  const [us, de, fr] = priceNotices(['US', 'DE', 'FR', 'US'])
  expect([us?.country, de?.country, fr?.country]).toEqual(['US', 'DE', 'FR'])
  expect(us?.text).toContain('Fair Pricing Policy')
  expect(fr?.text).toBe(us?.text)
  expect(de?.text).toContain('Bundeskartellamt')
})

test('[I13] nobody is told any more that the price on Amazon must be the lowest', () => {
  for (const { text } of priceNotices(['US', 'DE', 'JP'])) expect(text).not.toMatch(/must offer .*lowest/i)
})
