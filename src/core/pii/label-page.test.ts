import { describe, expect, test } from 'vitest'
import type { Buyer } from './buyer.ts'
import { labelPage } from './label-page.ts'
import type { OrderToShow } from './order-to-show.ts'

const order: OrderToShow = {
  orderId: 1001,
  amazonOrderId: '111-2222222-3333333',
  stage: 'Shipping Department',
  amazonStatus: 'UNSHIPPED',
  fulfilledByAmazon: false,
  serviceLevel: 'STANDARD',
  methodId: 'UPS-GROUND',
  shippedAt: null,
  lines: [{ lineId: '1', sellerSku: 'MUG', title: 'A <blue> mug', itemId: 'MUG-BLUE', quantity: 2 }],
}
const buyer: Buyer = {
  name: null,
  company: null,
  email: null,
  phone: '555-0142',
  shipTo: {
    name: 'Zoë "Z" Müller & Söhne',
    company: null,
    lines: ['7 <script>alert(1)</script> Lane', "Flat 'B'"],
    district: null,
    city: 'Austin',
    state: 'TX',
    postalCode: '04101',
    country: 'US',
  },
  deliveryNotes: 'Behind\u202ethe gnome',
  purchaseOrder: null,
  taxNumbers: [],
  lines: [{ lineId: '1', giftMessage: 'Happy day!\nLove', customization: null }],
}
const from = { name: 'Harbor', line1: '1 Pier', city: 'Portland', state: 'ME', postalCode: '04101', country: 'US' }
const page = (kind: 'address-label' | 'packing-slip') =>
  labelPage(
    kind,
    [
      { order, buyer },
      { order, buyer },
    ],
    { from, policy: "default-src 'none'" },
  )

describe('a page of labels', () => {
  test('[U2] what a buyer wrote is text and nothing else: no tag, no attribute, no turned letters', () => {
    const html = page('packing-slip')
    expect(html).not.toContain('<script')
    expect(html).toContain('7 &lt;script&gt;alert(1)&lt;/script&gt; Lane')
    expect(html).toContain('Zoë &quot;Z&quot; Müller &amp; Söhne')
    expect(html).toContain('Flat &#39;B&#39;')
    expect(html).toContain('Behind the gnome')
    expect(html).not.toMatch(/https?:|src=|href=|url\(|@import|\son\w+=/)
  })

  test('[U2] its policy lets nothing in and nothing out, and its title names no buyer', () => {
    const html = page('address-label')
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('<title>Millrace</title>')
  })

  test('[U3] a label says where, a packing slip what is in it too', () => {
    expect(page('address-label')).toContain('Austin, TX 04101')
    expect(page('address-label')).not.toContain('A &lt;blue&gt; mug')
    expect(page('address-label')).not.toContain('Happy day!')
    expect(page('packing-slip')).toContain('A &lt;blue&gt; mug')
    expect(page('packing-slip')).toContain('Happy day!\nLove')
    expect(page('packing-slip').match(/<section>/g)).toHaveLength(2)
  })

  test('[U3] each sheet bears its order number as bars and in letters', () => {
    expect(page('address-label').match(/aria-label="111-2222222-3333333"/g)).toHaveLength(2)
    expect(page('address-label')).toContain('111-2222222-3333333 · 1001 · UPS-GROUND')
  })
})
