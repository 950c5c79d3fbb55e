import { fileParams } from '#contract/files.ts'
import * as shapes from '#contract/going-up.ts'
import { listOf, pageOf, pageQuery } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import { dryRunChosen, dryRunRow, sendingParams, writeDryRun } from '#contract/sending.ts'
import { spanOfDay } from '#core/orders/merchant-time.ts'
import type { Deps, Tx } from '#flows/deps.ts'
import { dryRun } from '#flows/dry-run.ts'
import { readGoingUp } from '#flows/read-going-up.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'

const GROUP = 'Stock and price up'

/** What went up and what is on its way, of all connections: changes, runs, feeds, how it stands (I1, I7, I8, I10, I12). */
export function goingUpRoutes(api: Api, deps: Deps): void {
  overviewRoute(api, deps)
  changesRoute(api, deps)
  runRoutes(api, deps)
  entriesRoute(api, deps)
}

function overviewRoute(api: Api, deps: Deps): void {
  const overview = about(
    'items:read',
    ['getGoingUp', GROUP, 'How what goes up stands, by connection'],
    shapes.overviewReply,
  )
  api.get('/sending/overview', overview, async (request) => ({
    rows: (await readGoingUp(deps, callerOf(request).merchant)).map(shapes.writeStanding),
  }))

  const dry = about(
    'items:read',
    ['dryRunChosen', GROUP, 'What would be sent now of chosen SKUs; nothing is'],
    listOf(dryRunRow),
  )
  const options = { ...dry, schema: { ...dry.schema, params: sendingParams, body: dryRunChosen } }
  api.post('/connections/:connectionId/sending/dry-run', options, async (request) => {
    const { sellerSkus: skus } = request.body
    const wish = { connection: request.params.connectionId, skus, after: null, limit: skus.length }
    const { rows } = goodValue(await dryRun(deps, callerOf(request).merchant, wish))
    return { rows: rows.map(writeDryRun) }
  })
}

const spanOf = async (tx: Tx, day: string | undefined) =>
  day === undefined ? null : spanOfDay(day, (await tx.store.merchantFacts()).timeZone)

function changesRoute(api: Api, deps: Deps): void {
  const list = about(
    'items:read',
    ['listChangesUp', GROUP, 'Stock and prices on their way to Amazon, and how they ended'],
    pageOf(shapes.changeUp),
  )
  api.get('/sending/changes', { ...list, schema: { ...list.schema, querystring: shapes.changesQuery } }, (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const { after, limit, group = null, connection = null, field = null, sellerSku, run, file, day } = request.query
      if (file !== undefined) foundValue(await tx.store.findSubmission(Number(file)), 'feed or file with this number')
      const look = run === undefined ? null : foundValue(await tx.store.findLook(Number(run)), 'such run')
      const skus = sellerSku === undefined ? (look?.skus ?? null) : [sellerSku]
      const since = look && look.skus === null ? { from: look.at, to: look.endedAt ?? deps.now() + 1 } : null
      const onDay = await spanOf(tx, day)
      const sent = since ?? onDay
      const wish = {
        group,
        connection: look?.connection ?? connection,
        skus,
        span: sent && ({ ...sent, of: since === null && group === 'confirmed' ? 'confirmed' : 'sent' } as const),
        field,
        carried: file === undefined ? null : Number(file),
        limit,
      }
      const ended =
        group === 'confirmed' || group === 'refused' || group === 'differs' || since !== null || day !== undefined
      if (ended) {
        const key = readCursor(after, ['number', 'string', 'string', 'string'])
        const rows = await tx.store.listSentChanges({ ...wish, after: key })
        return pageReply(rows, {
          limit,
          write: shapes.writeChange,
          keyOf: (row) => [row.sentAt ?? 0, row.sellerSku, row.field, row.marketplaceId],
        })
      }
      const key = readCursor(after, ['string', 'string', 'string', 'string'])
      const rows = await tx.store.listChanges({ ...wish, after: key })
      return pageReply(rows, {
        limit,
        write: shapes.writeChange,
        keyOf: (row) => [row.connection, row.sellerSku, row.field, row.marketplaceId],
      })
    }),
  )
}

function runRoutes(api: Api, deps: Deps): void {
  const list = about(
    'items:read',
    ['listRunsUp', GROUP, 'Looks at SKUs, feeds and files, the newest first'],
    pageOf(shapes.runUp),
  )
  api.get('/sending/runs', { ...list, schema: { ...list.schema, querystring: shapes.runsQuery } }, async (request) => {
    const { after, limit, kind = null, day } = request.query
    const before = readCursor(after, ['number', 'string', 'number'])
    const rows = await deps.transaction(callerOf(request).merchant, 'app', async (tx) =>
      tx.store.listRuns({ kind, span: await spanOf(tx, day), before, limit }),
    )
    return pageReply(rows, { limit, write: shapes.writeRun, keyOf: (row) => [row.at, row.kind, row.number] })
  })

  const one = about('items:read', ['getLookAtSkus', GROUP, 'How far a look at SKUs is'], shapes.lookReply)
  api.get('/sending/looks/:look', { ...one, schema: { ...one.schema, params: shapes.lookParams } }, async (request) => {
    const found = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.findLook(Number(request.params.look)),
    )
    return shapes.writeLook(foundValue(found, 'look at SKUs with this number'))
  })
}

function entriesRoute(api: Api, deps: Deps): void {
  const list = about(
    'orders:read',
    ['listFileEntries', 'Feeds and files', 'The entries of a feed or file about orders, as they stand now'],
    pageOf(shapes.orderEntry),
  )
  const options = { ...list, schema: { ...list.schema, params: fileParams, querystring: pageQuery } }
  api.get('/files/:file/entries', options, async (request) => {
    const { after, limit } = request.query
    const key = readCursor(after, ['number'])?.[0] ?? null
    const submissionId = Number(request.params.file)
    const rows = await deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      foundValue(await tx.store.findSubmission(submissionId), 'feed or file with this number')
      return tx.store.entriesOf({ submissionId, after: key, limit })
    })
    return pageReply(rows, {
      limit,
      write: ({ message: _, problem, ...row }) => ({ ...row, problem: problem && writeProblem(problem) }) as never,
      keyOf: (row) => [row.message],
    })
  })
}
