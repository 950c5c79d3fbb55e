import { expect, test } from 'vitest'
import { listingsDesk } from './listings-desk.ts'
import { HOUR, NOON } from './seller-central.ts'

const skus = (answer: { body: { items: { sku: string }[] } }) => answer.body.items.map((item) => item.sku)
const drafts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ sku: `S-${String(at).padStart(5, '0')}`, price: 9, quantity: at % 3 }))

test('pages have ten listings, twenty at most, and lead on and back', async () => {
  const desk = await listingsDesk()
  desk.control.putListings(drafts(45))
  const sorted = { sortBy: 'sku', sortOrder: 'ASC', createdAfter: NOON }
  const first = await desk.find(sorted)
  expect(skus(first)).toHaveLength(10)
  expect(first.body.numberOfResults).toBe(45)
  expect(first.body.pagination).not.toHaveProperty('previousToken')
  const second = await desk.find({ ...sorted, pageToken: first.body.pagination.nextToken })
  expect(skus(second)[0]).toBe('S-00010')
  const again = await desk.find({ ...sorted, pageToken: second.body.pagination.previousToken })
  expect(skus(again)).toEqual(skus(first))
  expect(skus(await desk.find({ ...sorted, pageSize: '20' }))).toHaveLength(20)
  expect((await desk.find({ pageSize: '21' })).status).toBe(400)
  expect((await desk.find({ pageToken: 'nonsense' })).status).toBe(400)
})

test('a thousand SKUs can be reached and no more, however many are counted', async () => {
  const desk = await listingsDesk()
  desk.control.putListings(drafts(1500))
  const seen = new Set<string>()
  let pageToken: string | undefined
  let pages = 0
  do {
    const query = { sortBy: 'sku', pageSize: '20', ...(pageToken ? { pageToken } : {}) }
    const answer = await desk.find(query)
    expect(answer.body.numberOfResults).toBeGreaterThanOrEqual(1500)
    for (const sku of skus(answer)) seen.add(sku)
    pageToken = answer.body.pagination.nextToken
    pages++
  } while (pageToken !== undefined)
  expect([seen.size, pages]).toEqual([1000, 50])
})

test('up to twenty identifiers of one kind are looked for', async () => {
  const desk = await listingsDesk()
  desk.control.putListing({ sku: 'BOWL', asin: 'B0BOWL0001', identifiers: { EAN: '4000000000017' } })
  const found = (identifiers: string, identifiersType: string) => desk.find({ identifiers, identifiersType })
  expect(skus(await found('BOWL,NOBODY,MUG-RED', 'SKU')).sort()).toEqual(['BOWL', 'MUG-RED'])
  expect(skus(await found('B0BOWL0001', 'ASIN'))).toEqual(['BOWL'])
  expect(skus(await found('4000000000017', 'EAN'))).toEqual(['BOWL'])
  expect((await found(Array.from({ length: 21 }, (_, at) => `S-${at}`).join(','), 'SKU')).status).toBe(400)
  expect((await desk.find({ identifiers: 'BOWL' })).status).toBe(400)
})

test('by time of change, by status and by severity of issues', async () => {
  const desk = await listingsDesk()
  desk.control.advance(HOUR)
  desk.control.alterListing('MUG-RED', { inactive: true })
  desk.control.alterListing('MUG-BLUE', { issue: { severity: 'WARNING' } })
  const since = new Date(desk.control.now() - 1000).toISOString()
  expect(skus(await desk.find({ lastUpdatedAfter: since })).sort()).toEqual(['MUG-BLUE', 'MUG-RED'])
  expect(skus(await desk.find({ withIssueSeverity: 'WARNING' }))).toEqual(['MUG-BLUE'])
  expect(skus(await desk.find({ withIssueSeverity: 'WARNING,ERROR' }))).toEqual(['MUG-BLUE'])
  expect(skus(await desk.find({ withoutStatus: 'BUYABLE' }))).toEqual(['MUG-RED'])
  const buyable = await desk.find({ withStatus: 'BUYABLE', pageSize: '20' })
  expect(skus(buyable)).not.toContain('MUG-RED')
  expect(skus(buyable)).toContain('MUG-BLUE')
  expect((await desk.find({ withStatus: 'SOLD' })).status).toBe(400)
  expect((await desk.find({ createdAfter: 'yesterday' })).status).toBe(400)
})

test('the children of a variation', async () => {
  const desk = await listingsDesk()
  const family = [{ child_relationship_type: 'variation', parent_sku: 'PARENT' }]
  desk.control.putListing({ sku: 'CHILD', productType: 'SHIRT', attributes: { child_parent_sku_relationship: family } })
  const answer = await desk.find({ variationParentSku: 'PARENT', includedData: 'relationships' })
  expect(answer.body.items).toMatchObject([
    { sku: 'CHILD', relationships: [{ relationships: [{ type: 'VARIATION', parentSkus: ['PARENT'] }] }] },
  ])
})
