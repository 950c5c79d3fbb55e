import { expect, test } from 'vitest'
import { translateOrder } from '#amazon/translate-order.ts'
import { wireOrder } from './wire-orders.ts'

/** The packages of an order with this block. */
function told(packages: unknown) {
  const translated = translateOrder(wireOrder({ packages }))
  if (!translated.ok) throw new Error(JSON.stringify(translated))
  return translated.value.order.packages
}

test('[S4] packages are told as Amazon shows them; a block that is absent is not an empty one', () => {
  const shown = {
    packageReferenceId: '2',
    carrier: 'UPS',
    trackingNumber: '1Z999AA10123456784',
    packageStatus: { status: 'SHIPPED' },
    packageItems: [{ orderItemId: 'L1', quantity: 2 }],
  }
  const items = [{ line: 'L1', quantity: 2 }]
  expect(told([shown, { packageReferenceId: 3 }])).toEqual([
    { number: '2', carrier: 'UPS', tracking: '1Z999AA10123456784', status: 'SHIPPED', items },
    { number: '3', carrier: null, tracking: null, status: null, items: [] },
  ])
  expect([told([]), told(undefined), told('odd')]).toEqual([[], null, null])
})

test('[S4] a package that cannot be read is left out, and the order stays readable', () => {
  const odd = [{ packageReferenceId: '1', packageItems: 'odd' }, { carrier: 'UPS' }, 'odd', { packageReferenceId: '2' }]
  expect(told(odd)?.map((each) => each.number)).toEqual(['2'])
})
