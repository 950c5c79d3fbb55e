import * as shapes from '#contract/amazon-tab.ts'
import { saved } from '#contract/parts.ts'
import { failed } from '#core/problems.ts'
import { dropTab, saveTab, showTab } from '#flows/amazon-tab.ts'
import type { Deps } from '#flows/deps.ts'
import { definitionOf, findTypes } from '#flows/product-types.ts'
import { previewTab, submitTab } from '#flows/submit-tab.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

const GROUP = 'Amazon tab'
const PATH = '/items/:itemId/amazon/:marketplaceId'
const params = shapes.tabParams

/** Product types, and the Amazon tab of an item: show, save, take away, preview, create the listing (T1). */
export function amazonTabRoutes(api: Api, deps: Deps): void {
  typeRoutes(api, deps)
  tabRoutes(api, deps)
  verdictRoutes(api, deps)
}

function typeRoutes(api: Api, deps: Deps): void {
  const find = about(
    'items:read',
    ['findProductTypes', GROUP, "Product types by words, or by an item's title"],
    shapes.typesReply,
  )
  const findOptions = { ...find, schema: { ...find.schema, querystring: shapes.typesQuery } }
  api.get('/product-types', findOptions, async (request) => {
    const { marketplaceId, words, itemId } = request.query
    if ((words === undefined) === (itemId === undefined))
      return goodValue(failed('not-valid', { field: 'words', why: 'give either words or itemId' }))
    const wish = { marketplaceId, ...(itemId === undefined ? { words: words ?? '' } : { itemId }) }
    const types = goodValue(await findTypes(deps, callerOf(request).merchant, wish))
    return { types: types.map(({ name, title }) => ({ productType: name, title })) }
  })

  const get = about('items:read', ['getProductType', GROUP, "Amazon's definition of a product type"], shapes.definition)
  const getOptions = { ...get, schema: { ...get.schema, params: shapes.typeParams, querystring: shapes.typeQuery } }
  api.get('/product-types/:productType', getOptions, async (request) => {
    const key = { ...request.params, ...request.query, locale: 'DEFAULT' }
    const { definition, problem } = await definitionOf(deps, callerOf(request).merchant, key)
    if (problem) return goodValue({ ok: false, problem })
    const facts = { type: key.productType, marketplace: key.marketplaceId }
    return definition ? shapes.writeDefinition(definition) : goodValue(failed('product-type-unknown', facts))
  })
}

function tabRoutes(api: Api, deps: Deps): void {
  const get = about('items:read', ['getAmazonTab', GROUP, 'The Amazon tab of an item, as a form'], shapes.tab)
  api.get(PATH, { ...get, schema: { ...get.schema, params } }, async (request) =>
    shapes.writeTab(goodValue(await showTab(deps, callerOf(request).merchant, request.params))),
  )

  const put = about('items:write', ['saveAmazonTab', GROUP, 'Saves it, with the faults that were found'], shapes.tab)
  api.put(PATH, { ...put, schema: { ...put.schema, params, body: shapes.tabBody } }, async (request) => {
    const entry = { ...request.params, ...request.body }
    return shapes.writeTab(goodValue(await saveTab(acting(deps, request), callerOf(request).merchant, entry)))
  })

  const drop = about('items:write', ['removeAmazonTab', GROUP, 'Takes it away'], saved)
  api.delete(PATH, { ...drop, schema: { ...drop.schema, params } }, async (request) => {
    goodValue(await dropTab(acting(deps, request), callerOf(request).merchant, request.params))
    return { saved: 0 }
  })
}

function verdictRoutes(api: Api, deps: Deps): void {
  const preview = about(
    'items:read',
    ['previewAmazonTab', GROUP, "Amazon's validation preview; nothing changes"],
    shapes.verdict,
  )
  const previewOptions = { ...preview, schema: { ...preview.schema, params, body: shapes.previewBody } }
  api.post(`${PATH}/preview`, previewOptions, async (request) => {
    const wish = { ...request.params, ...request.body }
    return shapes.writeVerdict(goodValue(await previewTab(deps, callerOf(request).merchant, wish)))
  })

  const submit = about(
    'items:write',
    ['submitAmazonTab', GROUP, 'Creates the listing at Amazon, once confirmed'],
    shapes.verdict,
  )
  const submitOptions = { ...submit, schema: { ...submit.schema, params, body: shapes.submitBody } }
  api.post(`${PATH}/submit`, submitOptions, async (request) => {
    const caller = callerOf(request)
    const wish = { ...request.params, ...request.body, who: nameOf(caller) }
    return shapes.writeVerdict(goodValue(await submitTab(deps, caller.merchant, wish)))
  })
}
