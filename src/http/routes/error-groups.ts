import {
  errorGroup,
  errorGroupQuery,
  errorWish,
  mendedOrder,
  mendedQuery,
  refusedSku,
  refusedSkuQuery,
  sectionCount,
  writeGroup,
  writeMended,
  writeRefusedSku,
  writeSections,
} from '#contract/error-log.ts'
import { listOf, pageOf, pageQuery } from '#contract/parts.ts'
import { retryEntry, writeRetry } from '#contract/retry-queue.ts'
import type { Deps } from '#flows/deps.ts'
import { countErrors, readErrorGroups } from '#flows/read-error-log.ts'
import { type Api, about } from '../api.ts'
import { badCursor, pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'

const TAG = 'Error log'

/** The Error Log by sections and causes, the SKUs that were refused, and what is tried again by itself (E1, E4-E6). */
export function errorGroupRoutes(api: Api, deps: Deps): void {
  const sections = about(
    'orders:read',
    ['listErrorLogSections', TAG, 'How much waits for a person, by kind of document'],
    listOf(sectionCount),
  )
  api.get('/error-log/sections', sections, (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async (tx) => ({ rows: writeSections(await countErrors(tx)) })),
  )

  const groups = about(
    'orders:read',
    ['listErrorGroups', TAG, 'What waits for a person, by its causes: what one change mends stands together'],
    listOf(errorGroup),
  )
  api.get('/error-log/groups', { ...groups, schema: { ...groups.schema, querystring: errorGroupQuery } }, (request) => {
    const { kind = null, ...filters } = request.query
    return deps.transaction(callerOf(request).merchant, 'app', async (tx) => ({
      rows: (await readErrorGroups(tx, { kind, ...errorWish(filters) })).map(writeGroup),
    }))
  })

  const skus = about('items:read', ['listRefusedSkus', TAG, 'SKUs whose stock or price is refused'], pageOf(refusedSku))
  api.get('/error-log/skus', { ...skus, schema: { ...skus.schema, querystring: refusedSkuQuery } }, async (request) => {
    const { after, limit, field, ...filters } = request.query
    const key = readCursor(after, ['string', 'string', 'string'])
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listRefusedSkus({ ...errorWish(filters), field, after: key, limit }),
    )
    const keyOf = (row: (typeof rows)[number]) => [row.sellerSku, row.connection, row.marketplaceId]
    return pageReply(rows, { limit, write: writeRefusedSku, keyOf })
  })

  const mended = about('orders:read', ['listMended', TAG, 'What was mended last'], listOf(mendedOrder))
  api.get('/error-log/mended', { ...mended, schema: { ...mended.schema, querystring: mendedQuery } }, (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async (tx) => ({
      rows: (await tx.store.lastMended(request.query.limit)).map(writeMended),
    })),
  )

  const retries = about(
    'orders:read',
    ['listRetries', 'Retry queue', 'What is tried again by itself, the next first'],
    pageOf(retryEntry),
  )
  api.get('/retry-queue', { ...retries, schema: { ...retries.schema, querystring: pageQuery } }, async (request) => {
    const { after, limit } = request.query
    const key = readCursor(after, ['number', 'string', 'string', 'number'])
    if (key && (key[0] < 0 || key[0] > 8e15)) throw badCursor()
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listRetries({ at: deps.now(), after: key, limit }),
    )
    const keyOf = (row: (typeof rows)[number]) => [row.nextAt, row.kind, row.connection, row.number]
    return pageReply(rows, { limit, write: writeRetry, keyOf })
  })
}
