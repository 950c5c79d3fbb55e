import { expect, test } from 'vitest'
import { describeWithModels, validateAnswer, validateRequest } from '../make/amazon-models.ts'
import { ITEMS, listingsDesk, newProduct, offer, patchOf, stock, TYPES } from './listings-desk.ts'
import { type Answer, CLIENT, US } from './seller-central.ts'

const EVERYTHING = 'summaries,attributes,issues,offers,fulfillmentAvailability,procurement,relationships,productTypes'

/** A desk whose every call is checked against the models, answer and logged request. */
async function checkedDesk() {
  const desk = await listingsDesk()
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await desk.call(method, path, { body })
    const bare = path.replace(/\?.*/, '')
    const problems = validateAnswer({ method, path: bare, status: answer.status, body: answer.body })
    expect(problems, `${method} ${path} ${answer.status}`).toEqual([])
    return answer
  }
  const soundRequests = () => desk.control.requests().flatMap((request) => validateRequest(request))
  return { ...desk, call, soundRequests }
}

describeWithModels("listings and product types keep to Amazon's models", () => {
  test('every sample listing, read with every dataset, one by one and by a search', async () => {
    const desk = await checkedDesk()
    desk.control.alterListing('MUG-BLUE', {
      issue: {
        attributeNames: ['item_name'],
        enforcements: { actions: [{ action: 'SEARCH_SUPPRESSED' }], exemption: { status: 'NOT_EXEMPT' } },
      },
    })
    const { body } = await desk.call('GET', `${ITEMS}?marketplaceIds=${US}&includedData=${EVERYTHING}&pageSize=20`)
    expect(body.items.length).toBeGreaterThan(10)
    for (const { sku } of body.items.filter((item: { sku: string }) => !/[/#]/.test(item.sku)))
      await desk.call('GET', desk.path(sku, { includedData: EVERYTHING }))
    const page = `${ITEMS}?marketplaceIds=${US}&pageSize=5&sortBy=sku&sortOrder=ASC`
    const { nextToken } = (await desk.call('GET', page)).body.pagination
    await desk.call('GET', `${page}&pageToken=${nextToken}&withStatus=BUYABLE&createdAfter=2026-01-01T00:00:00Z`)
    await desk.call('GET', `${page}&identifiers=MUG-BLUE&identifiersType=SKU&issueLocale=en_US`)
    expect(desk.soundRequests()).toEqual([])
  })

  test('every way to write, accepted, invalid and only tried', async () => {
    const desk = await checkedDesk()
    const preview = desk.path('NEW', { mode: 'VALIDATION_PREVIEW', includedData: 'issues,identifiers' })
    const put = { productType: 'KITCHEN', requirements: 'LISTING', attributes: newProduct() }
    const patch = (...patches: object[]) => ({ productType: 'PRODUCT', patches })
    const statuses = [
      await desk.call('PUT', preview, put),
      await desk.call('PUT', desk.path('NEW'), put),
      await desk.call('PUT', desk.path('NEW'), { ...put, attributes: {} }),
      await desk.call(
        'PATCH',
        desk.path('MUG-BLUE', { issueLocale: 'en_US' }),
        patch(stock('merge', { quantity: 4 }), offer(13)),
      ),
      await desk.call('PATCH', desk.path('MUG-BLUE'), patch(patchOf('replace', 'fulfillmentAvailability', {}))),
      await desk.call('PATCH', desk.path('MUG-BLUE'), patch(offer(0))),
      await desk.call('DELETE', desk.path('MUG-RED')),
    ]
    expect(statuses.map(({ body }) => body.status)).toEqual([
      'VALID',
      'ACCEPTED',
      'INVALID',
      'ACCEPTED',
      'INVALID',
      'INVALID',
      'ACCEPTED',
    ])
    desk.settle()
    await desk.call('PATCH', desk.path('MUG-BLUE'), patch(offer(1300)))
    desk.settle()
    expect((await desk.call('GET', desk.path('MUG-BLUE', { includedData: EVERYTHING }))).body.issues).toHaveLength(1)
    expect(desk.soundRequests()).toEqual([])
  })

  test('product types, searched and defined', async () => {
    const desk = await checkedDesk()
    await desk.call('GET', `${TYPES}?marketplaceIds=${US}&keywords=shirt,tea&searchLocale=en_US`)
    await desk.call('GET', `${TYPES}?marketplaceIds=${US}&itemName=a%20mug`)
    for (const query of [
      '',
      '&requirements=LISTING_OFFER_ONLY&requirementsEnforced=NOT_ENFORCED&locale=de_DE',
      '&parentageLevel=CHILD',
    ]) {
      const { body } = await desk.call('GET', `${TYPES}/SHIRT?marketplaceIds=${US}${query}`)
      await fetch(body.schema.link.resource)
    }
    expect(desk.soundRequests()).toEqual([])
    expect(desk.control.requests().map((request) => request.operation)).toContain('downloadProductTypeSchema')
  })

  test('every error that can be met', async () => {
    const desk = await checkedDesk()
    const statuses = [
      await desk.call('GET', desk.path('NOBODY')),
      await desk.call('GET', desk.path('A/B')),
      await desk.call('PATCH', desk.path('MUG-BLUE')),
      await desk.call('PATCH', desk.path('MUG-BLUE'), {}),
      await desk.call('GET', `${ITEMS}?marketplaceIds=${US}&pageSize=0`),
      await desk.call('GET', `${TYPES}/NOTHING?marketplaceIds=${US}`),
      await desk.call('GET', `${TYPES}?keywords=tea`),
    ]
    for (const [kind, status] of [
      ['throttle', 429],
      ['error', 500],
      ['error', 503],
    ] as const) {
      desk.control.addFault({ operation: 'patchListingsItem', kind, status })
      statuses.push(await desk.call('PATCH', desk.path('MUG-BLUE'), {}))
    }
    desk.control.putApp({ clientId: CLIENT, roles: ['pricing'] })
    statuses.push(await desk.call('DELETE', desk.path('MUG-BLUE')))
    expect(statuses.map((answer) => answer.status)).toEqual([404, 403, 415, 400, 400, 404, 400, 429, 500, 503, 403])
  })
})
