import {
  accessReview,
  reviewParams,
  signatureBody,
  signedReview,
  signedSummary,
  writeReview,
  writeSigned,
  writeSignedWhole,
} from '#contract/access-review.ts'
import { pageOf, pageQuery } from '#contract/parts.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Deps } from '#flows/deps.ts'
import { readReview, signReview } from '#flows/review-access.ts'
import { type Api, about } from '../api.ts'
import { askerOf } from '../asker.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

/** The access review: one list of who may what, signed every 90 days (D11). */
export function accessReviewRoutes(api: Api, deps: Deps): void {
  const find = async (merchant: MerchantId, reviewId: number) =>
    foundValue(
      await deps.transaction(merchant, 'app', (tx) => tx.store.findAccessReview(reviewId)),
      `signed review ${reviewId}`,
    )
  const open = about('users:read', ['readAccessReview', 'Users', 'Who has access now, to be signed'], accessReview)
  api.get('/access-review', open, async (request) =>
    writeReview(await readReview(deps, callerOf(request).merchant), deps.now()),
  )

  const sign = about(
    'users:write',
    ['signAccessReview', 'Users', 'Signs the list; what is revoked ends at once'],
    signedReview,
  )
  api.post('/access-review', { ...sign, schema: { ...sign.schema, body: signatureBody } }, async (request) => {
    const { merchant } = callerOf(request)
    const signed = goodValue(await signReview(deps, merchant, { asker: askerOf(request, deps), ...request.body }))
    return writeSignedWhole(await find(merchant, signed.reviewId))
  })

  const list = about(
    'users:read',
    ['listAccessReviews', 'Users', 'Signed reviews, the newest first'],
    pageOf(signedSummary),
  )
  api.get('/access-reviews', { ...list, schema: { ...list.schema, querystring: pageQuery } }, async (request) => {
    const { limit, after } = request.query
    const key = readCursor(after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listAccessReviews({ after: key, limit }),
    )
    return pageReply(rows, { limit, write: writeSigned, keyOf: (row) => [row.reviewId] })
  })

  const get = about('users:read', ['getAccessReview', 'Users', 'One signed review with its lines'], signedReview)
  api.get('/access-reviews/:reviewId', { ...get, schema: { ...get.schema, params: reviewParams } }, async (request) =>
    writeSignedWhole(await find(callerOf(request).merchant, Number(request.params.reviewId))),
  )
}
