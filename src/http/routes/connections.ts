import {
  certificate,
  clearBody,
  connection,
  connectionBody,
  connectionParams,
  connectionTest,
  lapseBody,
  listedConnection,
  startedReply,
  whatStopsReply,
  writeConnection,
  writeListedConnection,
} from '#contract/connections.ts'
import { listOf, writeInstant } from '#contract/parts.ts'
import { type CertificateContent, certificateText } from '#core/authorization/deletion-clock.ts'
import { ROLES } from '#core/authorization/roles.ts'
import { connectionId } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import { clearConnection, whatStops } from '#flows/clear-connection.ts'
import { connect } from '#flows/connect.ts'
import type { Deps } from '#flows/deps.ts'
import { setLapse } from '#flows/set-lapse.ts'
import { pauseImporting, startImporting } from '#flows/start-importing.ts'
import { testConnection } from '#flows/test-connection.ts'
import { toldConnections } from '#flows/told-connections.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { checkedValue, foundValue, goodValue } from '../refusal.ts'

/** Connections to Amazon: list, save, start, pause (C1, C9). A token comes in and never goes out. */
export function connectionRoutes(api: Api, deps: Deps): void {
  const read = async (merchant: MerchantId, id: ConnectionId) => {
    const found = await deps.transaction(merchant, 'app', (tx) => tx.store.findConnection(id))
    return writeConnection(foundValue(found, 'connection with this id'))
  }

  const words = ['listConnections', 'Connections', 'Connections to Amazon'] as const
  api.get('/connections', about('settings:read', words, listOf(listedConnection)), async (request) => ({
    rows: (await toldConnections(deps, callerOf(request).merchant)).map(writeListedConnection),
  }))

  const put = about(
    'settings:write',
    ['saveConnection', 'Connections', 'Saves a connection after proving it'],
    connection,
  )
  api.put('/connections', { ...put, schema: { ...put.schema, body: connectionBody } }, async (request) => {
    const { merchant } = callerOf(request)
    const { region, sellingPartnerId, refreshToken, raisePlan = false } = request.body
    const who = nameOf(callerOf(request))
    const id = connectionId(region, sellingPartnerId)
    if (refreshToken !== undefined) {
      goodValue(
        await connect(acting(deps, request), merchant, {
          region,
          sellingPartnerId,
          refreshToken,
          who,
          raisesPlan: raisePlan,
        }),
      )
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
    return {
      from: writeInstant(goodValue(await startImporting(acting(deps, request), callerOf(request).merchant, id)).from),
    }
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
    goodValue(await pauseImporting(acting(deps, request), merchant, id))
    return read(merchant, id)
  })
  lifeRoutes(api, deps, read)
}

type Read = (merchant: MerchantId, id: ConnectionId) => Promise<ReturnType<typeof writeConnection>>

/** How an authorization is tested, when it lapses, and how it ends (C1, C4, C6). */
function lifeRoutes(api: Api, deps: Deps, read: Read): void {
  const test = about('settings:write', ['testConnection', 'Connections', 'Names the missing role'], connectionTest)
  const testOptions = { ...test, schema: { ...test.schema, params: connectionParams } }
  api.post('/connections/:connectionId/test', testOptions, async (request) => {
    const id = request.params.connectionId as ConnectionId
    const { sentence, probes } = goodValue(await testConnection(deps, callerOf(request).merchant, id))
    const roles = probes.map(({ role, verdict, requestId }) => ({ role, means: ROLES[role], verdict, requestId }))
    return { sentence, roles }
  })

  const lapse = about('settings:write', ['setLapse', 'Connections', 'Sets the day on which it lapses'], connection)
  const lapseOptions = { ...lapse, schema: { ...lapse.schema, params: connectionParams, body: lapseBody } }
  api.put('/connections/:connectionId/lapse', lapseOptions, async (request) => {
    const id = request.params.connectionId as ConnectionId
    const { merchant } = callerOf(request)
    goodValue(await setLapse(acting(deps, request), merchant, { connection: id, lapsesOn: request.body.lapsesOn }))
    return read(merchant, id)
  })

  const stops = about('settings:read', ['whatStops', 'Connections', 'What stops when it is cleared'], whatStopsReply)
  const stopsOptions = { ...stops, schema: { ...stops.schema, params: connectionParams } }
  api.get('/connections/:connectionId/what-stops', stopsOptions, async (request) =>
    writeStops(goodValue(await whatStops(deps, callerOf(request).merchant, idOf(request)))),
  )

  const clear = about('settings:write', ['clearConnection', 'Connections', 'Clears the credentials'], whatStopsReply)
  const clearOptions = { ...clear, schema: { ...clear.schema, params: connectionParams, body: clearBody } }
  api.delete('/connections/:connectionId', clearOptions, async (request) => {
    const connection = idOf(request)
    if (request.body.confirm !== connection)
      checkedValue({ ok: false, problems: [problem('not-valid', { field: 'confirm', why: `must be ${connection}` })] })
    const caller = callerOf(request)
    return writeStops(goodValue(await clearConnection(deps, caller.merchant, { connection, who: nameOf(caller) })))
  })

  const written = about(
    'settings:read',
    ['listCertificates', 'Connections', 'Certificates of deletion'],
    listOf(certificate),
  )
  api.get('/certificates', written, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listCertificates())
    return {
      rows: rows.map(({ certificateId, writtenAt, ...row }) => ({
        ...row,
        id: certificateId,
        writtenAt: writeInstant(writtenAt),
        text: certificateText(JSON.parse(row.content) as CertificateContent),
      })),
    }
  })
}

const idOf = ({ params }: { readonly params: { readonly connectionId: string } }) => params.connectionId as ConnectionId

const writeStops = ({ connection, sentences }: { connection: string; sentences: readonly string[] }) => ({
  connection,
  sentences: [...sentences],
})
