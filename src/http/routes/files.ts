import type { z } from 'zod'
import {
  type carriedFile,
  fileBody,
  fileKindParams,
  fileOutcome,
  fileParams,
  fileReportBody,
  filesQuery,
  carriedFile as oneFile,
  priceFileBody,
  submission,
  takenFile,
  takenPriceFile,
  withdrawBody,
  writeLeftOut,
} from '#contract/files.ts'
import { pageOf, writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import type { ConnectionId } from '#core/ids.ts'
import { fileKindOf, nameOfFile } from '#core/shipments/carried-file.ts'
import type { CarriedFile, Submission, SubmissionKind } from '#core/shipments/submission.ts'
import { findFile, reportOnFile, takeFile, withdrawFile } from '#flows/carry-files.ts'
import { takePriceFile } from '#flows/carry-price-file.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about, BULK_BYTES } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, nameOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

const TAG = 'Feeds and files'

/** Feeds that Millrace sent, and files that people carry to Seller Central: take one, report on it, withdraw it (S5, H2). */
export function fileRoutes(api: Api, deps: Deps): void {
  const list = about('orders:read', ['listFiles', TAG, 'Feeds and files, the newest first'], pageOf(submission))
  api.get('/files', { ...list, schema: { ...list.schema, querystring: filesQuery } }, async (request) => {
    const { after, limit, way = null } = request.query
    const before = readCursor(after, ['number'])?.[0] ?? null
    const { merchant } = callerOf(request)
    const rows = await deps.transaction(merchant, 'app', (tx) => tx.store.listSubmissions({ before, limit, way }))
    return pageReply(rows, { limit, write: writeSubmission, keyOf: (row) => [row.submissionId] })
  })

  const one = about('orders:read', ['getFile', TAG, 'A file again, as it was'], oneFile)
  api.get('/files/:file', { ...one, schema: { ...one.schema, params: fileParams } }, async (request) =>
    writeFile(goodValue(await findFile(deps, callerOf(request).merchant, Number(request.params.file)))),
  )

  const take = about(
    'orders:write',
    ['takeFile', TAG, 'Writes what waits into a file for Seller Central, and takes it over'],
    takenFile,
  )
  const takeOptions = { ...take, schema: { ...take.schema, params: fileKindParams, body: fileBody } }
  api.post('/files/:kind', takeOptions, async (request) => {
    const caller = callerOf(request)
    const connection = request.body.connection as ConnectionId
    const wish = { connection, kind: request.params.kind, who: nameOf(caller) }
    const { file, stillWaiting } = goodValue(await takeFile(deps, caller.merchant, wish))
    return { ...writeFile(file), stillWaiting }
  })
  priceFileRoute(api, deps)
  endingRoutes(api, deps)
}

function priceFileRoute(api: Api, deps: Deps): void {
  const take = about(
    'items:write',
    ['takePriceFile', TAG, 'Writes stock and prices into a file for Seller Central, and takes them over'],
    takenPriceFile,
  )
  api.post(
    '/files/price-and-quantity',
    { ...take, schema: { ...take.schema, body: priceFileBody } },
    async (request) => {
      const caller = callerOf(request)
      const wish = { ...request.body, connection: request.body.connection as ConnectionId, who: nameOf(caller) }
      const { file, leftOut, more } = goodValue(await takePriceFile(deps, caller.merchant, wish))
      return { ...writeFile(file), leftOut: writeLeftOut(leftOut), more }
    },
  )
}

function endingRoutes(api: Api, deps: Deps): void {
  const report = about(
    'orders:write',
    ['reportOnFile', TAG, "Reads Seller Central's processing report of a file"],
    fileOutcome,
  )
  const reportOptions = {
    ...report,
    bodyLimit: BULK_BYTES,
    schema: { ...report.schema, params: fileParams, body: fileReportBody },
  }
  api.post('/files/:file/report', reportOptions, async (request) => {
    const told = { submissionId: Number(request.params.file), text: request.body.report }
    const { file, ...counts } = goodValue(await reportOnFile(deps, callerOf(request).merchant, told))
    return { ...writeSubmission(file), ...counts }
  })

  const withdraw = about(
    'orders:write',
    ['withdrawFile', TAG, 'Withdraws a file that nobody uploaded; its entries wait again'],
    submission,
  )
  const withdrawOptions = { ...withdraw, schema: { ...withdraw.schema, params: fileParams, body: withdrawBody } }
  api.post('/files/:file/withdraw', withdrawOptions, async (request) => {
    const withdrawal = { submissionId: Number(request.params.file), ...request.body }
    return writeSubmission(goodValue(await withdrawFile(deps, callerOf(request).merchant, withdrawal)))
  })
}

const writeSubmission = (row: Submission<SubmissionKind>): z.output<typeof submission> => ({
  file: row.submissionId,
  way: row.way,
  kind: fileKindOf(row.kind),
  connection: row.connection,
  marketplaceId: row.marketplaceId,
  state: row.state,
  messages: row.messages,
  feedId: row.feedId,
  amazonState: row.amazonState,
  problem: row.problem && writeProblem(row.problem),
  madeBy: row.madeBy,
  madeAt: writeInstant(row.madeAt),
  sentAt: writeInstantOrNull(row.sentAt),
  endedAt: writeInstantOrNull(row.endedAt),
})

const writeFile = (file: CarriedFile<SubmissionKind>): z.output<typeof carriedFile> => ({
  ...writeSubmission(file),
  name: nameOfFile(file),
  content: file.content,
})
