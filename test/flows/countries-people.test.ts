import { expect, test } from 'vitest'
import { IN, makeSellerAbroad } from '../make/abroad.ts'
import { whereReadable } from '../make/database-dump.ts'
import { MINUTE } from '../make/seller.ts'
import { endOf, orderOf, type Seller } from '../make/seller-views.ts'

/** What the vault holds of an order's buyer, as text. */
async function buyerOf(seller: Seller, id: string): Promise<string> {
  const order = await orderOf(seller, id)
  return seller.deps.transaction(seller.merchant, { vault: 'import' }, async (tx) =>
    JSON.stringify((await tx.vault.openBuyers([order!.orderId])).get(order!.orderId)),
  )
}
const methodOf = async (seller: Seller, id: string) => (await orderOf(seller, id))?.methodId

/** The zone of the courier names Tokyo, São Paulo and others in the merchant's words; Amazon names them in the buyer's. */
test('[O9] states are known by their own names: the courier of a prefecture or province gets its orders, the sea all others', async () => {
  const seller = await makeSellerAbroad(['JP', 'BR', 'CA', 'AU', 'IN', 'MX'])
  const to = (country: keyof typeof IN, stateOrRegion: string) => {
    const address = { name: 'Sample', addressLine1: '1 Example', city: 'Sampleton', stateOrRegion, postalCode: '12345' }
    return seller.control.placeOrder({
      marketplaceId: IN[country],
      lines: [{ sku: 'MUG-BLUE' }],
      address: { ...address, countryCode: country },
    })
  }
  const near = [
    to('JP', '東京都'),
    to('JP', 'Tōkyō'),
    to('BR', 'SP'),
    to('BR', 'SAO PAULO'),
    to('CA', 'QC'),
    to('CA', 'Quebec'),
    to('AU', 'Victoria'),
    to('IN', 'KARNATAKA'),
    to('MX', 'JAL'),
  ]
  const far = [to('JP', '大阪府'), to('BR', 'RJ'), to('CA', 'Ontario'), to('AU', 'NSW'), to('MX', 'Ciudad de México')]
  await seller.pass(6 * MINUTE)
  expect(await Promise.all(near.map((id) => methodOf(seller, id)))).toEqual(near.map(() => 'COURIER'))
  expect(await Promise.all(far.map((id) => methodOf(seller, id)))).toEqual(far.map(() => 'SEA'))
})

test('[O1] names and addresses of Japan, not one Latin letter in them, are kept for shipping and readable nowhere else', async () => {
  const seller = await makeSellerAbroad(['US', 'JP'])
  const id = seller.control.placeOrder({
    marketplaceId: IN.JP,
    lines: [{ sku: 'MUG-BLUE' }],
    buyer: { name: '架空 花子丸' },
    address: {
      name: '架空 花子丸',
      addressLine1: '見本町九丁目例示番地',
      addressLine2: '例文荘七〇一号室',
      city: '見本区',
      stateOrRegion: '東京都',
      postalCode: '１００－０００１',
      countryCode: 'JP',
    },
  })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
  const kept = await buyerOf(seller, id)
  const told = ['架空 花子丸', '見本町九丁目例示番地', '例文荘七〇一号室']
  for (const text of told) expect(kept).toContain(text)
  expect(await whereReadable(seller.database, told)).toEqual([])
})

test('[O1] a Brazilian street in parts and the buyer’s tax id are buyer data: kept for shipping and invoice, readable nowhere else', async () => {
  const seller = await makeSellerAbroad(['BR'])
  const extendedFields = {
    streetName: 'Rua Inexistente do Exemplo',
    streetNumber: '98765',
    complement: 'Apto 4321 bloco Quimera',
    neighborhood: 'Jardim Imaginário',
  }
  const address = { name: 'Conceição Fictícia', city: 'São Exemplo', stateOrRegion: 'SP', postalCode: '01310000' }
  const place = (more: object) =>
    seller.control.placeOrder({
      marketplaceId: IN.BR,
      lines: [{ sku: 'MUG-BLUE' }],
      address: { ...address, extendedFields, countryCode: 'BR' },
      ...more,
    })
  const registered = (taxRegistrationType: string, taxRegistrationNumber: string) => ({
    taxRegistrations: [{ entityType: 'BUYER', legalName: 'Fictícia Ltda', taxRegistrationType, taxRegistrationNumber }],
  })
  const person = place(registered('CPF', '987.654.321-99'))
  const company = place({ ...registered('CNPJ', '98.765.432/0001-99'), like: 'business' })
  await seller.pass(6 * MINUTE)
  expect([await endOf(seller, person), await endOf(seller, company)]).toEqual(['placed', 'placed'])
  expect(await methodOf(seller, person)).toBe('COURIER')
  const told = [...Object.values(extendedFields), 'Conceição Fictícia']
  for (const text of [...told, '987.654.321-99']) expect(await buyerOf(seller, person)).toContain(text)
  expect(await buyerOf(seller, company)).toContain('98.765.432/0001-99')
  const secret = [...told, '987.654.321-99', '98.765.432/0001-99', 'Fictícia Ltda']
  expect(await whereReadable(seller.database, secret)).toEqual([])
})

test('[O9] a post office box is one in any language, in the parts of a street too', async () => {
  const seller = await makeSellerAbroad(['BR', 'JP', 'DE'])
  const to = (countryCode: 'BR' | 'JP' | 'DE', street: object) =>
    seller.control.placeOrder({
      marketplaceId: IN[countryCode],
      lines: [{ sku: 'MUG-BLUE' }],
      address: { name: 'Sample', city: 'Sampleton', postalCode: '12345', countryCode, ...street },
    })
  const boxes = [
    to('BR', { extendedFields: { streetName: 'Caixa Postal', streetNumber: '55' } }),
    to('BR', { extendedFields: { streetName: 'Rua A', complement: 'Caixa Postal 55' } }),
    to('JP', { addressLine1: '見本郵便局私書箱５号' }),
    to('DE', { addressLine1: 'Postfach 10 20 30' }),
  ]
  const street = to('BR', { extendedFields: { streetName: 'Rua da Caixa', streetNumber: '55' } })
  await seller.pass(6 * MINUTE)
  for (const id of boxes) expect(await endOf(seller, id)).toBe('held no-method-rates')
  expect(await endOf(seller, street)).toBe('placed')
})

test('[O1] what an order is beside its items is kept: programs, gift, design, scheduled delivery, demands, IOSS number', async () => {
  const seller = await makeSellerAbroad(['US', 'JP', 'DE'])
  const { control } = seller
  const prime = control.placeOrder({ like: 'prime' })
  const premium = control.placeOrder({ like: 'premium', lines: [{ sku: 'MUG-BLUE' }] })
  const gift = control.placeOrder({ like: 'gift' })
  const custom = control.placeOrder({ like: 'custom' })
  const scheduled = control.placeOrder({
    marketplaceId: IN.JP,
    lines: [{ sku: 'MUG-BLUE' }],
    serviceLevel: 'STANDARD',
    scheduledDelivery: { earliest: '2026-11-14T00:00:00Z', latest: '2026-11-14T03:00:00Z' },
  })
  const signed = control.placeOrder({
    like: 'signature-wanted',
    lines: [{ sku: 'MUG-RED', shippingConstraints: ['signatureConfirmation'] }],
  })
  const ioss = control.placeOrder({ like: 'import-one-stop-shop', marketplaceId: IN.DE })
  const subscribed = control.placeOrder({ like: 'subscribe-and-save' })
  await seller.pass(6 * MINUTE)
  const order = async (id: string) => {
    expect(await endOf(seller, id)).toBe('placed')
    return orderOf(seller, id)
  }
  expect(await order(prime)).toMatchObject({ programs: ['PRIME'], methodId: 'FEDEX-2DAY' })
  expect(await order(premium)).toMatchObject({ programs: ['PREMIUM'], methodId: 'FEDEX-1DAY' })
  expect((await order(gift))?.lines[0]).toMatchObject({
    gift: true,
    giftWrap: 400,
    particulars: { giftWrap: 'STANDARD' },
  })
  expect((await order(custom))?.lines[0]).toMatchObject({ particulars: { customized: true } })
  expect((await order(scheduled))?.lines[0]?.particulars?.scheduled).toEqual({
    from: Date.parse('2026-11-14T00:00:00Z'),
    to: Date.parse('2026-11-14T03:00:00Z'),
  })
  expect((await order(signed))?.lines[0]?.particulars?.demands).toEqual(['signatureConfirmation'])
  expect((await order(ioss))?.lines[0]?.particulars?.iossNumber).toBe('IM0000000001')
  expect((await order(subscribed))?.lines[0]?.particulars?.programs).toEqual(['SUBSCRIBE_AND_SAVE'])
  expect(await buyerOf(seller, custom)).toContain('https://amazon.example/custom/order.zip')
  expect(await buyerOf(seller, gift)).toContain('For your invented birthday!')
  expect(await whereReadable(seller.database, ['amazon.example/custom', 'For your invented birthday'])).toEqual([])
})

test('[O1] an order of a company keeps the buyer’s order number with its buyer, in every country', async () => {
  const seller = await makeSellerAbroad(['US', 'DE', 'JP'])
  const ids = (['US', 'DE', 'JP'] as const).map((country) =>
    seller.control.placeOrder({
      marketplaceId: IN[country],
      like: 'business',
      buyer: { companyName: 'Invented Trading Quux', purchaseOrderNumber: 'PO-QUUX-887766' },
    }),
  )
  await seller.pass(6 * MINUTE)
  for (const id of ids) {
    expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department', programs: ['AMAZON_BUSINESS'] })
    expect(await buyerOf(seller, id)).toContain('PO-QUUX-887766')
  }
  expect(await whereReadable(seller.database, ['PO-QUUX-887766', 'Invented Trading Quux'])).toEqual([])
})
