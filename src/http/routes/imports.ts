import type { FastifyInstance } from 'fastify'
import {
  applyBody,
  bringQuery,
  columnsBody,
  fileBytes,
  importOptionsBody,
  importParams,
  importReply,
  importRow,
  importRowsQuery,
  MOST_IMPORT_BYTES,
  noBody,
  writeImport,
  writeImportRow,
} from '#contract/imports.ts'
import { pageOf, pageQuery } from '#contract/parts.ts'
import { failed } from '#core/problems.ts'
import { bringImport } from '#flows/bring-import.ts'
import type { Deps } from '#flows/deps.ts'
import {
  applyImport,
  chooseChannel,
  chooseMarketplace,
  dropImport,
  nameColumns,
  undoImport,
} from '#flows/steer-import.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { type Caller, callerOf, nameOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

const TAG = 'Imports'

/** Files that people bring: taken, looked through, applied, undone; and how each of their rows ended (T3, T5). */
export function importRoutes(api: Api, deps: Deps): void {
  bringRoute(api, deps)
  const list = about(
    'items:read',
    ['listImports', TAG, 'Files that were brought, the newest first'],
    pageOf(importReply),
  )
  api.get('/imports', { ...list, schema: { ...list.schema, querystring: pageQuery } }, async (request) => {
    const { after, limit } = request.query
    const before = readCursor(after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listImports({ before, limit }),
    )
    return pageReply(rows, { limit, write: writeImport, keyOf: (row) => [row.importId] })
  })

  const one = about('items:read', ['getImport', TAG, 'One import'], importReply)
  api.get('/imports/:import', { ...one, schema: { ...one.schema, params: importParams } }, async (request) => {
    const importId = Number(request.params.import)
    const found = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.findImport(importId))
    return writeImport(foundValue(found, 'such import'))
  })

  const rows = about('items:read', ['listImportRows', TAG, 'The rows of an import, in their order'], pageOf(importRow))
  const rowsOptions = { ...rows, schema: { ...rows.schema, params: importParams, querystring: importRowsQuery } }
  api.get('/imports/:import/rows', rowsOptions, async (request) => {
    const { after, limit, outcome = null, unlinks } = request.query
    const importId = Number(request.params.import)
    return deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const found = foundValue(await tx.store.findImport(importId), 'such import')
      const key = readCursor(after, ['number'])?.[0] ?? null
      const asked = { importId, outcome, unlinks: unlinks === 'true', after: key, limit }
      const page = await tx.store.listImportRows(asked)
      return pageReply(page, { limit, write: (row) => writeImportRow(row, found), keyOf: (row) => [row.row] })
    })
  })
  steeringRoutes(api, deps)
}

/** The body is the file itself, as it is; a type that no form of another site can send (U6). */
function bringRoute(api: Api, deps: Deps): void {
  const bring = about(
    'items:write',
    ['bringImport', TAG, 'Brings a file; nothing is changed until it is applied'],
    importReply,
  )
  api.register(async (raw: FastifyInstance) => {
    raw.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer' },
      async (_request: unknown, bytes: Buffer) => bytes,
    )
    const options = {
      ...bring,
      bodyLimit: MOST_IMPORT_BYTES,
      schema: {
        ...bring.schema,
        description: `${bring.schema.description} Orders of other channels need orders:write too.`,
        consumes: ['application/octet-stream'],
        querystring: bringQuery,
        body: fileBytes,
      },
    }
    ;(raw as unknown as Api).post('/imports', options, async (request) => {
      const caller = callerOf(request)
      const { fileName, kind = null } = request.query
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const mayWriteOrders = caller.scopes.includes('orders:write')
      const brought = { bytes, fileName, kind, who: nameOf(caller), mayWriteOrders }
      return writeImport(goodValue(await bringImport(deps, caller.merchant, brought)))
    })
  })
}

/** Orders are placed and taken back by who may edit orders, not only items (U1, H3). */
async function mayPlaceOrders(deps: Deps, { merchant, scopes }: Caller, importId: number): Promise<void> {
  if (scopes.includes('orders:write')) return
  const found = await deps.transaction(merchant, 'app', (tx) => tx.store.findImport(importId))
  if (found?.kind === 'channel-orders') goodValue(failed('orders-not-permitted'))
}

function steeringRoutes(api: Api, deps: Deps): void {
  const steer = (name: string, summary: string) => about('items:write', [name, TAG, summary], importReply)
  const columns = steer('nameImportColumns', 'Says what the columns are; the rows are looked through again')
  api.put(
    '/imports/:import/columns',
    { ...columns, schema: { ...columns.schema, params: importParams, body: columnsBody } },
    async (request) => {
      const caller = callerOf(request)
      const named = { ...request.body, importId: Number(request.params.import), who: nameOf(caller) }
      return writeImport(goodValue(await nameColumns(deps, caller.merchant, named)))
    },
  )

  const options = steer(
    'chooseImportOptions',
    'Chooses the marketplace of a template, or the channel of orders, that names none',
  )
  api.put(
    '/imports/:import/options',
    { ...options, schema: { ...options.schema, params: importParams, body: importOptionsBody } },
    async (request) => {
      const caller = callerOf(request)
      const of = { importId: Number(request.params.import), who: nameOf(caller) }
      const chosen =
        'channel' in request.body
          ? await chooseChannel(deps, caller.merchant, { ...request.body, ...of })
          : await chooseMarketplace(deps, caller.merchant, { ...request.body, ...of })
      return writeImport(goodValue(chosen))
    },
  )

  const apply = steer('applyImport', 'Applies an import, in the background')
  api.post(
    '/imports/:import/apply',
    { ...apply, schema: { ...apply.schema, params: importParams, body: applyBody } },
    async (request) => {
      const caller = callerOf(request)
      const wish = { ...request.body, importId: Number(request.params.import), who: nameOf(caller) }
      await mayPlaceOrders(deps, caller, wish.importId)
      return writeImport(goodValue(await applyImport(deps, caller.merchant, wish)))
    },
  )

  const undo = steer('undoImport', 'Takes back what an import wrote; what was changed since stays')
  api.post(
    '/imports/:import/undo',
    { ...undo, schema: { ...undo.schema, params: importParams, body: noBody } },
    async (request) => {
      const caller = callerOf(request)
      const wish = { importId: Number(request.params.import), who: nameOf(caller) }
      await mayPlaceOrders(deps, caller, wish.importId)
      return writeImport(goodValue(await undoImport(deps, caller.merchant, wish)))
    },
  )

  const drop = steer('dropImport', 'Gives up an import that was not applied')
  api.post(
    '/imports/:import/drop',
    { ...drop, schema: { ...drop.schema, params: importParams, body: noBody } },
    async (request) => {
      const caller = callerOf(request)
      const wish = { importId: Number(request.params.import), who: nameOf(caller) }
      return writeImport(goodValue(await dropImport(deps, caller.merchant, wish)))
    },
  )
}
