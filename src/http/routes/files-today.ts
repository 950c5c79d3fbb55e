import { fileParams } from '#contract/files.ts'
import { fileOfToday, priceFileLine, writeFileOfToday, writePriceFileLine } from '#contract/files-today.ts'
import { listOf, pageOf, pageQuery } from '#contract/parts.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { foundValue } from '../refusal.ts'

const TAG = 'Feeds and files'

/** What to upload today, and the lines of a price-and-quantity file (H2). */
export function filesTodayRoutes(api: Api, deps: Deps): void {
  const today = about(
    'orders:read',
    ['listFilesOfToday', TAG, 'What waits to be carried to Seller Central, and what was carried last'],
    listOf(fileOfToday),
  )
  api.get('/files/today', today, async (request) => ({
    rows: (await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.filesOfToday())).map(
      writeFileOfToday,
    ),
  }))

  const lines = about(
    'items:read',
    ['listPriceFileLines', TAG, 'The lines of a price-and-quantity file, and how each stands now'],
    pageOf(priceFileLine),
  )
  const options = { ...lines, schema: { ...lines.schema, params: fileParams, querystring: pageQuery } }
  api.get('/files/:file/lines', options, async (request) => {
    const { after, limit } = request.query
    const submissionId = Number(request.params.file)
    const key = readCursor(after, ['number'])?.[0] ?? 0
    const rows = await deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const found = await tx.store.findSubmission(submissionId)
      const kind: string | undefined = found?.way === 'file' ? found.kind : undefined
      foundValue(kind === 'listings' ? found : null, 'price-and-quantity file with this number')
      return tx.store.linesOfPriceFile({ submissionId, after: key, limit })
    })
    return pageReply(rows, { limit, write: writePriceFileLine, keyOf: (row) => [row.line] })
  })
}
