import { Readable } from 'node:stream'
import { type Options, stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { ActFacts } from '#core/audit/acts.ts'
import { safeCell } from '#core/safe-cell.ts'
import type { Deps } from '#flows/deps.ts'
import { nameOf, personOf } from './guard.ts'
import type { Column } from './list-column.ts'
import { LISTS } from './list-columns.ts'

/** How many rows are read and written at once; of lists of the whole deployment, where each row is a merchant to be looked at, fewer. */
const AT_ONCE = 1000
const OF_DEPLOYMENT_AT_ONCE = 200
const AS_TEXT: Options = {
  record_delimiter: 'windows',
  cast: { string: safeCell, boolean: (is) => (is ? 'yes' : 'no') },
}

type Page = { readonly rows: readonly never[]; readonly next?: string | null }
type List = { readonly name: string; readonly columns: readonly Column<never>[] }

/**
 * Gives each list of `LISTS` also as a file of comma-separated values to whoever asks with `Accept: text/csv` and may read it: all its
 * rows under the same filters, page by page as the list itself gives them, never a buyer, no cell a formula (X1). Each stands in the audit.
 */
export function listsAsCsv(app: FastifyInstance, deps: Deps): void {
  app.addHook('onRoute', (route) => {
    const columns = route.method === 'GET' ? LISTS[route.routePath] : undefined
    if (!columns) return
    const answer = route.handler
    const name = nameOfList(route.routePath)
    describe(route)
    route.handler = function (request, reply) {
      const wantsFile = request.method === 'GET' && /^text\/csv\b/.test(request.headers.accept ?? '')
      if (!wantsFile) return answer.call(this, request, reply)
      return sendList(deps, {
        request,
        reply,
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
    Object.assign(schema, { description: `${schema.description} With \`Accept: text/csv\` all rows, as a file.` })
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
  readonly list: List
  pageAfter(after: string | undefined): Promise<Page>
}

async function sendList(deps: Deps, { request, reply, list, pageAfter }: Asked): Promise<FastifyReply> {
  const query = request.query as Readonly<Record<string, unknown>>
  const filters = Object.keys(query).filter((name) => query[name] !== undefined && name !== 'limit' && name !== 'after')
  // Whatever is refused is refused before the file begins.
  const first = await pageAfter(undefined)
  const timeZone = await noteExport(deps, request, { list: list.name, filters })
  const text = fileOf(list.columns, { first, pageAfter, timeZone })
  return reply
    .header('content-disposition', `attachment; filename="${list.name}.csv"`)
    .type('text/csv; charset=utf-8')
    .send(Readable.from(text, { highWaterMark: 1 }))
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

type Pages = { readonly first: Page; pageAfter(after: string): Promise<Page>; readonly timeZone: string }

/** The file, a page at a time: nothing is read before it is wanted, and nothing after whoever asked is gone. */
async function* fileOf(columns: List['columns'], { first, pageAfter, timeZone }: Pages): AsyncGenerator<string> {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const cellOf = (column: Column<never>, row: never) => {
    const value = column.of(row)
    return column.isInstant && typeof value === 'string' ? form.format(new Date(value)) : (value ?? '')
  }
  const heads = columns.map(({ head, isInstant }) => (isInstant ? `${head} (${timeZone})` : head))
  yield `\ufeff${stringify([heads], AS_TEXT)}`
  for (let page: Page | null = first; page; page = page.next ? await pageAfter(page.next) : null)
    yield stringify(
      page.rows.map((row) => columns.map((column) => cellOf(column, row))),
      AS_TEXT,
    )
}
