import { templateParams, templateReply, writeTemplate } from '#contract/import-templates.ts'
import type { Cells } from '#core/spreadsheet/own-row.ts'
import { sampleCells } from '#core/spreadsheet/sample-row.ts'
import { type Api, about } from '../api.ts'
import { fileFormOf, sendSheet } from '../list-files.ts'
import { own } from '../own-columns.ts'

/** Rows below the example that are formatted already, so that a barcode typed there keeps its zeros. */
const BLANK_ROWS = 300

/** The columns of the merchant's own spreadsheets, and an empty one with an example, as a file (T5). */
export function importTemplateRoutes(api: Api): void {
  const show = about(
    'items:read',
    [
      'getImportTemplate',
      'Imports',
      'The columns of an own spreadsheet; as a file by `Accept: text/csv` or that of a workbook',
    ],
    templateReply,
  )
  api.get(
    '/imports/templates/:kind',
    { ...show, schema: { ...show.schema, params: templateParams } },
    async (request, reply) => {
      const { kind } = request.params
      const form = fileFormOf(request)
      if (!form) return writeTemplate(kind)
      const blank = form.ending === 'xlsx' ? Array.from({ length: BLANK_ROWS }, (): Cells => ({})) : []
      const rows = [sampleCells(kind), ...blank] as never[]
      return sendSheet(reply, form, {
        name: `${kind}-template`,
        columns: own<never>(kind, (row) => row as Cells),
        timeZone: 'UTC',
        async *pages() {
          yield rows
        },
      }) as never
    },
  )
}
