import { ERROR_PARTS, type ErrorPart } from '#core/error-log.ts'

/** What of the Error Log is shown; it stands in the address, so that it can be kept and sent. */
export type ErrorSearch = {
  readonly view?: 'queue' | undefined
  readonly kind?: ErrorPart | undefined
  readonly code?: string | undefined
  readonly cause?: string | undefined
  readonly connection?: string | undefined
  readonly text?: string | undefined
  /** One document, where a mail leads to it. */
  readonly document?: number | undefined
}

const textOf = (value: unknown, longest: number): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && value !== '' ? String(value).slice(0, longest) : undefined

/** Reads the address; what it cannot mean is left out. */
export function readErrorSearch(search: Record<string, unknown>): ErrorSearch {
  const document = Number(search.document)
  const all: ErrorSearch = {
    view: search.view === 'queue' ? 'queue' : undefined,
    kind: ERROR_PARTS.find((kind) => kind === search.kind),
    code: textOf(search.code, 60),
    cause: textOf(search.cause, 1000),
    connection: textOf(search.connection, 100),
    text: textOf(search.text, 200),
    document: Number.isSafeInteger(document) && document > 0 ? document : undefined,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
