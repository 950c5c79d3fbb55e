import { allCarriers, amazonCarriersReply, guessBody, guessReply, writeCarrier } from '#contract/carriers.ts'
import { saved } from '#contract/parts.ts'
import { AMAZON_CARRIERS } from '#core/shipments/amazon-carriers.ts'
import { guessCarriers } from '#core/shipments/guess-carrier.ts'
import type { Deps } from '#flows/deps.ts'
import { saveCarriers } from '#flows/save-carriers.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'
import { checkedValue } from '../refusal.ts'

/** Carriers: Amazon's, the merchant's, and which one a tracking number may be of (S3). */
export function carrierRoutes(api: Api, deps: Deps): void {
  const list = about(
    'settings:read',
    ['listCarriers', 'Carriers', "The merchant's carriers and what Amazon calls them"],
    allCarriers,
  )
  api.get('/carriers', list, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listCarriers())
    return { carriers: rows.map(writeCarrier) }
  })

  const put = about('settings:write', ['saveCarriers', 'Carriers', 'Makes this the list of carriers'], saved)
  api.put('/carriers', { ...put, schema: { ...put.schema, body: allCarriers } }, async (request) => {
    const checked = await saveCarriers(acting(deps, request), callerOf(request).merchant, request.body.carriers)
    return { saved: checkedValue(checked).length }
  })

  const amazon = about('settings:read', ['listAmazonCarriers', 'Carriers', "Amazon's own list"], amazonCarriersReply)
  api.get('/carriers/amazon', amazon, async () => ({ rows: AMAZON_CARRIERS.map((code) => ({ code })) }))

  const guess = about(
    'settings:read',
    ['guessCarrier', 'Carriers', 'The carriers that a tracking number may be of; nothing is changed'],
    guessReply,
  )
  api.post('/carriers/guess', { ...guess, schema: { ...guess.schema, body: guessBody } }, async (request) => ({
    rows: guessCarriers(request.body.tracking).map((each) => ({ ...each })),
  }))
}
