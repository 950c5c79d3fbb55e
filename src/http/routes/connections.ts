import { listOf, writeInstant } from '#contract/parts.ts'
import { connection, connectionBody, connectionParams, startedReply, writeConnection } from '#contract/settings.ts'
import { connectionId } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import { connect } from '#flows/connect.ts'
import type { Deps } from '#flows/deps.ts'
import { pauseImporting, startImporting } from '#flows/start-importing.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'
import { checkedValue, foundValue, goodValue } from '../refusal.ts'

/** Connections to Amazon: list, save, start, pause (C1, C9). A token comes in and never goes out. */
export function connectionRoutes(api: Api, deps: Deps): void {
  const read = async (merchant: MerchantId, id: ConnectionId) => {
    const found = await deps.transaction(merchant, 'app', (tx) => tx.store.findConnection(id))
    return writeConnection(foundValue(found, 'connection with this id'))
  }

  const list = about('settings:read', ['listConnections', 'Connections', 'Connections to Amazon'], listOf(connection))
  api.get('/connections', list, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listConnections())
    return { rows: rows.map(writeConnection) }
  })

  const put = about(
    'settings:write',
    ['saveConnection', 'Connections', 'Saves a connection after proving it'],
    connection,
  )
  api.put('/connections', { ...put, schema: { ...put.schema, body: connectionBody } }, async (request) => {
    const { merchant } = callerOf(request)
    const { region, sellingPartnerId, refreshToken } = request.body
    const id = connectionId(region, sellingPartnerId)
    if (refreshToken !== undefined) {
      goodValue(await connect(deps, merchant, { region, sellingPartnerId, refreshToken }))
    } else if (!(await deps.transaction(merchant, 'app', (tx) => tx.store.findConnection(id)))) {
      checkedValue({
        ok: false,
        problems: [problem('not-valid', { field: 'refreshToken', why: 'is needed for a new connection' })],
      })
    }
    return read(merchant, id)
  })

  const start = about('settings:write', ['startImporting', 'Connections', 'Starts importing orders'], startedReply)
  const startOptions = { ...start, schema: { ...start.schema, params: connectionParams } }
  api.post('/connections/:connectionId/start', startOptions, async (request) => {
    const id = request.params.connectionId as ConnectionId
    return { from: writeInstant(goodValue(await startImporting(deps, callerOf(request).merchant, id)).from) }
  })

  const pause = about(
    'settings:write',
    ['pauseImporting', 'Connections', 'Pauses importing; nothing is lost'],
    connection,
  )
  const pauseOptions = { ...pause, schema: { ...pause.schema, params: connectionParams } }
  api.post('/connections/:connectionId/pause', pauseOptions, async (request) => {
    const id = request.params.connectionId as ConnectionId
    const { merchant } = callerOf(request)
    goodValue(await pauseImporting(deps, merchant, id))
    return read(merchant, id)
  })
}
