import { errorWish } from '#contract/error-log.ts'
import { outboxEntry, outboxParams, outboxQuery, writeOutbox } from '#contract/outbox.ts'
import { pageOf } from '#contract/parts.ts'
import { removeOutbox, retryOutbox } from '#flows/decide-outbox.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { badCursor, pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

const RANKS = 5

/** What goes up to Amazon: the list with its two buttons (E5, E6). */
export function outboxRoutes(api: Api, deps: Deps): void {
  const words = ['listOutbox', 'Retry queue', 'What goes up to Amazon; what waits for a person first'] as const
  const list = about('orders:read', words, pageOf(outboxEntry))
  api.get('/outbox', { ...list, schema: { ...list.schema, querystring: outboxQuery } }, async (request) => {
    const { after, limit, kind, state, forPeople, ...of } = request.query
    const key = readCursor(after, ['number', 'number'])
    if (key && (key[0] < 1 || key[0] > RANKS)) throw badCursor()
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listOutbox({
        kind,
        state,
        forPeople: forPeople === 'yes' ? errorWish(of) : undefined,
        after: key,
        limit,
      }),
    )
    return pageReply(rows, { limit, write: writeOutbox, keyOf: (row) => [row.rank, row.outboxId] })
  })

  const retry = about('orders:write', ['retryOutbox', 'Retry queue', 'Sends it now, from the beginning'], outboxEntry)
  const retryOptions = { ...retry, schema: { ...retry.schema, params: outboxParams } }
  api.post('/outbox/:outboxId/retry', retryOptions, async (request) => {
    const caller = callerOf(request)
    const decision = { outboxId: Number(request.params.outboxId), who: nameOf(caller) }
    return writeOutbox(goodValue(await retryOutbox(deps, caller.merchant, decision)))
  })

  const remove = about('orders:write', ['removeOutbox', 'Retry queue', 'Takes it off: it is never sent'], outboxEntry)
  const removeOptions = { ...remove, schema: { ...remove.schema, params: outboxParams } }
  api.delete('/outbox/:outboxId', removeOptions, async (request) => {
    const caller = callerOf(request)
    const decision = { outboxId: Number(request.params.outboxId), who: nameOf(caller) }
    return writeOutbox(goodValue(await removeOutbox(deps, caller.merchant, decision)))
  })
}
