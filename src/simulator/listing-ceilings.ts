import type { Submission } from './listing-change.ts'
import type { Visit } from './visit.ts'
import { problem, type Reply } from './wire.ts'

type Level = 'validation previews' | 'relationships' | 'product data'

/** Attributes of the offer; a patch of any other is one of product data, the shipping group's too. */
const OFFER = ['fulfillment_availability', 'purchasable_offer', 'condition_type', 'condition_note', 'list_price']
const RELATIONSHIPS = ['child_parent_sku_relationship', 'parentage_level', 'variation_theme']

/** The ceilings that all sellers of an application share, beside each one's own quota; the refusal names the level. */
export function spendCeiling(visit: Visit, change: Submission['change'], preview: boolean): Reply | undefined {
  const level = levelOf(change, preview)
  if (level === undefined) return undefined
  const { world, caller, now } = visit
  const rate = world.listings.settings.ceilings[level]
  const key = `${caller.clientId} * ${level}`
  const known = world.buckets.levels.get(key) ?? { tokens: rate, at: now }
  const tokens = Math.min(rate, known.tokens + (Math.max(0, now - known.at) / 1000) * rate)
  const enough = tokens >= 1 - 1e-9
  world.buckets.levels.set(key, { tokens: enough ? tokens - 1 : tokens, at: now })
  if (enough) return undefined
  const message = `You exceeded your quota for the requested resource: ${level} of the application.`
  return problem(429, { code: 'QuotaExceeded', message })
}

function levelOf(change: Submission['change'], preview: boolean): Level | undefined {
  if (preview) return 'validation previews'
  if (change.kind !== 'patch') return undefined
  const attributes = change.patches.map((patch) => patch.attribute)
  if (attributes.some((name) => RELATIONSHIPS.includes(name))) return 'relationships'
  return attributes.some((name) => !OFFER.includes(name)) ? 'product data' : undefined
}
