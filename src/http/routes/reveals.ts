import { createHash } from 'node:crypto'
import { z } from 'zod'
import { documentParams } from '#contract/activity.ts'
import { printBody, revealBody, revealLimits, shownBuyer, writeBuyer } from '#contract/buyers.ts'
import { orderParams } from '#contract/orders.ts'
import { LABEL_STYLE, labelPage } from '#core/pii/label-page.ts'
import type { Deps } from '#flows/deps.ts'
import { downloadDocument } from '#flows/download-document.ts'
import { limitReveals, readRevealLimits } from '#flows/limit-reveals.ts'
import { printLabels } from '#flows/print-labels.ts'
import { revealBuyer } from '#flows/reveal-buyer.ts'
import { revealOriginal } from '#flows/reveal-original.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'
import { viewerOf } from '../viewer.ts'
import { keyOf } from './orders.ts'

const TAG = 'Buyer data'
const hash = createHash('sha256').update(LABEL_STYLE).digest('base64')
/** What a page of labels may hold: its one style, and nothing else from anywhere. */
const POLICY = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`

/** Buyer data shown to people: one order, labels, a document as received; and how much of it in a day (U2, U3, E2). */
export function revealRoutes(api: Api, deps: Deps): void {
  const reveal = about(
    'pii:reveal',
    ['revealBuyer', TAG, 'Shows the buyer of one order; it stands in the audit'],
    shownBuyer,
  )
  const revealOptions = { ...reveal, schema: { ...reveal.schema, params: orderParams, body: revealBody } }
  api.post('/orders/:order/reveal', revealOptions, async (request) => {
    const caller = callerOf(request)
    const asked = { viewer: viewerOf(caller), order: keyOf(request.params.order), ...request.body }
    return writeBuyer(goodValue(await revealBuyer(deps, caller.merchant, asked)))
  })
  printRoute(api, deps)
  documentRoutes(api, deps)
  limitRoutes(api, deps)
}

function printRoute(api: Api, deps: Deps): void {
  const page = { description: 'A page to be printed.', content: { 'text/html': { schema: z.string() } } }
  const words = [
    'printLabels',
    TAG,
    'Address labels or packing slips of up to 100 orders, as a page to be printed',
  ] as const
  const print = about('pii:print', words, page)
  api.post('/print', { ...print, schema: { ...print.schema, body: printBody } }, async (request, reply) => {
    const caller = callerOf(request)
    const { kind, ...asked } = request.body
    const labels = goodValue(await printLabels(deps, caller.merchant, { viewer: viewerOf(caller), ...asked }))
    const { orders, from } = labels
    return reply
      .header('content-security-policy', `${POLICY}; frame-ancestors 'self'`)
      .header('referrer-policy', 'no-referrer')
      .type('text/html; charset=utf-8')
      .send(labelPage(kind, orders, { from, policy: POLICY }))
  })
}

const original = z
  .record(z.string(), z.unknown())
  .meta({ id: 'OriginalDocument', description: "An order in Amazon's own shape." })

function documentRoutes(api: Api, deps: Deps): void {
  const masked = about(
    'orders:read',
    ['downloadDocument', 'Error log', 'A document as it was received, without its buyer'],
    original,
  )
  const maskedOptions = { ...masked, schema: { ...masked.schema, params: documentParams } }
  api.get('/error-log/:documentId/download', maskedOptions, async (request) =>
    goodValue(await downloadDocument(deps, callerOf(request).merchant, Number(request.params.documentId))),
  )

  const words = [
    'revealDocument',
    'Error log',
    'A document as it was received, with its buyer; it stands in the audit',
  ] as const
  const whole = about('pii:reveal', words, original)
  const wholeOptions = { ...whole, schema: { ...whole.schema, params: documentParams, body: revealBody } }
  api.post('/error-log/:documentId/download', wholeOptions, async (request) => {
    const caller = callerOf(request)
    const asked = { viewer: viewerOf(caller), documentId: Number(request.params.documentId), ...request.body }
    return goodValue(await revealOriginal(deps, caller.merchant, asked))
  })
}

function limitRoutes(api: Api, deps: Deps): void {
  const read = about(
    'settings:read',
    ['readRevealLimits', TAG, 'How much buyer data one person may open in a day'],
    revealLimits,
  )
  api.get('/settings/buyer-data', read, async (request) => readRevealLimits(deps, callerOf(request).merchant))

  const words = ['limitReveals', TAG, 'Sets how much buyer data one person may open in a day; the owner only'] as const
  const limit = about('settings:write', words, revealLimits)
  api.put('/settings/buyer-data', { ...limit, schema: { ...limit.schema, body: revealLimits } }, async (request) => {
    const caller = callerOf(request)
    return goodValue(await limitReveals(deps, caller.merchant, { viewer: viewerOf(caller), limits: request.body }))
  })
}
