import { OUTBOX_SECTIONS, outboxEntry, outboxParams, outboxQuery, sectionCount, writeOutbox } from '#contract/outbox.ts'
import { listOf, pageOf } from '#contract/parts.ts'
import { OUTBOX_KINDS } from '#core/shipments/outbox.ts'
import { removeOutbox, retryOutbox } from '#flows/decide-outbox.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { badCursor, pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

const RANKS = 5

/** What goes up to Amazon: the retry queue with its two buttons, and the sections of the Error Log (E1, E5, E6). */
export function outboxRoutes(api: Api, deps: Deps): void {
  const words = ['listOutbox', 'Retry queue', 'What goes up to Amazon; what waits for a person first'] as const
  const list = about('orders:read', words, pageOf(outboxEntry))
  api.get('/outbox', { ...list, schema: { ...list.schema, querystring: outboxQuery } }, async (request) => {
    const { after, limit, kind, state } = request.query
    const key = readCursor(after, ['number', 'number'])
    if (key && (key[0] < 1 || key[0] > RANKS)) throw badCursor()
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listOutbox({ kind, state, after: key, limit }),
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

  const sections = about(
    'orders:read',
    ['listErrorLogSections', 'Error log', 'How much waits for a person, by kind of document'],
    listOf(sectionCount),
  )
  api.get('/error-log/sections', sections, (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const outgoing = await tx.store.countOutbox()
      const { held = 0 } = await tx.store.countDocuments()
      return {
        rows: [
          { section: 'Inbound Orders', kind: 'inbound-order' as const, waiting: held },
          ...OUTBOX_KINDS.map((kind) => ({ section: OUTBOX_SECTIONS[kind], kind, waiting: outgoing[kind] ?? 0 })),
        ],
      }
    }),
  )
}
