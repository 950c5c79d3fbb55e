import type { ConnectionId } from '#core/ids.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import type { ErrorSearch } from './errors-search.ts'

/** Problems of one cause, a document, and what is known of it. */
export type Group = components['schemas']['ErrorGroup']
export type Summary = components['schemas']['DocumentSummary']
export type Detail = components['schemas']['Document']

/** By what documents are found: their cause. */
export type OfCause = {
  readonly code?: string | undefined
  readonly cause?: string | undefined
  readonly connection?: string | undefined
}

const PAGE = 200
/** More than this at once is left to the server, which tries everything again by itself. */
const MOST = 2000

/** A page of the documents of a cause. */
export const documentsOf = (of: OfCause, { after, signal }: { after?: string | undefined; signal?: AbortSignal }) =>
  answer(
    api.GET('/api/v1/error-log', {
      ...(signal && { signal }),
      params: { query: { ...of, limit: after === undefined ? 50 : PAGE, after } },
    }),
  )

/** The numbers of all documents of a cause. */
export async function numbersOf(of: OfCause): Promise<readonly number[]> {
  const found: number[] = []
  let after: string | undefined
  do {
    const page = await answer(api.GET('/api/v1/error-log', { params: { query: { ...of, limit: PAGE, after } } }))
    found.push(...page.rows.map(({ documentId }) => documentId))
    after = page.next ?? undefined
  } while (after !== undefined && found.length < MOST)
  return found
}

/** One document with its log. */
export const documentAt = (documentId: number, signal?: AbortSignal) =>
  answer(
    api.GET('/api/v1/error-log/{documentId}', {
      ...(signal && { signal }),
      params: { path: { documentId: String(documentId) } },
    }),
  )

/** The groups that the address asks for. */
export const groupQuery = ({ kind, code, cause, connection, text }: ErrorSearch) => ({
  kind,
  code,
  cause,
  connection: connection as ConnectionId | undefined,
  search: text,
})
