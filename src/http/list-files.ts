import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { ActFacts } from '#core/audit/acts.ts'
import type { Deps } from '#flows/deps.ts'
import { nameOf, personOf } from './guard.ts'
import type { Column } from './list-column.ts'
import { LISTS } from './list-columns.ts'
import type { Sheet } from './sheet.ts'
import { sheetAsCsv } from './sheet-as-csv.ts'
import { sheetAsWorkbook } from './sheet-as-workbook.ts'

/** How many rows are read and written at once; of lists of the whole deployment, where each row is a merchant to be looked at, fewer. */
const AT_ONCE = 1000
const OF_DEPLOYMENT_AT_ONCE = 200
/** How rows are given as a file: what is asked for, how the file is called at its end and in its head, and who writes it. */
export type FileForm = {
  readonly accept: RegExp
  readonly ending: string
  readonly type: string
  write(sheet: Sheet): Readable
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Comma-separated values: what every program reads. */
export const AS_CSV: FileForm = {
  accept: /^text\/csv\b/,
  ending: 'csv',
  type: 'text/csv; charset=utf-8',
  write: sheetAsCsv,
}
const FORMS: readonly FileForm[] = [
  AS_CSV,
  {
    accept: /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\b/,
    ending: 'xlsx',
    type: WORKBOOK,
    write: sheetAsWorkbook,
  },
]

/** The form of file that a request asks for, if it asks for one. */
export const fileFormOf = ({ method, headers }: FastifyRequest): FileForm | undefined =>
  method === 'GET' ? FORMS.find(({ accept }) => accept.test(headers.accept ?? '')) : undefined

/** Sends a sheet as a file of this form. */
export const sendSheet = (reply: FastifyReply, form: FileForm, sheet: Sheet): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename="${sheet.name}.${form.ending}"`)
    .type(form.type)
    .send(form.write(sheet))

type Page = { readonly rows: readonly never[]; readonly next?: string | null }
type List = { readonly name: string; readonly columns: readonly Column<never>[] }

/**
 * Gives each list of `LISTS` also as a file, of comma-separated values or as an Excel workbook, to whoever asks for it by `Accept` and
 * may read it: all its rows under the same filters, page by page as the list itself gives them, never a buyer, no cell a formula (X1, T5).
 * Each stands in the audit.
 */
export function listsAsFiles(app: FastifyInstance, deps: Deps): void {
  app.addHook('onRoute', (route) => {
    const columns = route.method === 'GET' ? LISTS[route.routePath] : undefined
    if (!columns) return
    const answer = route.handler
    const name = nameOfList(route.routePath)
    describe(route)
    route.handler = function (request, reply) {
      const form = fileFormOf(request)
      if (!form) return answer.call(this, request, reply)
      return sendList(deps, {
        request,
        reply,
        form,
        list: { name, columns },
        pageAfter: pagesOf(answer.bind(this), request, reply),
      })
    }
  })
}

/** A list by its address: `/connections/:connectionId/audits` is `connections-audits`. */
const nameOfList = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && !part.startsWith(':'))
    .join('-')

const describe = ({ schema }: RouteOptions): void => {
  if (schema && 'description' in schema)
    Object.assign(schema, {
      description: `${schema.description} With \`Accept: text/csv\` all rows as a file, with \`Accept: ${WORKBOOK}\` as an Excel workbook.`,
    })
}

/** The list's own pages, as its route gives them. */
const pagesOf =
  (answer: (request: FastifyRequest, reply: FastifyReply) => unknown, request: FastifyRequest, reply: FastifyReply) =>
  async (after: string | undefined): Promise<Page> => {
    const limit = request.caller ? AT_ONCE : OF_DEPLOYMENT_AT_ONCE
    request.query = { ...(request.query as object), after, limit }
    return (await answer(request, reply)) as Page
  }

type Asked = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly form: FileForm
  readonly list: List
  pageAfter(after: string | undefined): Promise<Page>
}

async function sendList(deps: Deps, { request, reply, form, list, pageAfter }: Asked): Promise<FastifyReply> {
  const query = request.query as Readonly<Record<string, unknown>>
  const filters = Object.keys(query).filter((name) => query[name] !== undefined && name !== 'limit' && name !== 'after')
  // Whatever is refused is refused before the file begins.
  const first = await pageAfter(undefined)
  const timeZone = await noteExport(deps, request, { list: list.name, filters })
  return sendSheet(reply, form, { ...list, timeZone, pages: () => pagesFrom(first, pageAfter) })
}

/** The rows, a page at a time: nothing is read before it is wanted, and nothing after whoever asked is gone. */
async function* pagesFrom(first: Page, pageAfter: (after: string) => Promise<Page>): AsyncGenerator<readonly never[]> {
  for (let page: Page | null = first; page; page = page.next ? await pageAfter(page.next) : null) yield page.rows
}

/** Notes who took which list: in the merchant's audit, an operator's in that of the deployment. Answers in which time zone it is told. */
async function noteExport(deps: Deps, request: FastifyRequest, facts: ActFacts): Promise<string> {
  const noted = { at: deps.now(), act: 'list-exported', facts } as const
  const { caller } = request
  if (!caller) {
    await deps.deployment.noteAct({ ...noted, who: personOf(request).email })
    return 'UTC'
  }
  return deps.transaction(caller.merchant, 'app', async (tx) => {
    tx.audit.note({ ...noted, who: nameOf(caller) })
    return (await tx.store.merchantFacts()).timeZone
  })
}
